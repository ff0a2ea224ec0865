import type { ClaimKind } from './claim';
import { InvalidInput, OverRefund } from './errors';
import { shareOut, sumMinor } from './money';
import type { LegalSettings } from './setting-types';

/** A line of an order; sums in minor units of the order's currency. */
export interface OrderLine {
  id: string;
  quantity: number;
  unitMinor: number;
  /** Discount on the whole line. */
  discountMinor: number;
}

export interface OrderSums {
  lines: readonly OrderLine[];
  /** Discount on the whole order, shared over its lines by their sums. */
  discountMinor: number;
  deliveryFeeMinor: number;
}

/**
 * What the buyer paid for each line: quantity × unit − its discount − its share of the order's discount.
 * @throws InvalidInput for a quantity that is no positive whole number or a discount above the sum
 */
export function lineSums(order: OrderSums): Map<string, number> {
  const gross = order.lines.map(lineSum);
  const shares = shareOut(order.discountMinor, gross);
  if (order.discountMinor > sumMinor(gross))
    throw new InvalidInput('The discount is above the sum of the lines');
  return new Map(order.lines.map(({ id }, index) => [id, (gross[index] ?? 0) - (shares[index] ?? 0)]));
}

/** One line before the order's discount. */
export function lineSum({ quantity, unitMinor, discountMinor }: OrderLine): number {
  if (!Number.isSafeInteger(quantity) || quantity < 1)
    throw new InvalidInput('A quantity is a positive whole number');
  if (discountMinor < 0 || unitMinor < 0) throw new InvalidInput('A price or discount is negative');
  const sum = sumMinor([quantity * unitMinor, -discountMinor]);
  if (sum < 0) throw new InvalidInput('The discount is above the sum of the line');
  return sum;
}

/** What the whole order cost: its lines and the delivery. */
export function purchaseSum(order: OrderSums): number {
  return sumMinor([...lineSums(order).values(), order.deliveryFeeMinor]);
}

/**
 * What goes back for some pieces of a line whose other pieces may have gone back before. Piece by piece or all
 * at once, the parts add up to the line's sum to the last tiyn.
 * @throws OverRefund when more pieces come back than were bought
 */
export function piecesSum(lineSumMinor: number, quantity: number, back: number, backBefore = 0): number {
  if (!Number.isSafeInteger(back) || back < 1)
    throw new InvalidInput('A quantity is a positive whole number');
  if (back + backBefore > quantity)
    throw new OverRefund('More pieces than were bought', { left: quantity - backBefore });
  const upTo = (pieces: number) => shareOut(lineSumMinor, [pieces, quantity - pieces])[0] ?? 0;
  return upTo(back + backBefore) - upTo(backBefore);
}

/** Whether the delivery fee goes back too; each answer is a setting (docs/rules.md R-13). */
export function refundsDelivery(kind: ClaimKind, wholeOrder: boolean, settings: LegalSettings): boolean {
  if (kind === 'defective') return settings['deliveryFee.refundDefective'];
  if (!wholeOrder) return settings['deliveryFee.refundPartial'];
  if (kind === 'refusal_before_handover') return settings['deliveryFee.refundBeforeHandover'];
  return settings['deliveryFee.refundAllLines'];
}

/**
 * Divides a refund over the payments of an order by what is left on each; no payment gets more than it holds.
 * @throws OverRefund when all together hold less
 */
export function splitOverPayments(
  totalMinor: number,
  payments: readonly { paymentId: string; leftMinor: number }[],
): { paymentId: string; amountMinor: number }[] {
  const left = sumMinor(payments.map(({ leftMinor }) => leftMinor));
  if (totalMinor > left) throw new OverRefund('More than is left on the payments', { leftMinor: left });
  const parts = shareOut(
    totalMinor,
    payments.map(({ leftMinor }) => leftMinor),
  );
  return payments
    .map(({ paymentId }, index) => ({ paymentId, amountMinor: parts[index] ?? 0 }))
    .filter(({ amountMinor }) => amountMinor > 0);
}
