import { splitOverPayments } from '../../../../server/domain/line-sums';
import { isWholeOrder } from '../../../../server/domain/returned-sum';
import { formatMoney, parseMoney } from '../../shared/format';
import type { Claim, ClaimLine, DraftRefund, PaymentCandidate } from '../../shared/types';

export type DecisionMode = 'whole' | 'lines' | 'partial' | 'reject';

/** What a reviewer has filled in so far. */
export interface Draft {
  mode: DecisionMode;
  /** Ids of claim lines, for `lines`. */
  lines: string[];
  /** As typed, for `partial`. */
  amount: string;
  reasonCode: string;
  note: string;
}

/** What would be sent, or why nothing can be sent yet: a key of the catalogue with what fills it. */
export interface Checked {
  totalMinor: number;
  refunds: DraftRefund[];
  problem: { key: string; args?: Record<string, unknown> } | null;
}

/**
 * Sums follow from what is returned, with the delivery fee where it goes back, and never exceed what is left on the
 * payments. An order paid by two payments gets its money back on both, by what is left on each.
 */
export function checkDraft(draft: Draft, claim: Claim, payments: readonly PaymentCandidate[]): Checked {
  if (draft.mode === 'reject') return needsReason(draft, { totalMinor: 0, refunds: [], problem: null });
  const totalMinor = totalOf(draft, claim, payments);
  const left = leftOf(payments);
  const fail = (key: string, args?: Record<string, unknown>): Checked => ({
    totalMinor: totalMinor ?? 0,
    refunds: [],
    problem: { key, args },
  });
  if (payments.length === 0) return fail('claim.decide.noPayment');
  if (draft.mode === 'lines' && draft.lines.length === 0) return fail('claim.decide.noLines');
  if (totalMinor === null || totalMinor <= 0) return fail('claim.decide.positive');
  if (totalMinor > left) return fail('claim.decide.overCap', { sum: formatMoney(left, claim.currency) });
  return needsReason(draft, { totalMinor, refunds: allocate(totalMinor, draft, payments), problem: null });
}

/** What all chosen payments can still give back. */
export function leftOf(payments: readonly PaymentCandidate[]): number {
  return payments.reduce((sum, one) => sum + leftOn(one), 0);
}

/** What one payment can still give back. */
export function leftOn(payment: PaymentCandidate): number {
  return Math.max(0, payment.leftMinor ?? payment.amountMinor - payment.refundedMinor);
}

function totalOf(draft: Draft, claim: Claim, payments: readonly PaymentCandidate[]): number | null {
  if (draft.mode === 'partial') return parseMoney(draft.amount);
  const chosen =
    draft.mode === 'lines' ? claim.lines.filter((line) => draft.lines.includes(line.id)) : claim.lines;
  const byLines = chosen.reduce((sum, line) => sum + line.askedMinor, 0);
  if (byLines > 0) return byLines + deliveryOf(claim, chosen);
  return draft.mode === 'lines' ? 0 : (claim.requestedMinor ?? leftOf(payments));
}

/** The delivery fee that goes back with these lines. */
export function deliveryOf({ orderDetails }: Claim, chosen: readonly ClaimLine[]): number {
  if (!orderDetails) return 0;
  const returned = chosen.flatMap(({ orderLineId, quantity }) =>
    orderLineId ? [{ lineId: orderLineId, quantity }] : [],
  );
  const { whole, part } = orderDetails.deliveryBack;
  return isWholeOrder(orderDetails.lines, returned) ? whole : part;
}

function allocate(totalMinor: number, draft: Draft, payments: readonly PaymentCandidate[]): DraftRefund[] {
  const left = payments.map((payment) => ({ paymentId: payment.paymentId, leftMinor: leftOn(payment) }));
  const refunds = splitOverPayments(totalMinor, left);
  return draft.mode === 'lines' ? refunds.map((refund) => ({ ...refund, lines: draft.lines })) : refunds;
}

function needsReason(draft: Draft, checked: Checked): Checked {
  return draft.reasonCode ? checked : { ...checked, problem: { key: 'claim.decide.noReason' } };
}
