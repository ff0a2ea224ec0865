import { In } from 'typeorm';
import type { Tx } from '../../adapters/db/unit-of-work';
import { CustomerEntity } from '../customers';
import { ClaimEntity } from './claim.entity';

/** Names of the people of each claim (customer, payer, representative), by id: what is masked in its letters. */
export async function claimPeopleOf(tx: Tx, claimIds: string[]): Promise<Map<string, string[]>> {
  if (claimIds.length === 0) return new Map();
  const claims = await tx.find(ClaimEntity, { where: { id: In(claimIds) } });
  const customers = await tx.find(CustomerEntity, {
    where: { id: In(claims.map(({ customerId }) => customerId)) },
  });
  const nameOf = new Map(customers.map(({ id, name }) => [id, name]));
  return new Map(
    claims.map(({ id, customerId, payer, representative }) => [
      id,
      [nameOf.get(customerId), payer?.name, representative?.name].filter((name) => name !== undefined),
    ]),
  );
}
