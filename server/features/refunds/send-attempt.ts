import { findForUpdate } from '../../adapters/db/locking';
import type { Tx } from '../../adapters/db/unit-of-work';
import { isDue, maySendBeside } from '../../domain/attempt-rules';
import { GatewayUnavailable, type RefundOutcome } from '../../gateway-port';
import { PaymentEntity } from '../payments';
import type { Breaker } from './breaker';
import { booksHold } from './check-books';
import { holdForCap } from './hold-for-cap';
import { lookBeforeSending } from './look-before-sending';
import { applyMove } from './move-attempt';
import { payoutStop, stopPayouts } from './payout-switch';
import { GatewayCallEntity, RefundAttemptEntity } from './refund.entity';
import type { RefundParts } from './refund-parts';

/** Until "sending" is committed. Should the look-up take longer, another worker's fence throws it away. */
const LOOK_LEASE_MS = 2 * 60_000;
/** Longer than the client waits for an answer, so that a lease never ends under a call. */
const CALL_LEASE_MS = 6 * 60_000;
const CREDENTIALS_REFUSED = 'gateway_refuses_credentials';
const FIRST_DELAY_MS = 5_000;
const LONGEST_DELAY_MS = 10 * 60_000;

/**
 * Sends one queued attempt: lease, live look-up, "sending" committed, then the call with no transaction open,
 * then the outcome (protocol steps 2–5).
 */
export async function sendQueued(parts: RefundParts, breaker: Breaker, attemptId: string): Promise<void> {
  const leased = await lease(parts, attemptId);
  if (!leased) return;
  let look;
  try {
    look = await lookBeforeSending(parts, leased);
    breaker.note('question', 'answered', parts.clock.now());
  } catch (error) {
    await lookFailed(parts, breaker, leased, error);
    return;
  }
  if (!look.go) {
    const { code, text } = look;
    await parts.uow.write((tx) =>
      applyMove(tx, parts, leased, 'stop', { outcomeCode: code, outcomeText: text, leaseUntil: 0 }),
    );
    return;
  }
  const sending = await markSending(parts, leased, look.operation);
  if (sending) await callGateway(parts, breaker, sending);
}

/** Takes the attempt for this process; one that wakes after its lease ended finds another fence. */
async function lease(parts: RefundParts, id: string): Promise<RefundAttemptEntity | null> {
  const { uow, clock, instance } = parts;
  return uow.write(async (tx) => {
    const now = clock.now();
    if (await payoutStop(tx)) return null;
    const attempt = await tx.findOneBy(RefundAttemptEntity, { id, state: 'queued' });
    if (!attempt || attempt.leaseUntil > now || !isDue(attempt.notBefore, now)) return null;
    // Here too, or the look-up would take a broken row for a reason to stop this payout alone.
    if (!(await booksHold(tx, parts, attempt.paymentId))) return null;
    const change = { leaseOwner: instance, leaseUntil: now + LOOK_LEASE_MS, fence: attempt.fence + 1 };
    const { affected } = await tx.update(
      RefundAttemptEntity,
      { id, state: 'queued', fence: attempt.fence },
      change,
    );
    return affected === 1 ? { ...attempt, ...change } : null;
  });
}

/** Nothing was sent: the attempt waits in the queue. A fault of ours is thrown on, after that. */
async function lookFailed(
  parts: RefundParts,
  breaker: Breaker,
  attempt: RefundAttemptEntity,
  error: unknown,
): Promise<void> {
  const why = error instanceof GatewayUnavailable ? error.why : 'look_up_failed';
  // A crowded gateway and one that refuses our credentials do answer.
  const answers = why === 'rate_limited' || why === 'auth';
  breaker.note('question', answers ? 'answered' : 'unreachable', parts.clock.now());
  await putOff(parts, attempt, why);
  if (why === 'auth') await stopForCredentials(parts, attempt.id);
  if (!(error instanceof GatewayUnavailable)) throw error;
}

async function stopForCredentials(parts: RefundParts, attemptId: string): Promise<void> {
  await parts.uow.write((tx) => stopPayouts(tx, parts, CREDENTIALS_REFUSED, null));
  parts.log.error({ attemptId }, 'the gateway refuses our credentials: payouts are stopped');
}

async function putOff(parts: RefundParts, attempt: RefundAttemptEntity, why: string): Promise<void> {
  await parts.uow.write((tx) =>
    tx.update(
      RefundAttemptEntity,
      { id: attempt.id, state: 'queued', fence: attempt.fence },
      {
        leaseUntil: 0,
        notBefore: parts.clock.now() + delayAfter(attempt.sends + 1),
        outcomeCode: why.slice(0, 60),
      },
    ),
  );
}

/** Commits "sending" before the socket opens; a payment with another attempt in doubt keeps this one queued. */
async function markSending(
  parts: RefundParts,
  attempt: RefundAttemptEntity,
  operation: 'refund' | 'void',
): Promise<RefundAttemptEntity | null> {
  return parts.uow.write(async (tx) => {
    const now = parts.clock.now();
    await findForUpdate(tx, PaymentEntity, { id: attempt.paymentId });
    if ((await payoutStop(tx)) || !(await booksHold(tx, parts, attempt.paymentId))) {
      await putBack(tx, attempt, now);
      return null;
    }
    const others = (await tx.findBy(RefundAttemptEntity, { paymentId: attempt.paymentId })).filter(
      ({ id }) => id !== attempt.id,
    );
    if (!maySendBeside(others.map(({ state }) => state))) {
      await putBack(tx, attempt, now + FIRST_DELAY_MS);
      return null;
    }
    if (await holdForCap(tx, parts, attempt)) return null;
    return applyMove(tx, parts, attempt, 'send', {
      operation,
      firstSentAt: attempt.firstSentAt ?? now,
      lastSentAt: now,
      sends: attempt.sends + 1,
      leaseUntil: now + CALL_LEASE_MS,
    });
  });
}

