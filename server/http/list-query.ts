import type { Request, Response } from 'express';
import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { findRows, type FindRowsOptions } from '../adapters/db/find-rows';
import type { Tx } from '../adapters/db/unit-of-work';
import { isCalendarDate } from '../domain/calendar-date';
import { InvalidInput } from '../domain/errors';
import { Unreadable } from './http-errors';
import { conditionsOn, type ListConditions } from './list-conditions';
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
  search?: (query: ListConditions, text: string) => void;
  /** Conditions that are no column, by name. */
  special?: Record<string, (query: ListConditions, value: unknown) => void>;
  /** Holds whatever is asked, such as that rows are one's own. */
  always?: (query: ListConditions) => void;
  defaultSort: [field: string, order: 'ASC' | 'DESC'];
  /** Columns that no row of the list shows, and what is shown beside its own. */
  reads?: FindRowsOptions<T>;
}

/** A checked question: what the list is filtered and sorted by, and which rows of it are wanted. */
export interface ListQuestion {
  filter: Record<string, unknown>;
  conditions: ListConditions;
  sort: { property: string; order: 'ASC' | 'DESC' };
  first: number;
  limit: number;
}

export interface ListPage<T> {
  rows: T[];
  total: number;
  first: number;
}

const MAX_PAGE = 100;
const DEFAULT_PAGE = 25;
const LONGEST_SEARCH = 200;

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
  const question = readQuestion(tx, definition, req);
  const { first, limit } = question;
  const rows = await rowsOf(tx, definition, question);
  // A page that is not full is the last one, and tells the total by itself.
  const isLast = rows.length < limit && (rows.length > 0 || first === 0);
  const total = isLast ? first + rows.length : await countRows(tx, definition, question.conditions);
  return { rows, total, first };
}

/** What of a `q` is looked for. */
export function searchText(q: string): string {
  return q.slice(0, LONGEST_SEARCH);
}

/** Checks `filter`, `range` and `sort` of a request against what the list may be asked. */
export function readQuestion<T extends ObjectLiteral>(
  tx: Tx,
  definition: ListDefinition<T>,
  req: Request,
): ListQuestion {
  const fields = { id: field('id'), ...definition.fields };
  const [first, last] = rangeOf(req);
  const filter = filterOf(req);
  const conditions = filteredConditions(tx, definition, req);
  const sort = sortOf(fields, jsonParam(req, 'sort', definition.defaultSort));
  return { filter, conditions, sort, first, limit: last - first + 1 };
}

/**
 * The rows of a question, in their order.
 *
 * @param options.idsFirst - no index has the order, so only ids shall be put in order
 */
export function rowsOf<T extends ObjectLiteral>(
  tx: Tx,
  { entity, reads }: Pick<ListDefinition<T>, 'entity' | 'reads'>,
  { conditions, sort, first, limit }: Pick<ListQuestion, 'conditions' | 'sort' | 'first' | 'limit'>,
  { idsFirst = false }: { idsFirst?: boolean } = {},
): Promise<T[]> {
  const { sql: where, values } = conditions.where();
  const order = orderBy(conditions, sort);
  const page = `LIMIT ${String(limit)} OFFSET ${String(first)}`;
  if (!idsFirst && first < DEEP)
    return findRows(tx, entity, { sql: `${where} ${order} ${page}`, values }, reads);
  // Rows that are only skipped are skipped inside the index: their contents are never fetched.
  const table = tx.connection.getMetadata(entity).tableName;
  const wanted = `SELECT "row"."id" FROM "${table}" "row" ${where} ${order} ${page}`;
  return findRows(tx, entity, { sql: `WHERE "row"."id" IN (${wanted}) ${order}`, values }, reads);
}

const DEEP = 200;

/** Ascending puts nulls last; ties go by id. */
export function orderBy(conditions: ListConditions, { property, order }: ListQuestion['sort']): string {
  const nulls = order === 'ASC' ? 'NULLS LAST' : 'NULLS FIRST';
  const ties = property === 'id' ? '' : `, ${conditions.column('id')} ${order}`;
  return `ORDER BY ${conditions.column(property)} ${order} ${nulls}${ties}`;
}

/** `count(*)`, because SQLite answers it from an index where `COUNT(1)` of getCount walks the rows. */
export async function countRows<T extends ObjectLiteral>(
  tx: Tx,
  { entity }: Pick<ListDefinition<T>, 'entity'>,
  conditions: ListConditions,
): Promise<number> {
  const { sql, values } = conditions.where();
  const table = tx.connection.getMetadata(entity).tableName;
  const found = `SELECT count(*) AS "total" FROM "${table}" "row" ${sql}`;
  const [row] = await tx.query<{ total: string | number }[]>(found, values);
  return Number(row?.total ?? 0);
}

