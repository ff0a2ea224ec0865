import { In, MoreThan, Not } from 'typeorm';
import type { Tx } from '../../adapters/db/unit-of-work';
import { reserves } from '../../domain/attempt';
import { lineSums } from '../../domain/line-sums';
import { type OrderEntity, orderLinesOf } from '../orders';
import { RefundEntity } from '../refunds';
import { ClaimEntity, ClaimLineEntity } from './claim.entity';

/**
 * What other claims were granted for order lines, by line, in minor units. A grant counts from its approval until
 * every refund of it has certainly failed; lines without one are not in the answer. Money of a mistaken operation
 * goes back beside the price of the goods, so it is no grant for them and none stands against it.
 */
export async function grantedElsewhere(
  tx: Tx,
  claim: Pick<ClaimEntity, 'id' | 'kind'>,
  lines: readonly Pick<ClaimLineEntity, 'orderLineId'>[],
): Promise<Map<string, number>> {
  const ids = lines.flatMap(({ orderLineId }) => (orderLineId === null ? [] : [orderLineId]));
  if (ids.length === 0 || claim.kind === 'mistaken_operation') return new Map();
  const granted = await tx.findBy(ClaimLineEntity, {
    orderLineId: In(ids),
    claimId: Not(claim.id),
    approvedMinor: MoreThan(0),
  });
  const claimIds = [...new Set(granted.map((line) => line.claimId))];
  if (claimIds.length === 0) return new Map();
  const refunds = await tx.findBy(RefundEntity, { claimId: In(claimIds) });
  const others = await tx.findBy(ClaimEntity, { id: In(claimIds), kind: Not('mistaken_operation') });
  const paying = new Set(refunds.filter(({ state }) => reserves(state)).map(({ claimId }) => claimId));
  const standing = new Set(
    others.filter(({ id, state }) => state === 'approved' || paying.has(id)).map(({ id }) => id),
  );
  const sums = new Map<string, number>();
  for (const { claimId: other, orderLineId, approvedMinor } of granted) {
    if (orderLineId === null || !standing.has(other)) continue;
    sums.set(orderLineId, (sums.get(orderLineId) ?? 0) + (approvedMinor ?? 0));
  }
  return sums;
}

/** The most that may go back for each of these lines: what was asked, and no more than other claims have left of it. */
export async function mostForLines(
  tx: Tx,
  order: OrderEntity | null,
  lines: readonly ClaimLineEntity[],
  granted: ReadonlyMap<string, number>,
): Promise<number[]> {
  const paid = order
    ? lineSums({ ...order, lines: await orderLinesOf(tx, order.id) })
    : new Map<string, number>();
  return lines.map(({ orderLineId, askedMinor }) => {
    const linePaid = orderLineId === null ? undefined : paid.get(orderLineId);
    if (orderLineId === null || linePaid === undefined) return askedMinor;
    return Math.max(0, Math.min(askedMinor, linePaid - (granted.get(orderLineId) ?? 0)));
  });
}
