/** A table as SQLite describes it. */
export interface TableShape {
  /** Its `CREATE TABLE`, whose constraints SQLite can never change afterwards. */
  sql: string;
  columns: Record<string, ColumnShape>;
  /** `CREATE INDEX` statements by name. */
  indexes: Record<string, string>;
}

export interface ColumnShape {
  type: string;
  notNull: boolean;
  /** As it stands in SQL, such as `0` or `'x'`; null for none. */
  defaultValue: string | null;
  primary: boolean;
}

export type Shape = Record<string, TableShape>;

/** What the generator cannot write: a person must say what becomes of the rows. */
export class ByHand extends Error {
  constructor(readonly reasons: string[]) {
    super(`Write this migration by hand:\n${reasons.map((reason) => `  - ${reason}`).join('\n')}`);
    this.name = 'ByHand';
  }
}

/**
 * Statements that bring the tables as they are to the tables as the entities want them. Columns are added, never
 * rebuilt: the rebuild that TypeORM writes for SQLite drops the append-only triggers in silence.
 *
 * @throws ByHand listing every change that would need a rebuild or would lose rows
 */
export function sqliteChanges(is: Shape, wanted: Shape): string[] {
  const statements: string[] = [];
  const reasons: string[] = [];
  for (const name of Object.keys(is)) if (!wanted[name]) reasons.push(`the table ${name} is gone`);
  for (const [name, table] of Object.entries(wanted)) {
    const old = is[name];
    if (!old) {
      statements.push(table.sql, ...Object.values(table.indexes));
      continue;
    }
    statements.push(...columnChanges(name, old, table, reasons), ...indexChanges(old, table));
    const [before, after] = [constraintsOf(old.sql), constraintsOf(table.sql)];
    if (before.join() !== after.join()) reasons.push(`${name}: a unique constraint or key changed`);
  }
  if (reasons.length > 0) throw new ByHand(reasons);
  return statements;
}

function columnChanges(table: string, old: TableShape, wanted: TableShape, reasons: string[]): string[] {
  const statements: string[] = [];
  for (const column of Object.keys(old.columns)) {
    if (!wanted.columns[column]) reasons.push(`${table}.${column} is gone`);
  }
  for (const [column, shape] of Object.entries(wanted.columns)) {
    const before = old.columns[column];
    if (before) {
      if (JSON.stringify(before) !== JSON.stringify(shape))
        reasons.push(`${table}.${column} changed its type`);
    } else if (shape.primary || (shape.notNull && shape.defaultValue === null)) {
      reasons.push(
        `${table}.${column} is new and needs a value in every row: give it a default or make it nullable`,
      );
    } else {
      const rest = `${shape.notNull ? ' NOT NULL' : ''}${shape.defaultValue === null ? '' : ` DEFAULT (${shape.defaultValue})`}`;
      statements.push(`ALTER TABLE "${table}" ADD COLUMN "${column}" ${shape.type}${rest}`);
    }
  }
  return statements;
}

function indexChanges(old: TableShape, wanted: TableShape): string[] {
  const statements: string[] = [];
  for (const [name, sql] of Object.entries(old.indexes)) {
    if (wanted.indexes[name] !== sql) statements.push(`DROP INDEX "${name}"`);
  }
  for (const [name, sql] of Object.entries(wanted.indexes))
    if (old.indexes[name] !== sql) statements.push(sql);
  return statements;
}

function constraintsOf(sql: string): string[] {
  return [...sql.matchAll(/CONSTRAINT "[^"]+" [A-Z ]+\([^)]*\)|, PRIMARY KEY \([^)]*\)/g)]
    .map(([text]) => text)
    .sort();
}
