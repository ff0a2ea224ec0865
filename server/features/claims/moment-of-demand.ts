import type { Tx } from '../../adapters/db/unit-of-work';
import { almatyDate } from '../../domain/almaty-time';
import { InvalidInput } from '../../domain/errors';
import { OrderEntity } from '../orders';
import { PaymentEntity } from '../payments';
import type { ClaimEntity } from './claim.entity';

type Bought = Pick<ClaimEntity, 'orderId' | 'paymentId'>;

/**
 * Nobody can ask for money back before the purchase.
 * @throws InvalidInput when the moment lies before the day of it; a claim without order and payment passes
 */
export async function assertAfterPurchase(tx: Tx, claim: Bought, demandedAt: number): Promise<void> {
  const bought = await purchasedOn(tx, claim);
  if (bought === null || almatyDate(demandedAt) >= bought) return;
  throw impossibleMoment(
    `The purchase was made on ${bought}, the demand cannot be older`,
    'lies before the purchase',
  );
}

export function impossibleMoment(text: string, short: string): InvalidInput {
  return new InvalidInput(text, { errors: { demandedAt: short } });
}

/** The earliest day that order or payment name; null when the claim has neither. */
export async function purchasedOn(tx: Tx, { orderId, paymentId }: Bought): Promise<string | null> {
  const order = orderId === null ? null : await tx.findOneBy(OrderEntity, { id: orderId });
  const payment = paymentId === null ? null : await tx.findOneBy(PaymentEntity, { id: paymentId });
  const days = [order?.placedAt, payment?.createdAt].filter((at) => at !== undefined).map(almatyDate);
  return days.sort()[0] ?? null;
}
