import { findForUpdate } from '../../adapters/db/locking';
import { mayLookUp, mayRepeat } from '../../domain/attempt-rules';
import type { GatewayOperation } from '../../gateway-port';
import { PaymentEntity } from '../payments';
import { bindRefund } from './bind-refund';
import type { Breaker } from './breaker';
import { booksHold } from './check-books';
import { applyMove } from './move-attempt';
import { settleVoid } from './settle-void';
import { payoutStop } from './payout-switch';
import { RefundAttemptEntity, RefundEntity } from './refund.entity';
import type { RefundParts } from './refund-parts';
import { callGateway } from './send-attempt';

/** Clocks of two machines may differ; the list is asked from a little before the first sending. */
const BEFORE_MS = 5 * 60_000;
const AFTER_MS = 60 * 60_000;
const LEASE_MS = 6 * 60_000;

export type Finding = 'found' | 'absent' | 'ambiguous' | 'too_early';

/**
 * Asks the gateway's list what became of an attempt and records what it shows (protocol step 6).
 *
 * @throws GatewayUnavailable
 */
export async function lookUp(parts: RefundParts, attempt: RefundAttemptEntity): Promise<Finding> {
  const { uow, clock, gateway } = parts;
  const payment = await uow.read((tx) => tx.findOneByOrFail(PaymentEntity, { id: attempt.paymentId }));
  if (attempt.operation === 'void') return lookUpVoid(parts, attempt, payment);
  const from = (attempt.firstSentAt ?? attempt.createdAt) - BEFORE_MS;
  // A call works five minutes at most, so what it did was made soon after the last one; the rest of the list is not read.
  const to = Math.min(clock.now(), (attempt.lastSentAt ?? clock.now()) + AFTER_MS);
  const rows = await gateway.listOperations(from, to);
  const ours = rows.filter(
    (row) => row.kind === 'refund' && row.originalTransactionId === payment.transactionId,
  );
  const marked = ours.filter((row) => row.intent === attempt.id);
  if (marked[0]) return bound(await bind(parts, payment, marked[0]));
  const alike = await uow.read(async (tx) => {
    const free: GatewayOperation[] = [];
    for (const row of ours) {
      if (row.intent !== null || row.amountMinor !== attempt.amountMinor) continue;
      if (!(await tx.existsBy(RefundEntity, { gatewayRefundId: row.transactionId }))) free.push(row);
    }
    return free;
  });
  if (alike.length > 1) return 'ambiguous';
  if (alike[0]) return bound(await bind(parts, payment, alike[0]));
  return isQuiet(parts, attempt) ? 'absent' : 'too_early';
}

/** Anything else than a clean binding (another sum, a second refund) is for a person. */
function bound(result: Awaited<ReturnType<typeof bindRefund>>): Finding {
  return result === 'bound' || result === 'known' ? 'found' : 'ambiguous';
}

async function lookUpVoid(
  parts: RefundParts,
  attempt: RefundAttemptEntity,
  payment: PaymentEntity,
): Promise<Finding> {
  const live = await parts.gateway.getPayment(payment.transactionId);
  if (live?.status === 'Cancelled') {
    await parts.uow.write((tx) => settleVoid(tx, parts, payment.id));
    return 'found';
  }
  return isQuiet(parts, attempt) ? 'absent' : 'too_early';
}

function bind(parts: RefundParts, payment: PaymentEntity, row: GatewayOperation) {
  return parts.uow.write((tx) =>
    bindRefund(tx, parts, {
      gatewayRefundId: row.transactionId,
      paymentTransactionId: payment.transactionId,
      amountMinor: row.amountMinor,
      intent: row.intent,
      rrn: row.rrn,
      at: row.createdAt,
      shownBy: 'list',
    }),
  );
}

/** One round for one attempt: found, repeated under the same key inside its window, or put before a person. */
export async function resolveAttempt(
  parts: RefundParts,
  breaker: Breaker,
  attempt: RefundAttemptEntity,
): Promise<void> {
  const { uow, clock } = parts;
  if (attempt.state === 'unknown' && !isQuiet(parts, attempt)) return;
  const finding = await lookUp(parts, attempt);
  if (finding === 'found' || finding === 'too_early' || attempt.state !== 'unknown') return;
  const now = clock.now();
  const repeats = finding === 'absent' && mayStillRepeat(parts, attempt, now) && breaker.mayTry(now);
  const next = await uow.write(async (tx) => {
    if (repeats) {
      // Before the attempt's own row, as everywhere else.
      await findForUpdate(tx, PaymentEntity, { id: attempt.paymentId });
      if ((await payoutStop(tx)) || !(await booksHold(tx, parts, attempt.paymentId))) return null;
      const { affected } = await tx.update(
        RefundAttemptEntity,
        { id: attempt.id, state: 'unknown', fence: attempt.fence },
        { fence: attempt.fence + 1, leaseOwner: parts.instance, leaseUntil: now + LEASE_MS },
      );
      if (affected === 0) return null;
      const change = { lastSentAt: now, sends: attempt.sends + 1, leaseUntil: now + LEASE_MS };
      return applyMove(tx, parts, { ...attempt, fence: attempt.fence + 1 }, 'repeat', change);
    }
    if (finding === 'ambiguous' || !mayStillRepeat(parts, attempt, now)) {
      await applyMove(tx, parts, attempt, 'escalate', { outcomeCode: finding });
    }
    return null;
  });
  if (next) await callGateway(parts, breaker, next);
}

function isQuiet({ clock, payoutRules }: RefundParts, { lastSentAt }: RefundAttemptEntity): boolean {
  return lastSentAt !== null && mayLookUp(lastSentAt, clock.now(), payoutRules);
}

function mayStillRepeat({ payoutRules }: RefundParts, attempt: RefundAttemptEntity, now: number): boolean {
  return mayRepeat(attempt.firstSentAt ?? 0, attempt.lastSentAt ?? now, now, payoutRules);
}
