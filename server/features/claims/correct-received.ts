import type { Tx } from '../../adapters/db/unit-of-work';
import { almatyDate } from '../../domain/almaty-time';
import { InvalidInput } from '../../domain/errors';
import { OrderEntity } from '../orders';
import { PaymentEntity } from '../payments';
import type { ClaimEntity } from './claim.entity';
import type { Act } from './run-verb';

/**
 * The demand reached the shop at another moment than the claim says. The terms are counted anew from it; both
 * moments and the reason stay in the history.
 *
 * @throws InvalidInput when the moment lies in the future, or before the day of the purchase
 */
export async function correctReceived(
  { tx, claim, now, event }: Act,
  body: { demandedAt: string; reason: string },
): Promise<void> {
  const demandedAt = Date.parse(body.demandedAt);
  if (demandedAt > now) throw wrong('A demand cannot lie in the future', 'lies in the future');
  const bought = await purchasedOn(tx, claim);
  if (bought !== null && almatyDate(demandedAt) < bought) {
    throw wrong(`The purchase was made on ${bought}, the demand cannot be older`, 'lies before the purchase');
  }
  const before = { demandedAt: iso(claim.demandedAt), dueOn: claim.dueOn };
  if (claim.moneyDemandedAt === claim.demandedAt) claim.moneyDemandedAt = demandedAt;
  claim.demandedAt = demandedAt;
  claim.demandedReason = body.reason.slice(0, 500);
  await event('received_corrected', { before, demandedAt: iso(demandedAt) }, { reason: body.reason });
}

/** The earliest day that order or payment name; null when the claim has neither. */
async function purchasedOn(tx: Tx, { orderId, paymentId }: ClaimEntity): Promise<string | null> {
  const order = orderId === null ? null : await tx.findOneBy(OrderEntity, { id: orderId });
  const payment = paymentId === null ? null : await tx.findOneBy(PaymentEntity, { id: paymentId });
  const days = [order?.placedAt, payment?.createdAt].filter((at) => at !== undefined).map(almatyDate);
  return days.sort()[0] ?? null;
}

function wrong(text: string, short: string): InvalidInput {
  return new InvalidInput(text, { errors: { demandedAt: short } });
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
