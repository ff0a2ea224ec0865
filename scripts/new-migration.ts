import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import 'reflect-metadata';
import { format, resolveConfig } from 'prettier';
import { DataSource } from 'typeorm';
import { MIGRATIONS } from '../server/adapters/db/migrations';
import { COUNT_TABLES } from '../server/adapters/db/migrations/claim-counts';
import { ENTITIES } from '../server/entities';
import { startPostgres } from '../server/testing/postgres';
import { postgresChanges } from './migration/postgres-changes';
import { shapeOfSqlite } from './migration/shape-of-sqlite';
import { ByHand, type Shape, sqliteChanges } from './migration/sqlite-changes';

/** `npm run db:migration -- <name>`: what the entities have and the migrated schema lacks, for both databases. */
const FOLDER = join(__dirname, '../server/adapters/db/migrations');

async function changesOfSqlite(): Promise<string[]> {
  const migrated = await new DataSource({
    type: 'sqlite',
    database: ':memory:',
    migrations: MIGRATIONS,
  }).initialize();
  await migrated.runMigrations();
  const wanted = await new DataSource({
    type: 'sqlite',
    database: ':memory:',
    entities: ENTITIES,
    synchronize: true,
  }).initialize();
  try {
    return sqliteChanges(withoutHandMade(await shapeOfSqlite(migrated)), await shapeOfSqlite(wanted));
  } finally {
    await migrated.destroy();
    await wanted.destroy();
  }
}

/** What initial wrote by hand: tables that triggers keep, and indexes with a name of their own. */
function withoutHandMade(shape: Shape): Shape {
  const kept = Object.fromEntries(Object.entries(shape).filter(([name]) => !COUNT_TABLES.includes(name)));
  const generated = (indexes: Record<string, string>) =>
    Object.fromEntries(Object.entries(indexes).filter(([name]) => name.startsWith('IDX_')));
  for (const table of Object.values(kept)) table.indexes = generated(table.indexes);
  return kept;
}

async function changesOfPostgres(): Promise<string[]> {
  const cluster = await startPostgres();
  const url = cluster.url('postgres');
  const source = await new DataSource({
    type: 'postgres',
    url,
    entities: ENTITIES,
    migrations: MIGRATIONS,
  }).initialize();
  try {
    await source.runMigrations();
    const { upQueries } = await source.driver.createSchemaBuilder().log();
    return postgresChanges(upQueries.map(({ query }) => query));
  } finally {
    await source.destroy();
    await cluster.stop();
  }
}

function classOf(className: string, sqlite: string[], postgres: string[]): string {
  const list = (statements: string[]) =>
    statements.map((statement) => `  \`${statement.replace(/[\\`$]/g, '\\$&')}\`,`).join('\n');
  return `import type { MigrationInterface, QueryRunner } from 'typeorm';

const SQLITE = [
${list(sqlite)}
];

const POSTGRES = [
${list(postgres)}
];

/** Say in one sentence what becomes possible, and what becomes of the rows that are there. */
export class ${className} implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const postgres = runner.connection.options.type === 'postgres';
    for (const statement of postgres ? POSTGRES : SQLITE) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Schemas go forward only; restore a backup instead'));
  }
}
`;
}

async function write(path: string, text: string): Promise<void> {
  writeFileSync(path, await format(text, { ...(await resolveConfig(path)), filepath: path }));
}

async function main(): Promise<void> {
  const name = process.argv[2] ?? '';
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name))
    throw new Error('Usage: npm run db:migration -- <what-it-brings>');
  const [sqlite, postgres] = [await changesOfSqlite(), await changesOfPostgres()];
  if (sqlite.length + postgres.length === 0) {
    console.log('The migrated schema is what the entities say: nothing to do');
    return;
  }
  const stamp = String(Date.now());
  const className = `${name.replace(/(^|-)([a-z0-9])/g, (_all, _dash, letter: string) => letter.toUpperCase())}${stamp}`;
  await write(join(FOLDER, `${stamp}-${name}.ts`), classOf(className, sqlite, postgres));
  const index = join(FOLDER, 'index.ts');
  const listed = readFileSync(index, 'utf8')
    .replace(/(\n\n\/\*\*)/, `\nimport { ${className} } from './${stamp}-${name}';$1`)
    .replace(/,?\s*\];\s*$/, `, ${className}];\n`);
  await write(index, listed);
  console.log(
    `${stamp}-${name}.ts: ${String(sqlite.length)} statements for SQLite, ${String(postgres.length)} for PostgreSQL`,
  );
}

main().catch((error: unknown) => {
  console.error(error instanceof ByHand ? error.message : error);
  process.exitCode = 1;
});
