import { parseAmount } from './amount';
import { newOperation } from './operations';
import { integer, jsonText } from './params';
import { refused, type CallContext, type Method } from './results';
import type { Operation } from './types';

const MINUTE_MS = 60_000;

export const refund: Method = (context) => {
  const { world, params, now, lagMinutes } = context;
  const payment = paymentOf(context);
  const amountMinor = parseAmount(params.Amount);
  if (amountMinor === null || amountMinor === 0) return refused('Amount is required');
  if (!payment) return refused('Not found');
  if (payment.status !== 'Completed') return refused(`Refund is not possible in status ${payment.status}`);
  if (isOverAYearOld(payment.createdAt, now)) return refused('Payment is older than one year');
  if (world.refundedMinor(payment.id) + amountMinor > payment.amountMinor)
    return refused('Amount is too big');

  const row = newOperation({
    id: world.nextId(),
    type: 1,
    status: 'Completed',
    amountMinor,
    currency: payment.currency,
    createdAt: now,
    invoiceId: payment.invoiceId,
    accountId: payment.accountId,
    email: payment.email,
    jsonData: jsonText(params.JsonData),
    cardFirstSix: payment.cardFirstSix,
    cardLastFour: payment.cardLastFour,
    cardType: payment.cardType,
    issuer: payment.issuer,
    originalId: payment.id,
    visibleFrom: now + lagMinutes * MINUTE_MS,
  });
  return {
    answer: { Success: true, Message: null, Model: { TransactionId: row.id } },
    moved: {
      kind: 'refund',
      transactionId: row.id,
      paymentTransactionId: payment.id,
      amountMinor,
      operations: [row, { ...payment, refunded: true }],
      notice: { type: 'refund', operation: row },
    },
  };
};

/** Confirms a hold; the rest of a partly confirmed one is released and no longer refundable. */
export const confirm: Method = (context) => {
  const payment = paymentOf(context);
  const amountMinor = parseAmount(context.params.Amount);
  if (!payment) return refused('Not found');
  if (payment.status !== 'Authorized') return refused(`Confirm is not possible in status ${payment.status}`);
  if (amountMinor === null || amountMinor === 0) return refused('Amount is required');
  if (amountMinor > payment.amountMinor) return refused('Amount is too big');
  const confirmed: Operation = { ...payment, status: 'Completed', amountMinor, confirmedAt: context.now };
  return changed('confirm', confirmed, { type: 'confirm', operation: confirmed });
};

/** Releases a hold. Named with a suffix because `void` is a word of the language. */
export const voidPayment: Method = (context) => {
  const payment = paymentOf(context);
  if (!payment) return refused('Not found');
  if (payment.status !== 'Authorized') return refused(`Void is not possible in status ${payment.status}`);
  const cancelled: Operation = { ...payment, status: 'Cancelled' };
  return changed('void', cancelled, { type: 'cancel', operation: cancelled });
};

function paymentOf({ world, params }: CallContext): Operation | null {
  const found = world.operations.get(integer(params.TransactionId) ?? 0);
  return found?.type === 0 ? found : null;
}

function changed(
  kind: 'confirm' | 'void',
  payment: Operation,
  notice: { type: 'confirm' | 'cancel'; operation: Operation },
): ReturnType<Method> {
  const { id, amountMinor } = payment;
  const moved = {
    kind,
    transactionId: id,
    paymentTransactionId: id,
    amountMinor,
    operations: [payment],
    notice,
  };
  return { answer: { Success: true, Message: null }, moved };
}

function isOverAYearOld(createdAt: number, now: number): boolean {
  const limit = new Date(createdAt);
  limit.setUTCFullYear(limit.getUTCFullYear() + 1);
  return now > limit.getTime();
}
