import type { DataSource, EntityTarget, ObjectLiteral } from 'typeorm';
import { openPostgres } from './postgres';
import { openSqlite } from './sqlite';
import type { UnitOfWork } from './unit-of-work';

/** An open, migrated database. `source` is for adapters, tools and tests; features get `uow` alone. */
export interface Database {
  engine: 'sqlite' | 'postgres';
  uow: UnitOfWork;
  /** Reads that may take long (exports, sweeps) without holding up list pages. */
  longReads: UnitOfWork['read'];
  source: DataSource;
  /** Resolves when rows can be read and written now; for /readyz. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens `sqlite:<file>` or `postgres://…` and migrates it.
 *
 * @param options.lock - take the SQLite lock file that names the one server
 */
export async function openDatabase(
  url: string,
  entities: readonly EntityTarget<ObjectLiteral>[],
  options: { lock: boolean } = { lock: false },
): Promise<Database> {
  if (url.startsWith('sqlite:')) return openSqlite(url.slice('sqlite:'.length), entities, options);
  if (/^postgres(ql)?:\/\//.test(url)) return openPostgres(url, entities);
  throw new Error('DATABASE_URL must start with sqlite: or postgres://');
}
