import { In } from 'typeorm';
import type { Tx } from '../../adapters/db/unit-of-work';
import { ClaimEntity } from '../claims';

/** Wrapped data keys of claims, by id: what opens their letters. */
export async function claimKeysOf(tx: Tx, claimIds: string[]): Promise<Map<string, string>> {
  if (claimIds.length === 0) return new Map();
  const claims = await tx.find(ClaimEntity, {
    select: { id: true, wrappedKey: true },
    where: { id: In(claimIds) },
  });
  return new Map(claims.map(({ id, wrappedKey }) => [id, wrappedKey]));
}
