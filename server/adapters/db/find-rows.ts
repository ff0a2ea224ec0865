import type { DataSource, EntityMetadata, EntityTarget, ObjectLiteral, ValueTransformer } from 'typeorm';
import type { Tx } from './unit-of-work';

/** SQL of ours with what stands for its `$1`, `$2` … in the order of their numbers, each used once. */
export interface SqlPart {
  sql: string;
  values: unknown[];
}

/** Rows of another table that hang on each row. */
export interface Belonging {
  entity: EntityTarget<ObjectLiteral>;
  /** Columns of both: `"part"` is the other table's, `"row"` the row's. */
  on: string;
  /** Columns of `"part"`. */
  order: string;
  without?: readonly string[];
}

export interface FindRowsOptions<T> {
  /** Properties to leave out, such as long texts that nobody will read. */
  without?: readonly (keyof T & string)[];
  /** The only properties wanted. */
  only?: readonly string[];
  /** Each becomes a property of the row: the list of what belongs to it. */
  with?: Record<string, Belonging>;
}

/**
 * Rows as plain objects with what belongs to them, read with one statement and without the query builder, which
 * costs more than the reading. On SQLite each row comes as one JSON text: the driver spends over a microsecond on
 * every cell it hands over, and tens on every statement.
 *
 * @param part - all after `FROM "<table>" "row"`, columns quoted
 * @param options - a constant of the caller
 */
export async function findRows<T extends ObjectLiteral>(
  tx: Tx,
  entity: EntityTarget<T>,
  part: SqlPart,
  options?: FindRowsOptions<T>,
): Promise<T[]> {
  const { select, read } = shapeOf(tx.connection, entity, options);
  const rows = await tx.query<Record<string, unknown>[]>(`${select} ${part.sql}`, part.values);
  return read(rows) as T[];
}

/** How a question is put and its answer read; made once a question. */
interface Shape {
  /** `SELECT … FROM "<table>" "row"`. */
  select: string;
  read: (rows: Record<string, unknown>[]) => unknown[];
}

const shapes = new WeakMap<DataSource, WeakMap<object, Shape>>();

/** Shapes are kept by their options, which callers therefore hold in a constant. */
function shapeOf<T extends ObjectLiteral>(
  source: DataSource,
  entity: EntityTarget<T>,
  options: FindRowsOptions<T> | undefined,
): Shape {
  const known = shapes.get(source) ?? new WeakMap<object, Shape>();
  shapes.set(source, known);
  const key = options ?? (entity as object);
  const shape = known.get(key) ?? makeShape(source, entity, options ?? {});
  known.set(key, shape);
  return shape;
}

function makeShape<T extends ObjectLiteral>(
  source: DataSource,
  entity: EntityTarget<T>,
  options: FindRowsOptions<T>,
): Shape {
  const postgres = source.options.type === 'postgres';
  const metadata = source.getMetadata(entity);
  const own = columnsOf(metadata, options.without ?? [], options.only);
  const parts = Object.entries(options.with ?? {}).map(([name, part]) => ({
    name,
    ...partOf(source.getMetadata(part.entity), part, postgres),
  }));
  const from = `FROM "${metadata.tableName}" "row"`;
  if (!postgres) {
    const cells = [...own.map(({ column }) => `"row".${column}`), ...parts.map(({ sql }) => sql)];
    return {
      select: `SELECT json_array(${cells.join(', ')}) AS "cells" ${from}`,
      read: (rows) =>
        (JSON.parse(`[${rows.map(({ cells: text }) => String(text)).join(',')}]`) as unknown[][]).map(
          (found) => {
            const row = objectOf(own, found);
            for (const [at, { name, read }] of parts.entries()) row[name] = read(found[own.length + at]);
            return row;
          },
        ),
    };
  }
  const names = [
    ...own.map(({ name, column }) => `"row".${column} AS "${name}"`),
    ...parts.map(({ name, sql }) => `${sql} AS "${name}"`),
  ];
  const changed = [...own.filter(({ plain }) => !plain), ...parts];
  return {
    select: `SELECT ${names.join(', ')} ${from}`,
    read: (rows) => {
      for (const row of rows) for (const { name, read } of changed) row[name] = read(row[name]);
      return rows;
    },
  };
}

interface Cell {
  name: string;
  /** Quoted. */
  column: string;
  /** Needs no reading. */
  plain: boolean;
  read: (value: unknown) => unknown;
}

function columnsOf(metadata: EntityMetadata, without: readonly string[], only?: readonly string[]): Cell[] {
  return metadata.columns
    .filter(({ propertyName }) => only?.includes(propertyName) ?? !without.includes(propertyName))
    .map(({ propertyName, databaseName, transformer, type }) => ({
      name: propertyName,
      column: `"${databaseName}"`,
      plain: transformer === undefined && type !== 'boolean',
      read: (value) => {
        const found: unknown = transformer ? (transformer as ValueTransformer).from(value) : value;
        // SQLite keeps booleans as 0 and 1.
        return type === 'boolean' && typeof found === 'number' ? found === 1 : found;
      },
    }));
}

/** A subselect that gives the belonging rows as one JSON list of lists, and how to read it. */
function partOf(metadata: EntityMetadata, { on, order, without = [] }: Belonging, postgres: boolean) {
  const columns = columnsOf(metadata, without);
  const cells = columns.map(({ column }) => `"part".${column}`).join(', ');
  const [list, array] = postgres ? ['json_agg', 'json_build_array'] : ['json_group_array', 'json_array'];
  const found = `(SELECT ${list}(${array}(${cells}) ORDER BY ${order}) FROM "${metadata.tableName}" "part" WHERE ${on})`;
  return {
    // A list that comes out of a subselect is a mere text to SQLite until json() reads it again.
    sql: postgres ? found : `json(${found})`,
    read: (lists: unknown) => ((lists ?? []) as unknown[][]).map((each) => objectOf(columns, each)),
  };
}

function objectOf(columns: readonly Cell[], cells: readonly unknown[]): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  for (const [at, { name, plain, read }] of columns.entries())
    row[name] = plain ? cells[at] : read(cells[at]);
  return row;
}
