import type { Request, Response } from 'express';
import type { EntityTarget, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { Tx } from '../adapters/db/unit-of-work';
import { InvalidInput } from '../domain/errors';
import { Unreadable } from './http-errors';
import { assertStorable } from './storable';

type FieldKind = 'text' | 'number' | 'instant' | 'date' | 'boolean';

/** One field of a list as clients name it, and where it lies. */
export interface ListField {
  /** Entity property. */
  property: string;
  kind: FieldKind;
}

/** What a list may be asked. Nothing from the request reaches SQL but values. */
export interface ListDefinition<T extends ObjectLiteral> {
  resource: string;
  entity: EntityTarget<T>;
  /** Filterable and sortable fields by their API name. `id` is always there. */
  fields: Record<string, ListField>;
  /** Adds the condition for `q`; without it `q` is an unknown field. */
  search?: (query: SelectQueryBuilder<T>, text: string) => void;
  /** Conditions that are no column, by name. */
  special?: Record<string, (query: SelectQueryBuilder<T>, value: unknown) => void>;
  defaultSort: [field: string, order: 'ASC' | 'DESC'];
}

export interface ListPage<T> {
  rows: T[];
  total: number;
  first: number;
}

const MAX_PAGE = 100;
const DEFAULT_PAGE = 25;
const ALIAS = 'row';

/** Short helper for field tables: `field('state', 'text')`. */
export function field(property: string, kind: FieldKind = 'text'): ListField {
  return { property, kind };
}

/**
 * Answers `?filter={}&range=[0,24]&sort=["dueAt","ASC"]` as ra-data-simple-rest asks it.
 * Ascending puts nulls last, ties go by id.
 *
 * @throws Unreadable when a parameter is no JSON; InvalidInput for unknown fields, columns, kinds, pages over 100
 */
export async function listPage<T extends ObjectLiteral>(
  tx: Tx,
  definition: ListDefinition<T>,
  req: Request,
): Promise<ListPage<T>> {
  const fields = { id: field('id'), ...definition.fields };
  const [first, last] = rangeOf(req);
  const query = tx.createQueryBuilder(definition.entity, ALIAS);
  applyFilter(query, definition, fields, jsonParam(req, 'filter', {}));
  const total = await countRows(query);
  applySort(query, definition, fields, jsonParam(req, 'sort', definition.defaultSort));
  const rows =
    total === 0
      ? []
      : await query
          .offset(first)
          .limit(last - first + 1)
          .getMany();
  return { rows, total, first };
}

/** How many rows the filter of a request finds. */
export async function countFound<T extends ObjectLiteral>(
  tx: Tx,
  definition: ListDefinition<T>,
  req: Request,
): Promise<number> {
  return countRows(filteredQuery(tx, definition, req));
}

/**
 * The next rows of everything that the filter finds, in the order of their ids (ids grow with time), so that a
 * walk over a million rows never skips by offset.
 */
export function rowsAfter<T extends ObjectLiteral>(
  tx: Tx,
  definition: ListDefinition<T>,
  req: Request,
  walk: { afterId: string; limit: number },
): Promise<T[]> {
  return filteredQuery(tx, definition, req)
    .andWhere(`${ALIAS}.id > :walkedTo`, { walkedTo: walk.afterId })
    .orderBy(`${ALIAS}.id`, 'ASC')
    .limit(walk.limit)
    .getMany();
}

/** Names of the fields that the request filters by; their values may be personal. */
export function filteredBy(req: Request): string[] {
  return Object.keys(jsonParam(req, 'filter', {}) as object);
}

function filteredQuery<T extends ObjectLiteral>(
  tx: Tx,
  definition: ListDefinition<T>,
  req: Request,
): SelectQueryBuilder<T> {
  const query = tx.createQueryBuilder(definition.entity, ALIAS);
  applyFilter(query, definition, { id: field('id'), ...definition.fields }, jsonParam(req, 'filter', {}));
  return query;
}

/** Sends the page with its `Content-Range`. */
export function sendPage(res: Response, resource: string, page: ListPage<unknown>, rows: unknown[]): void {
  const span = rows.length === 0 ? '*' : `${String(page.first)}-${String(page.first + rows.length - 1)}`;
  res.setHeader('Content-Range', `${resource} ${span}/${String(page.total)}`);
  res.json(rows);
}

/** `count(*)`, because SQLite answers it from an index where `COUNT(1)` of getCount walks the rows. */
async function countRows<T extends ObjectLiteral>(query: SelectQueryBuilder<T>): Promise<number> {
  const row = await query
    .clone()
    .select('count(*)', 'total')
    .orderBy()
    .getRawOne<{ total: string | number }>();
  return Number(row?.total ?? 0);
}

/** One JSON parameter of the query. @throws Unreadable when it is none, or stands twice */
export function jsonParam(req: Request, name: string, fallback: unknown): unknown {
  const text = req.query[name];
  if (text === undefined) return fallback;
  if (typeof text !== 'string') throw new Unreadable(`Parameter ${name} may stand once`, { parameter: name });
  const value = parseJson(name, text);
  assertStorable(value);
  return value;
}

function parseJson(name: string, text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Unreadable(`Parameter ${name} is no JSON`, { parameter: name });
  }
}

