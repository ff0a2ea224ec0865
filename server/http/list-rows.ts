import type { Request } from 'express';
import { InvalidInput } from '../domain/errors';
import { jsonParam, type ListPage, rangeOf } from './list-query';

/**
 * The list contract over rows that stand in memory (settings, templates): equality, any of, sort, range, and `q`
 * within the fields.
 *
 * @throws InvalidInput for unknown fields and orders
 */
export function pageOfRows<T extends object>(
  rows: readonly T[],
  fields: readonly (keyof T & string)[],
  req: Request,
): ListPage<T> {
  const [first, last] = rangeOf(req);
  const found = sorted(
    filtered(rows, fields, jsonParam(req, 'filter', {})),
    fields,
    jsonParam(req, 'sort', null),
  );
  return { rows: found.slice(first, last + 1), total: found.length, first };
}

function filtered<T extends object>(rows: readonly T[], fields: readonly string[], filter: unknown): T[] {
  if (typeof filter !== 'object' || filter === null || Array.isArray(filter)) {
    throw new InvalidInput('filter is an object', { errors: { filter: 'not an object' } });
  }
  const wanted = Object.entries(filter as Record<string, unknown>);
  for (const [name] of wanted) if (name !== 'q') assertKnown(name, fields);
  return rows.filter((row) => wanted.every(([name, value]) => matches(row, fields, name, value)));
}

function matches(row: object, fields: readonly string[], name: string, value: unknown): boolean {
  const values = new Map<string, unknown>(Object.entries(row));
  if (name !== 'q') return (Array.isArray(value) ? (value as unknown[]) : [value]).includes(values.get(name));
  const words = String(value).toLowerCase();
  return fields.some((each) => String(values.get(each)).toLowerCase().includes(words));
}

function sorted<T extends object>(rows: T[], fields: readonly string[], sort: unknown): T[] {
  if (sort === null) return rows;
  const [name, order] = Array.isArray(sort) && sort.length === 2 ? (sort as unknown[]) : [];
  if (typeof name !== 'string' || (order !== 'ASC' && order !== 'DESC')) {
    throw new InvalidInput('sort is [field, "ASC" or "DESC"]', { errors: { sort: 'not a sort order' } });
  }
  assertKnown(name, fields);
  const key = (row: T) => String(new Map<string, unknown>(Object.entries(row)).get(name));
  const up = order === 'ASC' ? 1 : -1;
  return rows.sort((a, b) => (key(a) < key(b) ? -up : key(a) > key(b) ? up : 0));
}

function assertKnown(name: string, fields: readonly string[]): void {
  if (fields.includes(name)) return;
  const shown = name.slice(0, 60);
  throw new InvalidInput(`Unknown field ${shown}; known: ${fields.join(', ')}`, {
    errors: { [shown]: 'unknown field' },
  });
}
