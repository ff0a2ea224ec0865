import type { EntityTarget, FindOptionsWhere, ObjectLiteral } from 'typeorm';
import type { Tx } from './unit-of-work';

/**
 * Reads one row and keeps others from changing it until the transaction ends: a row lock on PostgreSQL;
 * on SQLite the write queue lets nobody else in.
 */
export function findForUpdate<T extends ObjectLiteral>(
  tx: Tx,
  entity: EntityTarget<T>,
  where: FindOptionsWhere<T>,
): Promise<T | null> {
  if (tx.connection.options.type !== 'postgres') return tx.findOneBy(entity, where);
  return tx.findOne(entity, { where, lock: { mode: 'pessimistic_write' } });
}

/** True when the error is a broken unique index, on either database. */
export function isUniqueViolation(error: unknown): boolean {
  const driver = (error as { driverError?: { code?: string; message?: string } }).driverError;
  if (!driver) return false;
  return (
    driver.code === '23505' ||
    (driver.code === 'SQLITE_CONSTRAINT' && (driver.message ?? '').includes('UNIQUE'))
  );
}
