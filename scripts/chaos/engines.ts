import 'reflect-metadata';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../../server/adapters/clock/system-clock';
import { type Database, openDatabase } from '../../server/adapters/db/database';
import { randomIds } from '../../server/adapters/ids/random-ids';
import type { Role } from '../../server/domain/permissions';
import { ENTITIES } from '../../server/entities';
import { createUserWithPassword } from '../../server/features/users';
import { startPostgres } from '../../server/testing/postgres';
import { onServer } from '../../server/testing/test-database';

export type Engine = 'sqlite' | 'postgres';

/** Where fresh databases with the accounts of the run come from. */
export interface DatabaseMaker {
  engine: Engine;
  /** A database of its own; `empty` makes one without schema, for a kill in the middle of migrating. */
  make(empty?: boolean): Promise<string>;
  close(): Promise<void>;
}

export const PASSWORD = 'tulpar zhylky 77';
export const PEOPLE: Record<string, Role> = {
  reviewer: 'reviewer',
  manager: 'manager',
  manager2: 'manager',
};

export async function makeDatabases(engine: Engine): Promise<DatabaseMaker> {
  return engine === 'sqlite' ? onFiles() : onCluster();
}

async function onFiles(): Promise<DatabaseMaker> {
  const folder = mkdtempSync(join(tmpdir(), 'qaitarym-chaos-'));
  const template = join(folder, 'template.sqlite');
  await fill(`sqlite:${template}`);
  let counter = 0;
  return {
    engine: 'sqlite',
    make: (empty = false) => {
      const file = join(folder, `world-${String((counter += 1))}.sqlite`);
      if (!empty) copyFileSync(template, file);
      return Promise.resolve(`sqlite:${file}`);
    },
    close: () => {
      rmSync(folder, { recursive: true, force: true });
      return Promise.resolve();
    },
  };
}

async function onCluster(): Promise<DatabaseMaker> {
  const cluster = await startPostgres();
  const server = cluster.url('postgres');
  await onServer(server, 'CREATE DATABASE chaos_template');
  await fill(cluster.url('chaos_template'));
  let counter = 0;
  return {
    engine: 'postgres',
    make: async (empty = false) => {
      const name = `world_${String((counter += 1))}`;
      await onServer(server, `CREATE DATABASE ${name} TEMPLATE ${empty ? 'template0' : 'chaos_template'}`);
      return cluster.url(name);
    },
    close: () => cluster.stop(),
  };
}

/** Schema and accounts. */
async function fill(url: string): Promise<void> {
  const database = await openDatabase(url, ENTITIES);
  try {
    await addPeople(database);
    if (database.engine === 'sqlite') await database.source.query('PRAGMA wal_checkpoint(TRUNCATE)');
  } finally {
    await database.close();
  }
}

export async function addPeople({ uow }: Pick<Database, 'uow'>): Promise<void> {
  const parts = { uow, clock: systemClock, ids: randomIds };
  for (const [name, role] of Object.entries(PEOPLE))
    await createUserWithPassword(parts, { email: `${name}@umami.kz`, name, password: PASSWORD, role });
}
