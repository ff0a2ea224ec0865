import { findRows } from '../../adapters/db/find-rows';
import type { Tx } from '../../adapters/db/unit-of-work';
import { leftToRefund } from '../../domain/attempt-rules';
import { sumMinor } from '../../domain/money';
import { CustomerEntity } from '../customers';
import { OrderEntity, orderLinesOf } from '../orders';
import { type MatchedPayment, matchPayments, PaymentEntity } from '../payments';
import { RefundAttemptEntity, RefundEntity } from '../refunds';
import type { ClaimEntity } from './claim.entity';
import { linesFromOrder, type NewLine } from './claim-lines';

/** Finds the order that the claim names; its handover date and lines follow where nobody has said otherwise. */
export async function linkOrder(
  tx: Tx,
  claim: ClaimEntity,
): Promise<{ order: OrderEntity | null; lines: NewLine[] }> {
  const { orderNumber } = claim;
  const order = orderNumber === null ? null : await tx.findOneBy(OrderEntity, { number: orderNumber });
  claim.orderId = order?.id ?? null;
  if (!order) return { order, lines: [] };
  claim.handedOverOn ??= order.handedOverOn;
  const lines = linesFromOrder(order, await orderLinesOf(tx, order.id), claim.kind, claim.requestedMinor);
  return { order, lines };
}

/** Takes the payment that plainly is the one; a tie or a weak sign is left to a person. */
export async function linkPayment(tx: Tx, claim: ClaimEntity): Promise<void> {
  if (claim.paymentId !== null) return;
  const customer = await tx.findOneBy(CustomerEntity, { id: claim.customerId });
  const found = (await candidatesOf(tx, claim, customer)).filter(({ leftMinor }) => leftMinor > 0);
  const [best, second] = found.sort((a, b) => b.reasons.length - a.reasons.length);
  if (best?.currency !== claim.currency) return;
  const strong = best.reasons.includes('order_number') || best.reasons.length >= 2;
  if (strong && best.reasons.length > (second?.reasons.length ?? 0)) claim.paymentId = best.id;
}

/** Payments that may be the claim's, with what is left on each when everything not certainly failed is counted. */
export async function candidatesOf(
  tx: Tx,
  claim: ClaimEntity,
  customer: Pick<CustomerEntity, 'email'> | null,
): Promise<(MatchedPayment & { leftMinor: number })[]> {
  const { orderNumber, requestedMinor, demandedAt } = claim;
  const email = claim.payer?.email ?? customer?.email ?? null;
  const matched = await matchPayments(tx, { email, orderNumber, requestedMinor, demandedAt });
  const payments = await withChosen(tx, claim, matched);
  if (payments.length === 0) return [];
  const ids = payments.map(({ id }) => id);
  const places = ids.map((_id, at) => `$${String(at + 1)}`).join(', ');
  const used = await findRows<PaymentUses>(
    tx,
    PaymentEntity,
    { sql: `WHERE "row"."id" IN (${places})`, values: ids },
    USES,
  );
  const uses = new Map(used.map((each) => [each.id, each]));
  return payments.map((payment) => {
    const { attempts = [], external = [] } = uses.get(payment.id) ?? {};
    const outside = external.filter(({ state }) => state !== 'reversed');
    const leftMinor = leftToRefund({
      paidMinor: payment.amountMinor,
      externalMinor: sumMinor(outside.map(({ amountMinor }) => amountMinor)),
      attempts,
    });
    // What did not go through, or was released, holds nothing that could go back.
    return { ...payment, leftMinor: holdsMoney(payment) ? leftMinor : 0 };
  });
}

function holdsMoney({ status }: Pick<PaymentEntity, 'status'>): boolean {
  return status === 'Completed' || status === 'Authorized';
}

/** What binds money of a payment. */
interface PaymentUses {
  id: string;
  attempts: RefundAttemptEntity[];
  external: RefundEntity[];
}

const ofPayment = '"part"."paymentId" = "row"."id"';
const USES = {
  only: ['id'],
  with: {
    attempts: { entity: RefundAttemptEntity, on: ofPayment, order: '"part"."id"' },
    external: {
      entity: RefundEntity,
      on: `${ofPayment} AND "part"."source" = 'external'`,
      order: '"part"."id"',
    },
  },
};

/** A payment that a person has chosen is shown whatever its signs say. */
async function withChosen(
  tx: Tx,
  { paymentId }: ClaimEntity,
  matched: MatchedPayment[],
): Promise<MatchedPayment[]> {
  if (paymentId === null || matched.some(({ id }) => id === paymentId)) return matched;
  const chosen = await tx.findOneBy(PaymentEntity, { id: paymentId });
  return chosen ? [{ ...chosen, reasons: [] }, ...matched] : matched;
}
