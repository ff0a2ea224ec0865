import { In, LessThanOrEqual } from 'typeorm';
import { GatewayUnavailable } from '../../gateway-port';
import type { RecurringJob } from '../jobs';
import type { Breaker } from './breaker';
import { applyMove } from './move-attempt';
import { RefundAttemptEntity } from './refund.entity';
import type { RefundParts } from './refund-parts';
import { pollGateway } from './poll-gateway';
import { resolveAttempt } from './resolve-attempt';
import { sendDue } from './send-due';

/** The gateway does not answer anybody: asking for the next attempt would only wait again. */
const AWAY: readonly string[] = ['timeout', 'connection_refused', 'connection_lost', 'auth', 'shutdown'];

/** The work that moves refunds along by itself; each is idempotent and correct with webhooks off. */
export function refundRecurring(parts: RefundParts, breaker: Breaker): RecurringJob[] {
  return [
    { kind: 'refunds.send', everyMs: 1_500, run: (stopping) => sendDue(parts, breaker, stopping) },
    { kind: 'refunds.resolve', everyMs: 60_000, run: () => resolveDue(parts, breaker) },
    { kind: 'payments.poll', everyMs: 120_000, run: () => pollGateway(parts) },
  ];
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
      if (error instanceof GatewayUnavailable && AWAY.includes(error.why)) return;
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
