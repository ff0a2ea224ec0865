import { In, IsNull } from 'typeorm';
import type { Tx } from '../../adapters/db/unit-of-work';
import { OrderEntity } from '../orders';
import { ClaimEntity } from './claim.entity';
import type { ClaimCore } from './claim-parts';
import { makeRefreshClaim } from './refresh-claim';

/** Claims that named an order before it was known take its lines and handover date when it comes. */
export function makeOrdersSaved(core: ClaimCore): (tx: Tx, orderIds: string[]) => Promise<void> {
  const refresh = makeRefreshClaim(core);
  return async (tx, orderIds) => {
    for (let first = 0; first < orderIds.length; first += 500) {
      const page = orderIds.slice(first, first + 500);
      const orders = await tx.find(OrderEntity, {
        select: { id: true, number: true },
        where: { id: In(page) },
      });
      const claims = await tx.find(ClaimEntity, {
        select: { id: true },
        where: { orderNumber: In(orders.map(({ number }) => number)), closedAt: IsNull() },
      });
      for (const { id } of claims) await refresh(tx, id, 'order');
    }
  };
}
