import { MoreThan } from 'typeorm';
import type { Database } from '../../server/adapters/db/database';
import { type Keyring, keyIdOf } from '../../server/adapters/storage';

const BATCH = 500;

interface KeyRow {
  id: string;
  wrappedKey: string | null;
}

/**
 * Wraps every data key of the installation with the newest master key; files and sealed texts stay as they are. Safe
 * to run again: a row that changes meanwhile is left for the next run.
 *
 * @returns how many keys were wrapped anew
 * @throws Error when a key is wrapped by a master key that is not in the ring
 */
export async function rewrapKeys({ uow, source }: Database, keyring: Keyring): Promise<number> {
  const tables = source.entityMetadatas.filter((entity) => entity.findColumnWithPropertyName('wrappedKey'));
  let count = 0;
  for (const { target } of tables) {
    for (let after = ''; ;) {
      const rows = await uow.read((tx) =>
        tx.find<KeyRow>(target, {
          select: { id: true, wrappedKey: true },
          where: { id: MoreThan(after) },
          order: { id: 'ASC' },
          take: BATCH,
        }),
      );
      const old = rows.filter(({ wrappedKey }) => wrappedKey && keyIdOf(wrappedKey) !== keyring.currentId);
      await uow.write(async (tx) => {
        for (const { id, wrappedKey } of old) {
          const change = { wrappedKey: keyring.rewrap(wrappedKey ?? '') };
          const { affected } = await tx.update<KeyRow>(target, { id, wrappedKey: wrappedKey ?? '' }, change);
          count += affected ?? 0;
        }
      });
      const last = rows.at(-1);
      if (!last || rows.length < BATCH) break;
      after = last.id;
    }
  }
  return count;
}
