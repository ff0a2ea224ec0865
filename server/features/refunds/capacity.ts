import type { Tx } from '../../adapters/db/unit-of-work';
import { NotFound } from '../../domain/errors';
import { sumMinor } from '../../domain/money';
import { leftToRefund, type PaymentUse } from '../../domain/attempt-rules';
import { ExceptionEntity, PaymentEntity } from '../payments';
import { RefundAttemptEntity, RefundEntity } from './refund.entity';

/**
 * Everything that uses up a payment: our attempts, and refunds made in the gateway's cabinet.
 *
 * @param exceptAttemptId - left out of the sum: the attempt that asks whether there is room for it
 */
export async function useOfPayment(
  tx: Tx,
  payment: PaymentEntity,
  exceptAttemptId?: string,
): Promise<PaymentUse> {
  const all = await tx.findBy(RefundAttemptEntity, { paymentId: payment.id });
  const attempts = all.filter(({ id }) => id !== exceptAttemptId);
  const external = await tx.findBy(RefundEntity, { paymentId: payment.id, source: 'external' });
  const counted = external.filter(({ state }) => state !== 'reversed');
  return {
    paidMinor: payment.amountMinor,
    externalMinor: sumMinor(counted.map(({ amountMinor }) => amountMinor)),
    attempts: attempts.map(({ state, amountMinor }) => ({ state, amountMinor })),
  };
}

/** What was paid, what is bound or gone, what is left. @throws NotFound */
export async function capacityOf(tx: Tx, paymentId: string) {
  const payment = await tx.findOneBy(PaymentEntity, { id: paymentId });
  if (!payment) throw new NotFound('No such payment', { errors: { paymentId: 'unknown' } });
  const leftMinor = leftToRefund(await useOfPayment(tx, payment));
  return { paidMinor: payment.amountMinor, committedMinor: payment.amountMinor - leftMinor, leftMinor };
}

/**
 * Whether the gateway has shown a refund with the mark of an attempt that we had taken for failed: sending the
 * same money again would pay twice, whatever is left on the payment.
 */
export function executedEarlier(tx: Tx, refundId: string): Promise<boolean> {
  return tx.existsBy(ExceptionEntity, { kind: 'only_at_gateway', refundId });
}