/** Gives the lease back: nothing was sent. */
async function putBack(tx: Tx, { id, fence }: RefundAttemptEntity, notBefore: number): Promise<void> {
  await tx.update(RefundAttemptEntity, { id, state: 'queued', fence }, { leaseUntil: 0, notBefore });
}

/** The one place where money moves. Shared with the resolver's repeat under the same key. */
export async function callGateway(
  parts: RefundParts,
  breaker: Breaker,
  attempt: RefundAttemptEntity,
): Promise<void> {
  const { uow, clock, ids, gateway } = parts;
  const { transactionId } = await uow.read((tx) =>
    tx.findOneByOrFail(PaymentEntity, { id: attempt.paymentId }),
  );
  const startedAt = clock.now();
  // Woken after its lease ended (a stopped process, a clock that jumped): others look after the attempt now, and
  // its key may have been forgotten by the time the call would arrive.
  if (startedAt >= attempt.leaseUntil) return;
  const order = {
    transactionId,
    amountMinor: attempt.amountMinor,
    intent: attempt.id,
    requestId: attempt.id,
  };
  const { operation } = attempt;
  const outcome = await (operation === 'void' ? gateway.voidPayment(order) : gateway.refund(order));
  const now = clock.now();
  const unreachable = outcome.kind === 'not_sent' && outcome.why === 'connection_refused';
  breaker.note('payout', unreachable || outcome.kind === 'unknown' ? 'unreachable' : 'answered', now);

  await uow.write(async (tx) => {
    await tx.insert(GatewayCallEntity, {
      id: ids.next(),
      attemptId: attempt.id,
      method: operation === 'void' ? 'payments/void' : 'payments/refund',
      startedAt,
      durationMs: Math.max(0, now - startedAt),
      outcome: outcomeCode(outcome),
    });
    // Null: a notification, or another worker after our lease, was first; its word stands.
    await recordOutcome(tx, parts, attempt, outcome);
  });
  if (outcome.kind === 'not_sent' && outcome.why === 'auth') await stopForCredentials(parts, attempt.id);
}

async function recordOutcome(
  tx: Tx,
  parts: RefundParts,
  attempt: RefundAttemptEntity,
  outcome: RefundOutcome,
): Promise<void> {
  const code = outcomeCode(outcome);
  switch (outcome.kind) {
    case 'accepted':
      await recordAccepted(tx, parts, attempt, outcome.gatewayRefundId, code);
      return;
    case 'refused':
      await applyMove(tx, parts, attempt, 'refuse', {
        outcomeCode: (outcome.code ?? 'refused').slice(0, 60),
        outcomeText: outcome.text,
        leaseUntil: 0,
      });
      return;
    case 'not_sent':
      await recordNotSent(tx, parts, attempt, code);
      return;
    case 'unknown':
      await applyMove(tx, parts, attempt, 'lose', { outcomeCode: code, leaseUntil: 0 });
  }
}

async function recordAccepted(
  tx: Tx,
  parts: RefundParts,
  attempt: RefundAttemptEntity,
  gatewayRefundId: number | null,
  outcomeCode: string,
): Promise<void> {
  if (attempt.operation === 'refund' && gatewayRefundId === null) {
    // Nothing to bind it by yet, so it is looked up like every other outcome without proof (checklist M4).
    await applyMove(tx, parts, attempt, 'lose', { outcomeCode: 'unknown:no_id', leaseUntil: 0 });
    return;
  }
  const change = { gatewayRefundId, outcomeCode, leaseUntil: 0 };
  const accepted = await applyMove(tx, parts, attempt, 'accept', change);
  // A void is done when it is accepted: the hold is released at once.
  if (accepted && attempt.operation === 'void') await applyMove(tx, parts, accepted, 'settle');
}

/**
 * This call was certainly not executed. A first one goes back to the queue as if never sent, so its key is
 * still fresh; a repeat stays unknown, because an earlier call under the same key may have been executed.
 */
async function recordNotSent(
  tx: Tx,
  parts: RefundParts,
  attempt: RefundAttemptEntity,
  outcomeCode: string,
): Promise<void> {
  if (attempt.firstSentAt !== attempt.lastSentAt) {
    await applyMove(tx, parts, attempt, 'lose', { outcomeCode, leaseUntil: 0 });
    return;
  }
  await applyMove(tx, parts, attempt, 'requeue', {
    outcomeCode,
    leaseUntil: 0,
    firstSentAt: null,
    lastSentAt: null,
    notBefore: parts.clock.now() + delayAfter(attempt.sends),
  });
}

function outcomeCode(outcome: RefundOutcome): string {
  const why = outcome.kind === 'not_sent' || outcome.kind === 'unknown' ? `:${outcome.why}` : '';
  return `${outcome.kind}${why}`;
}

function delayAfter(sends: number): number {
  return Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** Math.min(sends, 10));
}
