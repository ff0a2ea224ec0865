import type { Tx } from '../../adapters/db/unit-of-work';
import { OrderEntity, orderLinesOf } from '../orders';
import { CustomerEntity } from '../customers';
import type { ClaimEntity } from './claim.entity';
import type { ClaimCore, MatchedPayment } from './claim-parts';
import { linesFromOrder, type NewLine } from './claim-lines';

/** Finds the order that the claim names; its handover date and lines follow where nobody has said otherwise. */
export async function linkOrder(
  tx: Tx,
  claim: ClaimEntity,
): Promise<{ order: OrderEntity | null; lines: NewLine[] }> {
  const order =
    claim.orderNumber === null ? null : await tx.findOneBy(OrderEntity, { number: claim.orderNumber });
  claim.orderId = order?.id ?? null;
  if (!order) return { order, lines: [] };
  claim.handedOverOn ??= order.handedOverOn;
  return {
    order,
    lines: linesFromOrder(order, await orderLinesOf(tx, order.id), claim.kind, claim.requestedMinor),
  };
}

export async function candidatesOf(tx: Tx, core: ClaimCore, claim: ClaimEntity): Promise<MatchedPayment[]> {
  const customer = await tx.findOneBy(CustomerEntity, { id: claim.customerId });
  const { orderNumber, requestedMinor, demandedAt } = claim;
  const email = claim.payer?.email ?? customer?.email ?? null;
  return core.matchPayments(tx, { email, orderNumber, requestedMinor, demandedAt });
}

/** Takes the payment that plainly is the one; a tie or a weak sign is left to a person. */
export async function linkPayment(tx: Tx, core: ClaimCore, claim: ClaimEntity): Promise<void> {
  if (claim.paymentId !== null) return;
  const found = await candidatesOf(tx, core, claim);
  const ranked = found
    .filter(({ leftMinor }) => leftMinor > 0)
    .sort((a, b) => b.reasons.length - a.reasons.length);
  const [best, second] = ranked;
  if (best?.currency !== claim.currency) return;
  const strong = best.reasons.includes('order') || best.reasons.length >= 2;
  if (strong && best.reasons.length > (second?.reasons.length ?? 0)) claim.paymentId = best.paymentId;
}
