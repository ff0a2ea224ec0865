import { In, MoreThan } from 'typeorm';
import type { Tx } from '../../adapters/db/unit-of-work';
import { ClaimEntity } from '../claims';
import { CustomerEntity } from '../customers';
import { MessageEntity } from '../messages';

const DAY_MS = 24 * 3_600_000;
/** Two machines that answer each other stop here; a person rarely writes so often. */
const MAX_ANSWERS = 6;

/** Whether one more automatic letter may go to this address within a day. */
export async function mayAnswer(tx: Tx, address: string, now: number): Promise<boolean> {
  const customers = await tx.find(CustomerEntity, { select: { id: true }, where: { email: address } });
  if (customers.length === 0) return true;
  const claims = await tx.find(ClaimEntity, {
    select: { id: true },
    where: { customerId: In(customers.map(({ id }) => id)) },
    order: { createdAt: 'DESC' },
    take: 200,
  });
  if (claims.length === 0) return true;
  const sent = await tx.countBy(MessageEntity, {
    claimId: In(claims.map(({ id }) => id)),
    direction: 'out',
    automatic: true,
    createdAt: MoreThan(now - DAY_MS),
  });
  return sent < MAX_ANSWERS;
}