/** First and last row asked for. @throws InvalidInput */
export function rangeOf(req: Request): [number, number] {
  const range = jsonParam(req, 'range', [0, DEFAULT_PAGE - 1]);
  const [first, last] = Array.isArray(range) && range.length === 2 ? (range as unknown[]) : [];
  if (!isIndex(first) || !isIndex(last) || last < first) {
    throw new InvalidInput('range is [first, last], counted from 0', { errors: { range: 'not a range' } });
  }
  if (last - first + 1 > MAX_PAGE) {
    throw new InvalidInput(`A page holds at most ${String(MAX_PAGE)} rows`, {
      errors: { range: 'page too large' },
    });
  }
  return [first, last];
}

function isIndex(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function unknownField(name: string, known: Record<string, unknown>): InvalidInput {
  return new InvalidInput(`Unknown field ${name.slice(0, 60)}; known: ${Object.keys(known).join(', ')}`, {
    errors: { [name.slice(0, 60)]: 'unknown field' },
  });
}

function applySort<T extends ObjectLiteral>(
  query: SelectQueryBuilder<T>,
  definition: ListDefinition<T>,
  fields: Record<string, ListField>,
  sort: unknown,
): void {
  const [name, order] = Array.isArray(sort) && sort.length === 2 ? (sort as unknown[]) : [];
  if (typeof name !== 'string' || (order !== 'ASC' && order !== 'DESC')) {
    throw new InvalidInput('sort is [field, "ASC" or "DESC"]', { errors: { sort: 'not a sort order' } });
  }
  const target = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (!target) throw unknownField(name, fields);
  query.orderBy(`${ALIAS}.${target.property}`, order, order === 'ASC' ? 'NULLS LAST' : 'NULLS FIRST');
  if (target.property !== 'id') query.addOrderBy(`${ALIAS}.id`, order);
}

function applyFilter<T extends ObjectLiteral>(
  query: SelectQueryBuilder<T>,
  definition: ListDefinition<T>,
  fields: Record<string, ListField>,
  filter: unknown,
): void {
  if (typeof filter !== 'object' || filter === null || Array.isArray(filter)) {
    throw new InvalidInput('filter is an object', { errors: { filter: 'not an object' } });
  }
  let counter = 0;
  for (const [name, value] of Object.entries(filter)) {
    counter += 1;
    if (name === 'q' && definition.search) {
      if (typeof value !== 'string') throw badValue('q', 'text');
      if (value.trim() !== '') definition.search(query, value.slice(0, 200));
      continue;
    }
    if (definition.special && Object.hasOwn(definition.special, name)) {
      definition.special[name]?.(query, value);
      continue;
    }
    const bound = /^(.+)_(gte|lte)$/.exec(name);
    const fieldName = bound?.[1] ?? name;
    const target = Object.hasOwn(fields, fieldName) ? fields[fieldName] : undefined;
    if (!target) throw unknownField(name, fields);
    const column = `${ALIAS}.${target.property}`;
    const key = `f${String(counter)}`;
    const read = (given: unknown) => parse(name, target, given, largestIn(query, target));
    if (bound) {
      query.andWhere(`${column} ${bound[2] === 'gte' ? '>=' : '<='} :${key}`, {
        [key]: read(value),
      });
    } else if (value === null) {
      query.andWhere(`${column} IS NULL`);
    } else if (Array.isArray(value)) {
      if (value.length > MAX_PAGE) throw badValue(name, `at most ${String(MAX_PAGE)} values`);
      if (value.length === 0) query.andWhere('1 = 0');
      else
        query.andWhere(`${column} IN (:...${key})`, {
          [key]: value.map(read),
        });
    } else {
      query.andWhere(`${column} = :${key}`, { [key]: read(value) });
    }
  }
}

/** PostgreSQL refuses to compare a column of four bytes with more; SQLite would find nothing. Both answer 422. */
function largestIn<T extends ObjectLiteral>(query: SelectQueryBuilder<T>, { property }: ListField): number {
  const column = query.expressionMap.mainAlias?.metadata.findColumnWithPropertyName(property);
  return column?.type === 'integer' ? 2 ** 31 - 1 : Number.MAX_SAFE_INTEGER;
}

function badValue(name: string, wanted: string): InvalidInput {
  return new InvalidInput(`${name} must be ${wanted}`, { errors: { [name]: `must be ${wanted}` } });
}

function parse(
  name: string,
  { kind }: ListField,
  value: unknown,
  largest: number,
): string | number | boolean {
  switch (kind) {
    case 'text':
      if (typeof value !== 'string') throw badValue(name, 'text');
      return value;
    case 'date':
      if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value))
        throw badValue(name, 'a date YYYY-MM-DD');
      return value;
    case 'number':
      if (!Number.isSafeInteger(value) || Math.abs(value as number) > largest)
        throw badValue(name, `a whole number up to ${String(largest)}`);
      return value as number;
    case 'boolean':
      if (typeof value !== 'boolean') throw badValue(name, 'true or false');
      return value;
    case 'instant': {
      const at = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T/.test(value) ? Date.parse(value) : NaN;
      if (Number.isNaN(at)) throw badValue(name, 'an ISO 8601 instant');
      return at;
    }
  }
}
