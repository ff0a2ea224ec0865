import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import 'reflect-metadata';
import { Client } from 'pg';
import { type Database, openDatabase } from '../adapters/db/database';
import { ENTITIES } from '../entities';

/** The template that the global set-up migrated: a file, or a PostgreSQL database with its server. */
export const SQLITE_TEMPLATE = 'QAITARYM_TEST_SQLITE_TEMPLATE';
export const POSTGRES_SERVER = 'QAITARYM_TEST_POSTGRES';
export const POSTGRES_TEMPLATE = 'qaitarym_template';

/** The engine of this jest project. */
export const TEST_ENGINE =
  (globalThis as { TEST_ENGINE?: string }).TEST_ENGINE === 'postgres' ? 'postgres' : 'sqlite';

/** A fresh migrated database of the engine under test; `close` removes it. */
export async function openTestDatabase(): Promise<Database & { url: string }> {
  if (TEST_ENGINE !== 'postgres') return openOnSqlite();
  const server = process.env[POSTGRES_SERVER];
  if (!server) throw new Error('Run through jest: its global set-up starts PostgreSQL');
  return openOnPostgres(server);
}

/** Address of a database that nobody has migrated yet; `<folder>` stands for the folder of an installation. */
export async function emptyDatabaseUrl(): Promise<{ url: string; drop(): Promise<void> }> {
  if (TEST_ENGINE !== 'postgres')
    return { url: 'sqlite:<folder>/real.sqlite', drop: () => Promise.resolve() };
  const server = process.env[POSTGRES_SERVER];
  if (!server) throw new Error('Run through jest: its global set-up starts PostgreSQL');
  const name = `e_${randomBytes(6).toString('hex')}`;
  await onServer(server, `CREATE DATABASE ${name}`);
  return {
    url: server.replace(/\/[^/]*$/, `/${name}`),
    drop: () => onServer(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

async function openOnSqlite(): Promise<Database & { url: string }> {
  const template = process.env[SQLITE_TEMPLATE];
  if (!template) throw new Error('Run through jest: its global set-up makes the template database');
  const folder = mkdtempSync(join(tmpdir(), 'qaitarym-db-'));
  const file = join(folder, 'test.sqlite');
  copyFileSync(template, file);
  const url = `sqlite:${file}`;
  const database = await openDatabase(url, ENTITIES);
  return {
    ...database,
    url,
    close: async () => {
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function openOnPostgres(server: string): Promise<Database & { url: string }> {
  const name = `t_${randomBytes(6).toString('hex')}`;
  await onServer(server, `CREATE DATABASE ${name} TEMPLATE ${POSTGRES_TEMPLATE}`);
  const url = server.replace(/\/[^/]*$/, `/${name}`);
  const database = await openDatabase(url, ENTITIES);
  return {
    ...database,
    url,
    close: async () => {
      await database.close();
      await onServer(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    },
  };
}

export async function onServer(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