/** How many rows the filter of a request finds. */
export async function countFound<T extends ObjectLiteral>(
  tx: Tx,
  definition: ListDefinition<T>,
  req: Request,
): Promise<number> {
  return countRows(tx, definition, filteredConditions(tx, definition, req));
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
  const conditions = filteredConditions(tx, definition, req);
  conditions.andWhere('row.id > :walkedTo', { walkedTo: walk.afterId });
  const sort = { property: 'id', order: 'ASC' } as const;
  return rowsOf(tx, { entity: definition.entity }, { conditions, sort, first: 0, limit: walk.limit });
}

/** Names of the fields that the request filters by; their values may be personal. */
export function filteredBy(req: Request): string[] {
  return Object.keys(jsonParam(req, 'filter', {}) as object);
}

function filteredConditions<T extends ObjectLiteral>(
  tx: Tx,
  definition: ListDefinition<T>,
  req: Request,
): ListConditions {
  const conditions = conditionsOn(tx, definition.entity);
  definition.always?.(conditions);
  applyFilter(conditions, definition, { id: field('id'), ...definition.fields }, filterOf(req));
  return conditions;
}

/** Sends the page with its `Content-Range`. */
export function sendPage(res: Response, resource: string, page: ListPage<unknown>, rows: unknown[]): void {
  const span = rows.length === 0 ? '*' : `${String(page.first)}-${String(page.first + rows.length - 1)}`;
  res.setHeader('Content-Range', `${resource} ${span}/${String(page.total)}`);
  res.json(rows);
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

function sortOf(fields: Record<string, ListField>, sort: unknown): ListQuestion['sort'] {
  const [name, order] = Array.isArray(sort) && sort.length === 2 ? (sort as unknown[]) : [];
  if (typeof name !== 'string' || (order !== 'ASC' && order !== 'DESC')) {
    throw new InvalidInput('sort is [field, "ASC" or "DESC"]', { errors: { sort: 'not a sort order' } });
  }
  const target = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (!target) throw unknownField(name, fields);
  return { property: target.property, order };
}

function filterOf(req: Request): Record<string, unknown> {
  const filter = jsonParam(req, 'filter', {});
  if (typeof filter !== 'object' || filter === null || Array.isArray(filter)) {
    throw new InvalidInput('filter is an object', { errors: { filter: 'not an object' } });
  }
  return filter as Record<string, unknown>;
}

function applyFilter<T extends ObjectLiteral>(
  conditions: ListConditions,
  definition: ListDefinition<T>,
  fields: Record<string, ListField>,
  filter: Record<string, unknown>,
): void {
  for (const [name, value] of Object.entries(filter)) {
    if (name === 'q' && definition.search) {
      if (typeof value !== 'string') throw badValue('q', 'text');
      if (value.trim() !== '') definition.search(conditions, searchText(value));
      continue;
    }
    if (definition.special && Object.hasOwn(definition.special, name)) {
      definition.special[name]?.(conditions, value);
      continue;
    }
    const bound = /^(.+)_(gte|lte)$/.exec(name);
    const fieldName = bound?.[1] ?? name;
    const target = Object.hasOwn(fields, fieldName) ? fields[fieldName] : undefined;
    if (!target) throw unknownField(name, fields);
    const column = `row.${target.property}`;
    const read = (given: unknown) => parse(name, target, given, largestIn(conditions, target));
    if (bound) {
      const limit = read(value);
      conditions.andWhere(`${column} ${bound[2] === 'gte' ? '>=' : '<='} :limit`, { limit });
    } else if (value === null) {
      conditions.andWhere(`${column} IS NULL`);
    } else if (Array.isArray(value)) {
      if (value.length > MAX_PAGE) throw badValue(name, `at most ${String(MAX_PAGE)} values`);
      const values = value.map(read);
      if (values.length === 0) conditions.andWhere('1 = 0');
      else conditions.andWhere(`${column} IN (:...values)`, { values });
    } else {
      conditions.andWhere(`${column} = :value`, { value: read(value) });
    }
  }
}

/** PostgreSQL refuses to compare a column of four bytes with more; SQLite would find nothing. Both answer 422. */
function largestIn(conditions: ListConditions, { property }: ListField): number {
  return conditions.typeOf(property) === 'integer' ? 2 ** 31 - 1 : Number.MAX_SAFE_INTEGER;
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
      if (typeof value !== 'string' || !isCalendarDate(value)) throw badValue(name, 'a date YYYY-MM-DD');
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
