import type { Database } from './database';

/**
 * Runs `fn` while no other instance runs it. On PostgreSQL the others wait, and the lock falls with its connection
 * when the process dies; a SQLite file has one server anyway.
 *
 * @param lock - any number, the same on every instance
 */
export async function alone<T>(
  { engine, source }: Pick<Database, 'engine' | 'source'>,
  lock: number,
  fn: () => Promise<T>,
): Promise<T> {
  if (engine !== 'postgres') return fn();
  const holder = source.createQueryRunner();
  await holder.connect();
  try {
    await holder.query('SELECT pg_advisory_lock($1)', [lock]);
    return await fn();
  } finally {
    await holder.query('SELECT pg_advisory_unlock($1)', [lock]).catch(() => undefined);
    await holder.release();
  }
}
