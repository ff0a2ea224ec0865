import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource, type EntityTarget, type ObjectLiteral, QueryFailedError } from 'typeorm';
import type { Database } from './database';
import { MIGRATIONS } from './migrations';
import { checkSchema } from './schema-check';
import { TransactionScope, type UnitOfWork } from './unit-of-work';

/** Serialisation failure and deadlock: the transaction was undone and may run again. */
const RETRYABLE = new Set(['40001', '40P01']);
const MAX_TRIES = 5;
/** Any number, the same on every instance: who holds it may migrate. */
const MIGRATION_LOCK = 7_201_926;

export async function openPostgres(
  url: string,
  entities: readonly EntityTarget<ObjectLiteral>[],
): Promise<Database> {
  const source = new DataSource({
    type: 'postgres',
    url,
    entities: [...entities] as never[],
    migrations: MIGRATIONS,
    migrationsTableName: 'migrations',
    extra: { max: 12, connectionTimeoutMillis: 10_000 },
  });
  await source.initialize();
  try {
    await migrateAlone(source);
    await checkSchema(source);
  } catch (error) {
    await source.destroy();
    throw error;
  }

  const uow = retryingUnitOfWork(source);
  return {
    engine: 'postgres',
    uow,
    longReads: (fn) => uow.read(fn),
    source,
    ping: async () => {
      await source.query('SELECT 1');
    },
    close: async () => {
      if (source.isInitialized) await source.destroy();
    },
  };
}

/** Instances that start at once on an empty database: one migrates, the others wait here. */
async function migrateAlone(source: DataSource): Promise<void> {
  const holder = source.createQueryRunner();
  await holder.connect();
  try {
    await holder.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await source.runMigrations({ transaction: 'each' });
  } finally {
    await holder.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    await holder.release();
  }
}

function retryingUnitOfWork(source: DataSource): UnitOfWork {
  const scope = new TransactionScope();
  return {
    async write(fn) {
      const open = scope.current();
      if (open) return open.transaction((tx) => scope.run(tx, fn));
      for (let tries = 1; ; tries += 1) {
        try {
          return await source.transaction((tx) => scope.run(tx, fn));
        } catch (error) {
          if (tries >= MAX_TRIES || !isRetryable(error)) throw error;
          await sleep(tries * 20);
        }
      }
    },
    read(fn) {
      return fn(scope.current() ?? source.manager);
    },
  };
}

function isRetryable(error: unknown): boolean {
  if (!(error instanceof QueryFailedError)) return false;
  const { code, table } = error.driverError as { code?: string; table?: string };
  // The same command came twice at once: run again, the loser finds the winner's answer.
  if (code === '23505' && table === 'commands') return true;
  return code !== undefined && RETRYABLE.has(code);
}
