import { In, IsNull } from 'typeorm';
import { findForUpdate } from '../../adapters/db/locking';
import type { Tx } from '../../adapters/db/unit-of-work';
import { reservedSum } from '../../domain/attempt-rules';
import { PaymentEntity, reportException } from '../payments';
import { useOfPayment } from './capacity';
import { correctExternalRefund, recordExternalRefund } from './external-refund';
import { applyMove } from './move-attempt';
import { RefundAttemptEntity, RefundEntity } from './refund.entity';
import type { RefundParts } from './refund-parts';

/** A refund as the gateway shows it, in a notification or a list. */
export interface SeenRefund {
  gatewayRefundId: number;
  paymentTransactionId: number;
  amountMinor: number;
  /** Our mark, when it carries one. */
  intent: string | null;
  rrn: string | null;
  at: number;
  /** The list is what the gateway has in its books; a notification is only a hint. */
  shownBy: 'list' | 'notification';
}

/** The gateway's clock and ours may differ by this much. */
const SKEW_MS = 5 * 60_000;
/** States in which an attempt may still learn that it was executed. */
const OPEN = ['sending', 'unknown', 'manual', 'accepted'] as const;

/**
 * Binds a refund of the gateway to exactly one of ours: by our mark, else by payment and amount when one attempt
 * alone is open; whatever nobody of us sent is recorded as made in the cabinet. Never moves money, safe to
 * repeat, in any order (protocol step 8). Call it in a write.
 */
export async function bindRefund(
  tx: Tx,
  parts: Pick<RefundParts, 'ids' | 'clock' | 'hooks'>,
  seen: SeenRefund,
): Promise<'bound' | 'known' | 'external' | 'mismatch' | 'unknown_payment'> {
  const now = parts.clock.now();
  const payment = await findForUpdate(tx, PaymentEntity, { transactionId: seen.paymentTransactionId });
  if (!payment) {
    await reportException(
      tx,
      parts.ids,
      {
        kind: 'unknown_payment',
        dedupKey: `unknown_payment:refund:${seen.gatewayRefundId}`,
        transactionId: seen.gatewayRefundId,
        details: { paymentTransactionId: seen.paymentTransactionId, amountMinor: seen.amountMinor },
      },
      now,
    );
    return 'unknown_payment';
  }
  const known = await tx.findOneBy(RefundEntity, { gatewayRefundId: seen.gatewayRefundId });
  if (known) return settleKnown(tx, parts, known, payment.id, seen);

  const attempt = await openAttempt(tx, payment.id, seen);
  if (!attempt) {
    await recordExternalRefund(tx, parts.ids, payment, seen, now);
    await reportUnexpected(tx, parts.ids, payment, seen, now);
    return 'external';
  }
  if (attempt.amountMinor !== seen.amountMinor || attempt.paymentId !== payment.id) {
    await mismatch(tx, parts, payment.id, attempt.refundId, attempt.amountMinor, seen);
    return 'mismatch';
  }
  const { gatewayRefundId } = seen;
  const change = { gatewayRefundId, outcomeCode: 'found_at_gateway', leaseUntil: 0, seen };
  let accepted: RefundAttemptEntity | null = attempt;
  if (attempt.state !== 'accepted') accepted = await applyMove(tx, parts, attempt, 'accept', change);
  if (accepted) await applyMove(tx, parts, accepted, 'settle', change);
  return 'bound';
}

/** The refund was bound before: an accepted one settles, another amount is for a person. */
async function settleKnown(
  tx: Tx,
  parts: Pick<RefundParts, 'ids' | 'clock' | 'hooks'>,
  known: RefundEntity,
  paymentId: string,
  seen: SeenRefund,
): Promise<'bound' | 'known' | 'mismatch'> {
  if (known.amountMinor !== seen.amountMinor || known.paymentId !== paymentId) {
    await mismatch(tx, parts, known.paymentId, known.id, known.amountMinor, seen);
    const ours = known.source === 'claim' || known.paymentId !== paymentId;
    if (ours || seen.shownBy === 'notification') return 'mismatch';
    await correctExternalRefund(tx, parts.ids, known, seen.amountMinor, parts.clock.now());
    return 'known';
  }
  if (known.state !== 'accepted') return 'known';
  const attempt = await tx.findOneBy(RefundAttemptEntity, { refundId: known.id, state: 'accepted' });
  if (!attempt) return 'known';
  await applyMove(tx, parts, attempt, 'settle', { outcomeCode: attempt.outcomeCode, seen });
  return 'bound';
}

async function openAttempt(tx: Tx, paymentId: string, seen: SeenRefund): Promise<RefundAttemptEntity | null> {
  if (seen.intent !== null) {
    const marked = await tx.findOneBy(RefundAttemptEntity, { id: seen.intent });
    // A mark that is not ours, or of an attempt that has its gateway id: nobody of us is waiting for it.
    const waits = marked !== null && (OPEN as readonly string[]).includes(marked.state);
    return waits && marked.gatewayRefundId === null ? marked : null;
  }
  const waiting = await tx.findBy(RefundAttemptEntity, {
    paymentId,
    amountMinor: seen.amountMinor,
    state: In([...OPEN]),
    gatewayRefundId: IsNull(),
  });
  // What was made before our first call cannot be its result.
  const possible = waiting.filter(
    ({ firstSentAt }) => firstSentAt !== null && seen.at >= firstSentAt - SKEW_MS,
  );
  return possible.length === 1 ? (possible[0] ?? null) : null;
}

/** A refund with our mark that no attempt waits for, or more gone than was paid: a person must know at once. */
async function reportUnexpected(
  tx: Tx,
  ids: RefundParts['ids'],
  payment: PaymentEntity,
  seen: SeenRefund,
  now: number,
): Promise<void> {
  const facts = {
    paymentId: payment.id,
    transactionId: seen.gatewayRefundId,
    details: { amountMinor: seen.amountMinor, intent: seen.intent },
  };
  const attempt = seen.intent === null ? null : await tx.findOneBy(RefundAttemptEntity, { id: seen.intent });
  if (attempt) {
    const dedupKey = `only_at_gateway:${seen.gatewayRefundId}`;
    const refundId = attempt.refundId;
    await reportException(tx, ids, { kind: 'only_at_gateway', dedupKey, refundId, ...facts }, now);
  }
  const { paidMinor, externalMinor, attempts } = await useOfPayment(tx, payment);
  if (externalMinor + reservedSum(attempts) > paidMinor) {
    const dedupKey = `over_refund:${seen.gatewayRefundId}`;
    await reportException(tx, ids, { kind: 'over_refund', dedupKey, ...facts }, now);
  }
}

function mismatch(
  tx: Tx,
  parts: Pick<RefundParts, 'ids' | 'clock'>,
  paymentId: string,
  refundId: string,
  expectedMinor: number,
  seen: SeenRefund,
): Promise<void> {
  return reportException(
    tx,
    parts.ids,
    {
      kind: 'amount_mismatch',
      dedupKey: `amount_mismatch:${seen.gatewayRefundId}:${seen.amountMinor}`,
      paymentId,
      refundId,
      transactionId: seen.gatewayRefundId,
      details: { expectedMinor, amountMinor: seen.amountMinor },
    },
    parts.clock.now(),
  );
}
