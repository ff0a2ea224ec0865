import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import sqlite3 from 'sqlite3';
import { DataSource, type EntityTarget, type ObjectLiteral } from 'typeorm';
import type { Database } from './database';
import { MIGRATIONS } from './migrations';
import { checkSchema } from './schema-check';
import { TransactionScope, type UnitOfWork } from './unit-of-work';

type Entities = readonly EntityTarget<ObjectLiteral>[];

const MMAP_BYTES = 256 * 1024 * 1024;

function dataSource(file: string, entities: Entities, readOnly: boolean): DataSource {
  return new DataSource({
    type: 'sqlite',
    database: file,
    entities: [...entities] as never[],
    migrations: MIGRATIONS,
    migrationsTableName: 'migrations',
    enableWAL: !readOnly,
    busyTimeout: 5000,
    ...(readOnly ? { flags: sqlite3.OPEN_READONLY } : {}),
  });
}

async function pragma(source: DataSource, name: string): Promise<unknown> {
  const rows: Record<string, unknown>[] = await source.query(`PRAGMA ${name}`);
  return Object.values(rows[0] ?? {})[0];
}

/** Sets what durability needs and reads it back; SQLite ignores a pragma it does not like in silence. */
async function settle(source: DataSource, readOnly: boolean): Promise<void> {
  await source.query('PRAGMA foreign_keys = ON');
  await source.query(`PRAGMA mmap_size = ${String(MMAP_BYTES)}`);
  if (readOnly) return;
  await source.query('PRAGMA synchronous = FULL');
  const found = {
    journal_mode: await pragma(source, 'journal_mode'),
    synchronous: await pragma(source, 'synchronous'),
    foreign_keys: await pragma(source, 'foreign_keys'),
  };
  if (found.journal_mode !== 'wal' || found.synchronous !== 2 || found.foreign_keys !== 1) {
    throw new Error(`SQLite refused a durability setting: ${JSON.stringify(found)}`);
  }
}

/** Names the one server of this file; a lock left by a dead process is taken over. */
function takeLock(file: string): () => void {
  const lock = `${file}.lock`;
  for (;;) {
    try {
      const handle = openSync(lock, 'wx');
      writeSync(handle, String(process.pid));
      closeSync(handle);
      return () => {
        rmSync(lock, { force: true });
      };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const owner = Number(readFileSync(lock, 'utf8'));
      if (owner !== process.pid && isAlive(owner)) {
        throw new Error(`${file} is served by process ${String(owner)} already; stop it first`, {
          cause: error,
        });
      }
      rmSync(lock, { force: true });
    }
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * One connection writes, behind a queue: TypeORM gives every request the same connection, so two open
 * transactions would undo each other's work in silence. Two more connections only read, so a long
 * export does not hold up a list page.
 */
export async function openSqlite(
  file: string,
  entities: Entities,
  options: { lock: boolean },
): Promise<Database> {
  mkdirSync(dirname(file), { recursive: true });
  const unlock = options.lock ? takeLock(file) : () => undefined;
  const writer = dataSource(file, entities, false);
  const readers: DataSource[] = [];
  try {
    await writer.initialize();
    await settle(writer, false);
    await writer.query('PRAGMA foreign_keys = OFF');
    await writer.runMigrations({ transaction: 'each' });
    await writer.query('PRAGMA foreign_keys = ON');
    await checkSchema(writer);
    for (let i = 0; i < 2; i += 1) {
      const reader = dataSource(file, entities, true);
      await reader.initialize();
      await settle(reader, true);
      readers.push(reader);
    }
  } catch (error) {
    for (const source of [writer, ...readers]) if (source.isInitialized) await source.destroy();
    unlock();
    throw error;
  }
  const [interactive, longWork] = readers as [DataSource, DataSource];

  return {
    engine: 'sqlite',
    uow: queuedUnitOfWork(writer, interactive),
    longReads: (fn) => fn(longWork.manager),
    source: writer,
    ping: async () => {
      await writer.query('SELECT 1');
    },
    close: async () => {
      for (const source of [...readers, writer]) if (source.isInitialized) await source.destroy();
      unlock();
    },
  };
}

/** Writes stand in one queue; without it the test of checklist D1 is red. */
function queuedUnitOfWork(writer: DataSource, reader: DataSource): UnitOfWork {
  const scope = new TransactionScope();
  let tail: Promise<unknown> = Promise.resolve();

  return {
    write(fn) {
      const open = scope.current();
      if (open) return open.transaction((tx) => scope.run(tx, fn));
      const result = tail.then(() => writer.transaction((tx) => scope.run(tx, fn)));
      tail = result.catch(() => undefined);
      return result;
    },
    read(fn) {
      return fn(scope.current() ?? reader.manager);
    },
  };
}
