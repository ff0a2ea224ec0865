import { findForUpdate } from '../../adapters/db/locking';
import type { Tx } from '../../adapters/db/unit-of-work';
import { SystemFlagEntity } from './setting.entity';

/** A fact of the installation, or null; every instance reads the same. */
export async function readFlag<T>(tx: Tx, key: string): Promise<T | null> {
  const row = await tx.findOneBy(SystemFlagEntity, { key });
  return row ? (row.value as T) : null;
}

/** The same, kept from others until the transaction ends, for a decision that leans on it. */
export async function readFlagForUpdate<T>(tx: Tx, key: string): Promise<T | null> {
  const row = await findForUpdate(tx, SystemFlagEntity, { key });
  return row ? (row.value as T) : null;
}

/** Of two who write a new fact at the same moment the first one's stands. */
export async function writeFlag(
  tx: Tx,
  key: string,
  value: object | string | number | boolean,
  now: number,
): Promise<void> {
  const { affected } = await tx.update(SystemFlagEntity, { key }, { value, updatedAt: now });
  if (affected !== 0) return;
  await tx
    .createQueryBuilder()
    .insert()
    .into(SystemFlagEntity)
    .values({ key, value, updatedAt: now })
    .orIgnore()
    .updateEntity(false)
    .execute();
}

export async function clearFlag(tx: Tx, key: string): Promise<void> {
  await tx.delete(SystemFlagEntity, { key });
}
