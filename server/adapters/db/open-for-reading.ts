import sqlite3 from 'sqlite3';
import { DataSource, type EntityTarget, type ObjectLiteral } from 'typeorm';
import type { UnitOfWork } from './unit-of-work';

/**
 * Opens a database beside the server that serves it, for tools that only look: nothing is migrated, nothing
 * locked, and SQLite refuses to write.
 */
export async function openForReading(
  url: string,
  entities: readonly EntityTarget<ObjectLiteral>[],
): Promise<{ read: UnitOfWork['read']; close: () => Promise<void> }> {
  const source = new DataSource(
    url.startsWith('sqlite:')
      ? {
          type: 'sqlite',
          database: url.slice('sqlite:'.length),
          entities: [...entities] as never[],
          flags: sqlite3.OPEN_READONLY,
          busyTimeout: 5000,
        }
      : { type: 'postgres', url, entities: [...entities] as never[], extra: { max: 1 } },
  );
  await source.initialize();
  return { read: (fn) => fn(source.manager), close: () => source.destroy() };
}
