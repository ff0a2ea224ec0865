import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import 'reflect-metadata';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { ENTITIES } from '../server/entities';
import { startPostgres } from '../server/testing/postgres';

/** Writes the SQL of the first schema for both databases from the entities (used until it has landed). */
const FOLDER = join(__dirname, '../server/adapters/db/migrations');

async function schemaOf(options: DataSourceOptions): Promise<string[]> {
  const source = new DataSource({ ...options, entities: ENTITIES });
  await source.initialize();
  const log = await source.driver.createSchemaBuilder().log();
  await source.destroy();
  return log.upQueries.map((query) => query.query);
}

function write(name: string, constant: string, statements: string[]): void {
  const lines = statements.map((statement) => `  \`${statement}\`,`).join('\n');
  writeFileSync(
    join(FOLDER, `1764000000001-initial.${name}.ts`),
    `/** Generated from the entities by scripts/generate-migration.ts. */\nexport const ${constant} = [\n${lines}\n];\n`,
  );
}

async function main(): Promise<void> {
  write('sqlite', 'SQLITE_SCHEMA', await schemaOf({ type: 'sqlite', database: ':memory:' }));
  const cluster = await startPostgres();
  try {
    write('postgres', 'POSTGRES_SCHEMA', await schemaOf({ type: 'postgres', url: cluster.url('postgres') }));
  } finally {
    await cluster.stop();
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
