import { findForUpdate } from '../../adapters/db/locking';
import type { Tx } from '../../adapters/db/unit-of-work';
import { type AttemptMove, type AttemptState, moveAttempt } from '../../domain/attempt';
import { recordEvent } from '../audit';
import { PaymentEntity } from '../payments';
import { LedgerEntryEntity, RefundAttemptEntity, RefundEntity } from './refund.entity';
import type { RefundParts } from './refund-parts';

type Parts = Pick<RefundParts, 'ids' | 'clock' | 'hooks'>;
type Change = Partial<
  Pick<
    RefundAttemptEntity,
    | 'notBefore'
    | 'firstSentAt'
    | 'lastSentAt'
    | 'leaseOwner'
    | 'leaseUntil'
    | 'sends'
    | 'gatewayRefundId'
    | 'outcomeCode'
    | 'outcomeText'
    | 'operation'
  >
> & {
  /** What the gateway shows beside its refund: its own reference, and when it was made. */
  seen?: { rrn: string | null; at: number };
};

/** Ends whose reason the screens show: the gateway's words, or the bank's. */
const WITH_WORDS: readonly AttemptState[] = ['refused', 'not_sent', 'reversed'];

/**
 * One move of an attempt and its refund, with ledger, claim and audit, in one transaction.
 * The update holds only while state and fence are those that the caller saw. The payment's row is locked first, by
 * whoever moves: a notification that chose this attempt must not find it moved on meanwhile, or its news is lost.
 *
 * @param actorId - who decided it; null for the system
 * @returns the attempt as it stands now, or null when somebody else was first
 */
export async function applyMove(
  tx: Tx,
  parts: Parts,
  seen: RefundAttemptEntity,
  move: AttemptMove,
  change: Change = {},
  actorId: string | null = null,
): Promise<RefundAttemptEntity | null> {
  const now = parts.clock.now();
  const state = moveAttempt(seen.state, move);
  await findForUpdate(tx, PaymentEntity, { id: seen.paymentId });
  const { seen: shown, ...own } = change;
  const fields = { ...own, state, updatedAt: now };
  const { affected } = await tx.update(
    RefundAttemptEntity,
    { id: seen.id, state: seen.state, fence: seen.fence },
    fields,
  );
  if (affected === 0) return null;
  const attempt = { ...seen, ...fields };
  const refund = await tx.findOneByOrFail(RefundEntity, { id: seen.refundId });
  // What is learned late happened when the gateway says, but never before we asked or after now.
  const earliest = refund.acceptedAt ?? attempt.firstSentAt ?? 0;
  const happenedAt = Math.max(earliest, Math.min(now, shown?.at ?? now));
  await tx.update(
    RefundEntity,
    { id: refund.id },
    {
      state,
      version: refund.version + 1,
      operation: attempt.operation,
      ...(attempt.gatewayRefundId === null ? {} : { gatewayRefundId: attempt.gatewayRefundId }),
      ...(shown && shown.rrn !== null ? { rrn: shown.rrn } : {}),
      ...(state === 'accepted' ? { acceptedAt: happenedAt } : {}),
      ...(state === 'settled' ? { settledAt: happenedAt } : {}),
      ...(WITH_WORDS.includes(state) ? { refusedText: attempt.outcomeText } : {}),
    },
  );
  await recordEvent(tx, parts.ids, {
    actorId,
    action: `refund.${state}`,
    resource: 'refunds',
    resourceId: refund.id,
    claimId: refund.claimId,
    data: {
      attemptId: attempt.id,
      move,
      amountMinor: refund.amountMinor,
      outcome: attempt.outcomeCode,
      gatewayRefundId: attempt.gatewayRefundId,
    },
    at: now,
  });
  await bookAndTell(tx, parts, refund, attempt, happenedAt);
  return attempt;
}

/** Ledger and mirror follow what is certain; the claim hears of it. */
async function bookAndTell(
  tx: Tx,
  parts: Parts,
  refund: RefundEntity,
  attempt: RefundAttemptEntity,
  at: number,
): Promise<void> {
  const { hooks, ids } = parts;
  const facts = { refundId: refund.id, text: attempt.outcomeText ?? '' };
  if (attempt.state === 'accepted') {
    await tx.insert(LedgerEntryEntity, {
      id: ids.next(),
      refundId: refund.id,
      paymentId: refund.paymentId,
      amountMinor: refund.amountMinor,
      at,
    });
    await tx.increment(PaymentEntity, { id: refund.paymentId }, 'refundedMinor', refund.amountMinor);
    // Polling sees a payment by the day it was made only, so a released hold is written down here.
    if (attempt.operation === 'void') {
      await tx.update(PaymentEntity, { id: refund.paymentId }, { status: 'Cancelled' });
    }
    if (refund.claimId !== null) await hooks.onAccepted(tx, refund.claimId);
  } else if (attempt.state === 'settled' && refund.claimId !== null)
    await hooks.onSettled(tx, refund.claimId);
  else if ((attempt.state === 'refused' || attempt.state === 'not_sent') && refund.claimId !== null) {
    await hooks.onRefused(tx, refund.claimId, facts);
  } else if (attempt.state === 'reversed') {
    await tx.decrement(PaymentEntity, { id: refund.paymentId }, 'refundedMinor', refund.amountMinor);
    if (refund.claimId !== null) await hooks.onReversed(tx, refund.claimId, facts);
  }
}
