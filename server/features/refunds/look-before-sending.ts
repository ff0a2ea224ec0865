import { MoreThan } from 'typeorm';
import type { Tx } from '../../adapters/db/unit-of-work';
import { leftToRefund } from '../../domain/attempt-rules';
import { readFlag } from '../settings';
import { PaymentEntity, recordPayment } from '../payments';
import { bindRefund } from './bind-refund';
import { executedEarlier, useOfPayment } from './capacity';
import { type RefundAttemptEntity, RefundEntity } from './refund.entity';
import type { RefundParts } from './refund-parts';

const YEAR_MS = 365 * 24 * 3_600_000;
/** The poll's window is looked at again with this overlap: rows may appear late. */
const OVERLAP_MS = 3_600_000;
const SKEW_MS = 5 * 60_000;

/** `polledUntil` of the payments poll: everything before it is mirrored already. */
export const POLLED_UNTIL = 'payments.polled_until';

export type Look = { go: true; operation: 'refund' | 'void' } | { go: false; code: string; text: string };

/**
 * The look-up just before sending (design 5.6): the payment as it stands at the gateway, and refunds made there
 * since the last poll. Whatever does not fit stops the payout with a reason.
 *
 * @throws GatewayUnavailable when the gateway gave no clear answer; nothing was sent then
 */
export async function lookBeforeSending(parts: RefundParts, attempt: RefundAttemptEntity): Promise<Look> {
  const { uow, clock, ids, gateway } = parts;
  const { payment, polledUntil } = await uow.read(async (tx) => ({
    payment: await tx.findOneByOrFail(PaymentEntity, { id: attempt.paymentId }),
    polledUntil: await readFlag<number>(tx, POLLED_UNTIL),
  }));
  const now = clock.now();
  const live = await gateway.getPayment(payment.transactionId);
  if (!live) return stop('payment_unknown', 'The gateway does not know this payment');
  if (now - live.createdAt > YEAR_MS) return stop('too_old', 'The payment is older than a year');
  // Something went back and we know of nothing: only the whole list says what.
  const unexplained = live.refunded && payment.refundedMinor === 0;
  const since = unexplained ? live.createdAt : (polledUntil ?? live.createdAt) - OVERLAP_MS;
  const from = Math.max(live.createdAt, since);
  // The gateway's clock may be ahead of ours.
  const rows = await gateway.listOperations(from, now + SKEW_MS);

  return uow.write(async (tx) => {
    const fresh = await recordPayment(tx, ids, live, now);
    for (const row of rows) {
      if (row.kind !== 'refund' || row.originalTransactionId !== payment.transactionId) continue;
      await bindRefund(tx, parts, {
        gatewayRefundId: row.transactionId,
        paymentTransactionId: payment.transactionId,
        amountMinor: row.amountMinor,
        intent: row.intent,
        rrn: row.rrn,
        at: row.createdAt,
        shownBy: 'list',
      });
    }
    if (await executedEarlier(tx, attempt.refundId)) {
      return stop('earlier_attempt_executed', 'An earlier attempt of this refund was executed after all');
    }
    // Our own reservation is part of the use; without it there must be room for it.
    if (leftToRefund(await useOfPayment(tx, fresh, attempt.id)) < attempt.amountMinor) {
      return stop('already_refunded', 'The gateway shows other refunds: less is left on the payment');
    }
    if (await cabinetRefundSince(tx, attempt)) {
      return stop('cabinet_refund', 'Since the approval a refund was made in the gateway’s cabinet');
    }
    if (live.status === 'Completed') return { go: true, operation: 'refund' };
    if (live.status === 'Authorized' && attempt.amountMinor === live.amountMinor)
      return { go: true, operation: 'void' };
    return stop('status_changed', `The payment is ${live.status} at the gateway`);
  });
}

/**
 * Whoever approved did not see it: it may be the very money of this claim. Ids are made in order, so they tell
 * what we learned after the attempt was made, whenever the gateway says it happened.
 */
function cabinetRefundSince(tx: Tx, attempt: RefundAttemptEntity): Promise<boolean> {
  return tx.existsBy(RefundEntity, {
    paymentId: attempt.paymentId,
    source: 'external',
    id: MoreThan(attempt.id),
  });
}

function stop(code: string, text: string): Look {
  return { go: false, code, text };
}
