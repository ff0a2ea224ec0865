import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource, type EntityTarget, type ObjectLiteral, QueryFailedError } from 'typeorm';
import { Unavailable } from '../../domain/errors';
import { alone } from './alone';
import type { Database } from './database';
import { MIGRATIONS } from './migrations';
import { orUnavailable } from './or-unavailable';
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
    extra: { max: 12, connectionTimeoutMillis: 5_000, keepAlive: true },
  });
  await source.initialize();
  try {
    // Instances that start at once on an empty database: one migrates, the others wait here.
    await alone({ engine: 'postgres', source }, MIGRATION_LOCK, () =>
      source.runMigrations({ transaction: 'each' }),
    );
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
      const rows: { only: string }[] = await source.query(
        `SELECT current_setting('transaction_read_only') AS only`,
      );
      if (rows[0]?.only !== 'off') throw new Unavailable('The database only reads now', { part: 'database' });
    },
    close: async () => {
      if (source.isInitialized) await source.destroy();
    },
  };
}

function retryingUnitOfWork(source: DataSource): UnitOfWork {
  const scope = new TransactionScope();
  return {
    async write(fn) {
      const open = scope.current();
      if (open) return open.transaction((tx) => scope.run(tx, fn));
      for (let tries = 1; ; tries += 1) {
        try {
          return await orUnavailable(() => source.transaction((tx) => scope.run(tx, fn)));
        } catch (error) {
          if (tries >= MAX_TRIES || !isRetryable(error)) throw error;
          await sleep(tries * 20);
        }
      }
    },
    read(fn) {
      const open = scope.current();
      return open ? fn(open) : orUnavailable(() => fn(source.manager));
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
