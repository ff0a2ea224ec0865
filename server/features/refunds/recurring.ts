import { In, LessThanOrEqual, MoreThan } from 'typeorm';
import { nextLook } from '../../domain/attempt-rules';
import { GatewayUnavailable } from '../../gateway-port';
import type { RecurringJob } from '../jobs';
import type { Breaker } from './breaker';
import { checkAllBooks } from './check-books';
import { dueAt } from './due-at';
import { probeGateway } from './keep-outage';
import { applyMove } from './move-attempt';
import { RefundAttemptEntity } from './refund.entity';
import type { RefundParts } from './refund-parts';
import { pollGateway } from './poll-gateway';
import { resolveAttempt } from './resolve-attempt';
import { sendDue } from './send-due';

const CHECK_BOOKS_EVERY_MS = 60 * 60_000;
const LOOKS_A_ROUND = 200;
/** The gateway does not answer anybody: asking for the next attempt would only wait again. */
const AWAY: readonly string[] = ['timeout', 'connection_refused', 'connection_lost', 'auth', 'shutdown'];

/** The work that moves refunds along by itself; each is idempotent and correct with webhooks off. */
export function refundRecurring(parts: RefundParts, breaker: Breaker): RecurringJob[] {
  return [
    { kind: 'refunds.send', everyMs: 1_500, run: (stopping) => sendDue(parts, breaker, stopping) },
    { kind: 'refunds.resolve', everyMs: 60_000, run: () => resolveDue(parts, breaker) },
    { kind: 'gateway.probe', everyMs: 60_000, run: () => probeGateway(parts, breaker) },
    { kind: 'refunds.check_books', everyMs: CHECK_BOOKS_EVERY_MS, run: () => checkAllBooks(parts) },
    { kind: 'payments.poll', everyMs: 120_000, run: () => pollGateway(parts) },
  ];
}

/**
 * Looks after everything whose end is open: lost workers, unknown outcomes, acceptances without settlement. Whose next
 * look is longest due comes first, so however many there are, each has its turn.
 */
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
      where: { state: In(['unknown', 'manual', 'accepted']), notBefore: dueAt(clock.now()) },
      order: { notBefore: 'ASC', id: 'ASC' },
      take: LOOKS_A_ROUND,
    }),
  );
  for (const attempt of open) {
    try {
      await resolveAttempt(parts, breaker, attempt);
      await lookAgain(parts, attempt);
    } catch (error) {
      const why = error instanceof Error ? error.name : 'unknown';
      log.warn({ attemptId: attempt.id, why }, 'look-up failed; tried again in a minute');
      // Also after a failure, so that one that always fails does not stand before all others for ever.
      await lookAgain(parts, attempt);
      if (error instanceof GatewayUnavailable && AWAY.includes(error.why)) return;
    }
  }
}

/** Whoever was looked at goes to the end of the line; who has moved on meanwhile keeps its place. */
async function lookAgain(
  { uow, clock, payoutRules }: RefundParts,
  attempt: RefundAttemptEntity,
): Promise<void> {
  const { id, state, fence } = attempt;
  const notBefore = nextLook(attempt, clock.now(), payoutRules);
  await uow.write((tx) => tx.update(RefundAttemptEntity, { id, state, fence }, { notBefore }));
}

/**
 * What a dead process left behind, at start: a call becomes unknown, an attempt that was not sent yet is free again.
 *
 * @param alone - no other process works on this database, so every lease is a dead one's; else only those of our name
 */
export async function forgetDeadLeases(parts: RefundParts, alone: boolean): Promise<void> {
  const { uow, instance } = parts;
  const owner = alone ? {} : { leaseOwner: instance };
  const lost = await uow.read((tx) => tx.findBy(RefundAttemptEntity, { state: 'sending', ...owner }));
  for (const attempt of lost) {
    await uow.write((tx) => applyMove(tx, parts, attempt, 'lose', { outcomeCode: 'restart', leaseUntil: 0 }));
  }
  await uow.write((tx) =>
    tx.update(
      RefundAttemptEntity,
      { state: 'queued', leaseUntil: MoreThan(0), ...owner },
      { leaseUntil: 0, fence: () => 'fence + 1' },
    ),
  );
}
