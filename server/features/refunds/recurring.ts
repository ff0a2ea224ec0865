import { In, LessThanOrEqual } from 'typeorm';
import type { RecurringJob } from '../jobs';
import { readFlag, writeFlag } from '../settings';
import { recordPayment } from '../payments';
import { bindRefund } from './bind-refund';
import type { Breaker } from './breaker';
import { POLLED_UNTIL } from './look-before-sending';
import { applyMove } from './move-attempt';
import { RefundAttemptEntity } from './refund.entity';
import type { RefundParts } from './refund-parts';
import { resolveAttempt } from './resolve-attempt';
import { sendQueued } from './send-attempt';

const BATCH = 20;
const PARALLEL = 4;
const FIRST_WINDOW_MS = 35 * 24 * 3_600_000;
const OVERLAP_MS = 3_600_000;

/** The work that moves refunds along by itself; each is idempotent and correct with webhooks off. */
export function refundRecurring(parts: RefundParts, breaker: Breaker): RecurringJob[] {
  return [
    { kind: 'refunds.send', everyMs: 1_500, run: () => sendDue(parts, breaker) },
    { kind: 'refunds.resolve', everyMs: 60_000, run: () => resolveDue(parts, breaker) },
    { kind: 'payments.poll', everyMs: 120_000, run: () => pollGateway(parts) },
  ];
}

/** Sends what is queued and due, a few payments at a time. */
export async function sendDue(parts: RefundParts, breaker: Breaker): Promise<void> {
  const { uow, clock } = parts;
  if (!breaker.mayTry(clock.now())) return;
  const due = await uow.read((tx) =>
    tx.find(RefundAttemptEntity, {
      where: {
        state: 'queued',
        notBefore: LessThanOrEqual(clock.now()),
        leaseUntil: LessThanOrEqual(clock.now()),
      },
      order: { notBefore: 'ASC', id: 'ASC' },
      take: breaker.open ? 1 : BATCH,
    }),
  );
  for (let i = 0; i < due.length; i += PARALLEL) {
    await Promise.all(due.slice(i, i + PARALLEL).map(({ id }) => sendQueued(parts, breaker, id)));
  }
}

/** Looks after everything whose end is open: lost workers, unknown outcomes, acceptances without settlement. */
export async function resolveDue(parts: RefundParts, breaker: Breaker): Promise<void> {
  const { uow, clock, log } = parts;
  const lost = await uow.read((tx) =>
    tx.findBy(RefundAttemptEntity, { state: 'sending', leaseUntil: LessThanOrEqual(clock.now()) }),
  );
  for (const attempt of lost) {
    await uow.write((tx) =>
      applyMove(tx, parts, attempt, 'lose', { outcomeCode: 'worker_lost', leaseUntil: 0 }),
    );
  }
  const open = await uow.read((tx) =>
    tx.find(RefundAttemptEntity, {
      where: { state: In(['unknown', 'manual', 'accepted']) },
      order: { updatedAt: 'ASC' },
      take: 200,
    }),
  );
  for (const attempt of open) {
    try {
      await resolveAttempt(parts, breaker, attempt);
    } catch (error) {
      const why = error instanceof Error ? error.name : 'unknown';
      log.warn({ attemptId: attempt.id, why }, 'look-up failed; tried again in a minute');
    }
  }
}

/** A worker that died mid-call left `sending` behind; at start its lease is nobody's any more. */
export async function forgetOwnLeases(parts: RefundParts): Promise<void> {
  const { uow, instance } = parts;
  const mine = await uow.read((tx) =>
    tx.findBy(RefundAttemptEntity, { state: 'sending', leaseOwner: instance }),
  );
  for (const attempt of mine) {
    await uow.write((tx) => applyMove(tx, parts, attempt, 'lose', { outcomeCode: 'restart', leaseUntil: 0 }));
  }
}

/** Imports the gateway's list since the last poll: payments are mirrored, refunds bound, cabinet refunds found. */
export async function pollGateway(parts: RefundParts): Promise<void> {
  const { uow, clock, ids, gateway } = parts;
  const now = clock.now();
  const until = await uow.read((tx) => readFlag<number>(tx, POLLED_UNTIL));
  const rows = await gateway.listOperations((until ?? now - FIRST_WINDOW_MS) - OVERLAP_MS, now);
  for (const row of rows.filter(({ kind }) => kind === 'payment')) {
    await uow.write((tx) => recordPayment(tx, ids, row, now));
  }
  for (const row of rows) {
    if (row.kind !== 'refund' || row.originalTransactionId === null) continue;
    const paymentTransactionId = row.originalTransactionId;
    await uow.write((tx) =>
      bindRefund(tx, parts, {
        gatewayRefundId: row.transactionId,
        paymentTransactionId,
        amountMinor: row.amountMinor,
        intent: row.intent,
        rrn: row.rrn,
        at: row.createdAt,
      }),
    );
  }
  await uow.write((tx) => writeFlag(tx, POLLED_UNTIL, now, now));
}
