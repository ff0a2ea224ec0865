import type { DataSource } from 'typeorm';
import type { ColumnShape, Shape } from './sqlite-changes';

interface MasterRow {
  type: 'table' | 'index';
  name: string;
  tbl_name: string;
  sql: string;
}

interface InfoRow {
  name: string;
  type: string;
  notnull: 0 | 1;
  dflt_value: string | null;
  pk: number;
}

/** The tables of an open SQLite database, without SQLite's own and the list of migrations. */
export async function shapeOfSqlite(source: DataSource): Promise<Shape> {
  const rows: MasterRow[] = await source.query(
    `SELECT type, name, tbl_name, sql FROM sqlite_master
     WHERE type IN ('table', 'index') AND sql IS NOT NULL AND tbl_name NOT LIKE 'sqlite_%' AND tbl_name <> 'migrations'
     ORDER BY rootpage`,
  );
  const shape: Shape = {};
  for (const { name, sql } of rows.filter(({ type }) => type === 'table')) {
    const columns: InfoRow[] = await source.query(`PRAGMA table_info("${name}")`);
    shape[name] = {
      sql,
      columns: Object.fromEntries(columns.map((row) => [row.name, columnOf(row)])),
      indexes: {},
    };
  }
  for (const { name, tbl_name: table, sql } of rows.filter(({ type }) => type === 'index')) {
    const owner = shape[table];
    if (owner) owner.indexes[name] = sql;
  }
  return shape;
}

function columnOf({ type, notnull, dflt_value: defaultValue, pk }: InfoRow): ColumnShape {
  return {
    type,
    notNull: notnull === 1,
    defaultValue: defaultValue?.replace(/^\((.*)\)$/, '$1') ?? null,
    primary: pk > 0,
  };
}
