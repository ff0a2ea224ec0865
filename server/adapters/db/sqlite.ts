import { promises as fs, closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import sqlite3 from 'sqlite3';
import { DataSource, type EntityManager, type EntityTarget, type ObjectLiteral } from 'typeorm';
import type { Database } from './database';
import { MIGRATIONS } from './migrations';
import { orUnavailable } from './or-unavailable';
import { checkSchema } from './schema-check';
import { TransactionScope, type UnitOfWork } from './unit-of-work';

type Entities = readonly EntityTarget<ObjectLiteral>[];

const MMAP_BYTES = 256 * 1024 * 1024;
const PROBE_BYTES = 64 * 1024;
const BUSY_MS = 5_000;

/** TypeORM asks the driver for its verbose mode, which prints every argument of every call into a text, just in case. */
const QUIET = { ...sqlite3, verbose: () => sqlite3 };

function dataSource(file: string, entities: Entities, readOnly: boolean): DataSource {
  return new DataSource({
    type: 'sqlite',
    database: file,
    driver: QUIET,
    entities: [...entities] as never[],
    migrations: MIGRATIONS,
    migrationsTableName: 'migrations',
    enableWAL: !readOnly,
    busyTimeout: BUSY_MS,
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
    busy_timeout: await pragma(source, 'busy_timeout'),
  };
  const wanted = { journal_mode: 'wal', synchronous: 2, foreign_keys: 1, busy_timeout: BUSY_MS };
  if (JSON.stringify(found) !== JSON.stringify(wanted)) {
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
    await writer.query('PRAGMA foreign_keys = OFF');
    await writer.runMigrations({ transaction: 'each' });
    await settle(writer, false);
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
  const uow = queuedUnitOfWork(writer, interactive);

  return {
    engine: 'sqlite',
    uow,
    longReads: (fn) => orUnavailable(() => fn(longWork.manager)),
    source: writer,
    ping: async () => {
      await interactive.query('SELECT 1');
      await proveDisk(`${file}.probe`);
    },
    close: async () => {
      await uow.settled();
      for (const source of [...readers, writer]) if (source.isInitialized) await source.destroy();
      unlock();
    },
  };
}

/** A full or read-only disk still answers reads, so readiness asks it to take a few pages. */
async function proveDisk(path: string): Promise<void> {
  try {
    await fs.writeFile(path, Buffer.alloc(PROBE_BYTES));
  } finally {
    await fs.rm(path, { force: true });
  }
}

/** Writes stand in one queue; without it the test of checklist D1 is red. */
function queuedUnitOfWork(
  writer: DataSource,
  reader: DataSource,
): UnitOfWork & { settled(): Promise<unknown> } {
  const scope = new TransactionScope();
  let tail: Promise<unknown> = Promise.resolve();

  return {
    write(fn) {
      const open = scope.current();
      if (open) return open.transaction((tx) => scope.run(tx, fn));
      const result = tail.then(() => orUnavailable(() => alone(writer, (tx) => scope.run(tx, fn))));
      tail = result.catch(() => undefined);
      return result;
    },
    read(fn) {
      const open = scope.current();
      return open ? fn(open) : orUnavailable(() => fn(reader.manager));
    },
    settled: () => tail,
  };
}

/**
 * One transaction on the writer. After a full disk or a failed read SQLite has undone it by itself; TypeORM's own
 * ROLLBACK then fails, it goes on believing in the transaction, and whatever is written later is acknowledged into
 * savepoints that nobody ever commits. So the belief is ended by hand.
 */
async function alone<T>(writer: DataSource, fn: (tx: EntityManager) => Promise<T>): Promise<T> {
  try {
    return await writer.transaction(fn);
  } catch (error) {
    // The SQLite driver has one runner, and hands it out again.
    const runner = writer.createQueryRunner();
    if (runner.isTransactionActive) {
      await runner.query('ROLLBACK').catch(() => undefined);
      Object.assign(runner, { isTransactionActive: false, transactionDepth: 0 });
    }
    throw error;
  }
}
