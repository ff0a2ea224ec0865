import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { MIGRATIONS } from '../adapters/db/migrations';
import { postgresBinFolder } from './postgres';

const FOLDER = join(__dirname, 'dumps');
const ENDINGS = { sqlite: '.sqlite.gz', postgres: '.postgres.sql.gz' } as const;

/** Key and password of the installations that are dumped: they are test data, not secrets. */
export const DUMP_MASTER_KEY = `k1:${Buffer.alloc(32, 7).toString('base64')}`;
export const DUMP_PASSWORD = 'tulpar zhylky 77';

type Engine = keyof typeof ENDINGS;

/** Dumps of one engine by the schema that they hold, oldest first. */
export function dumpsOf(engine: Engine): string[] {
  const ending = ENDINGS[engine];
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, -ending.length))
    .sort();
}

/** Name of the newest schema, as its migration's file has it. */
export function newestSchema(): string {
  const [, name = '', stamp = ''] = /^(.*?)(\d{13})$/.exec(MIGRATIONS.at(-1)?.name ?? '') ?? [];
  const words = name.replace(
    /[A-Z0-9]/g,
    (letter, at: number) => `${at > 0 ? '-' : ''}${letter.toLowerCase()}`,
  );
  return `${stamp}-${words}`;
}

/** Keeps the database at `url` as the dump of the newest schema. */
export async function writeDump(url: string): Promise<string> {
  const engine = url.startsWith('sqlite:') ? 'sqlite' : 'postgres';
  await dropMostAnswers(url);
  const file = join(FOLDER, `${newestSchema()}${ENDINGS[engine]}`);
  const content = engine === 'sqlite' ? await dumpSqlite(url.slice('sqlite:'.length)) : dumpPostgres(url);
  writeFileSync(file, gzipSync(content, { level: 9 }));
  return file;
}

/** Kept answers of commands are half of a database and alike; a few are enough. */
async function dropMostAnswers(url: string): Promise<void> {
  const source = await dataSourceOf(url).initialize();
  await source.query(
    `DELETE FROM commands WHERE "commandId" NOT IN (SELECT "commandId" FROM commands ORDER BY "commandId" LIMIT 5)`,
  );
  await source.destroy();
}

/** The database as it is: nothing is migrated. */
export function dataSourceOf(url: string): DataSource {
  return new DataSource(
    url.startsWith('sqlite:')
      ? { type: 'sqlite', database: url.slice('sqlite:'.length) }
      : { type: 'postgres', url },
  );
}

async function dumpSqlite(file: string): Promise<Buffer> {
  const source = await dataSourceOf(`sqlite:${file}`).initialize();
  const copy = `${file}.dump`;
  await source.query(`VACUUM INTO '${copy}'`);
  await source.destroy();
  return readFileSync(copy);
}

/** Plain statements that any client can run, without settings of the server that wrote them. */
function dumpPostgres(url: string): Buffer {
  const flags = ['--no-owner', '--no-privileges', '--no-comments', '--inserts', '--rows-per-insert=200'];
  const sql = execFileSync(join(postgresBinFolder(), 'pg_dump'), [...flags, url], {
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  return Buffer.from(sql.replace(/^(SET |SELECT pg_catalog\.set_config|\\|--).*\n/gm, ''));
}

/** Puts a dump where nothing is yet: an absent SQLite file, or an empty PostgreSQL database. */
export async function loadDump(name: string, url: string): Promise<void> {
  if (url.startsWith('sqlite:')) {
    writeFileSync(
      url.slice('sqlite:'.length),
      gunzipSync(readFileSync(join(FOLDER, `${name}${ENDINGS.sqlite}`))),
    );
    return;
  }
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    // Functions come before the tables that they speak of.
    await client.query('SET check_function_bodies = off');
    await client.query(gunzipSync(readFileSync(join(FOLDER, `${name}${ENDINGS.postgres}`))).toString('utf8'));
  } finally {
    await client.end();
  }
}
