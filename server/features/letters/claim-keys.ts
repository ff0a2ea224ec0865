import { findRows } from '../../adapters/db/find-rows';
import type { Tx } from '../../adapters/db/unit-of-work';
import { ClaimEntity } from '../claims';

/** Wrapped data keys of claims, by id: what opens their letters. */
export async function claimKeysOf(tx: Tx, claimIds: string[]): Promise<Map<string, string>> {
  if (claimIds.length === 0) return new Map();
  const places = claimIds.map((_id, at) => `$${String(at + 1)}`).join(', ');
  const claims = await findRows<Pick<ClaimEntity, 'id' | 'wrappedKey'>>(
    tx,
    ClaimEntity,
    { sql: `WHERE "row"."id" IN (${places})`, values: claimIds },
    KEYS,
  );
  return new Map(claims.map(({ id, wrappedKey }) => [id, wrappedKey]));
}

const KEYS = { only: ['id', 'wrappedKey'] };
