import type { Tx } from '../../adapters/db/unit-of-work';
import { SystemFlagEntity } from './setting.entity';

/** A fact of the installation, or null; every instance reads the same. */
export async function readFlag<T>(tx: Tx, key: string): Promise<T | null> {
  const row = await tx.findOneBy(SystemFlagEntity, { key });
  return row ? (row.value as T) : null;
}

export async function writeFlag(
  tx: Tx,
  key: string,
  value: object | string | number | boolean,
  now: number,
): Promise<void> {
  const { affected } = await tx.update(SystemFlagEntity, { key }, { value, updatedAt: now });
  if (affected === 0) await tx.insert(SystemFlagEntity, { key, value, updatedAt: now });
}

export async function clearFlag(tx: Tx, key: string): Promise<void> {
  await tx.delete(SystemFlagEntity, { key });
}
