import type { Tx } from '../../adapters/db/unit-of-work';
import { DomainError, Forbidden } from '../../domain/errors';
import { recordEvent } from '../audit';
import { clearFlag, readFlag, readFlagForUpdate, writeFlag } from '../settings';
import type { RefundParts } from './refund-parts';

const KEY = 'payouts.stopped';

/** Set while no money may leave. */
export interface PayoutStop {
  reason: string;
  /** Null when the product stopped itself: the gateway refused our credentials. */
  byId: string | null;
  at: number;
  resumeRequestedById: string | null;
  /** What the first of the two said, and when; absent while nobody asked. */
  resumeReason?: string | null;
  resumeRequestedAt?: number | null;
}

/** The act needs payouts to be stopped, or running. */
export class PayoutsStopped extends DomainError {
  readonly code = 'payouts-stopped';
}

type Parts = Pick<RefundParts, 'ids' | 'clock'>;

export function payoutStop(tx: Tx): Promise<PayoutStop | null> {
  return readFlag<PayoutStop>(tx, KEY);
}

/**
 * Stops all sending at once; attempts wait in the queue. Stopping twice keeps the first reason, and takes back a
 * request to resume that waits for its second person: whoever stops again sees a danger.
 */
export async function stopPayouts(
  tx: Tx,
  parts: Parts,
  reason: string,
  byId: string | null,
): Promise<PayoutStop> {
  const known = await readFlagForUpdate<PayoutStop>(tx, KEY);
  if (known)
    return known.resumeRequestedById === null ? known : takeBackRequest(tx, parts, known, reason, byId);
  const stop = { reason, byId, at: parts.clock.now(), resumeRequestedById: null };
  await writeFlag(tx, KEY, stop, stop.at);
  const standing = await payoutStop(tx);
  if (standing && standing.byId !== byId) return standing;
  await tell(tx, parts, 'payouts.stopped', byId, reason);
  return stop;
}

async function takeBackRequest(
  tx: Tx,
  parts: Parts,
  known: PayoutStop,
  reason: string,
  byId: string | null,
): Promise<PayoutStop> {
  const stop = { ...known, resumeRequestedById: null, resumeReason: null, resumeRequestedAt: null };
  await writeFlag(tx, KEY, stop, parts.clock.now());
  await tell(tx, parts, 'payouts.resume_taken_back', byId, reason);
  return stop;
}

/**
 * Resuming needs two people: the first asks, another one confirms.
 *
 * @returns null when payouts run again, else who is waited for
 * @throws PayoutsStopped when nothing is stopped; Forbidden when the same person asks twice
 */
export async function resumePayouts(
  tx: Tx,
  parts: Parts,
  reason: string,
  byId: string,
): Promise<PayoutStop | null> {
  const stop = await readFlagForUpdate<PayoutStop>(tx, KEY);
  if (!stop) throw new PayoutsStopped('Payouts are running');
  if (stop.resumeRequestedById === byId)
    throw new Forbidden('A second person must confirm that payouts resume');
  if (stop.resumeRequestedById === null) {
    const now = parts.clock.now();
    const asked = { ...stop, resumeRequestedById: byId, resumeReason: reason, resumeRequestedAt: now };
    await writeFlag(tx, KEY, asked, now);
    await tell(tx, parts, 'payouts.resume_requested', byId, reason);
    return asked;
  }
  await clearFlag(tx, KEY);
  await tell(tx, parts, 'payouts.resumed', byId, reason);
  return null;
}

function tell(
  tx: Tx,
  { ids, clock }: Parts,
  action: string,
  actorId: string | null,
  reason: string,
): Promise<void> {
  const facts = { actorId, action, resource: 'payouts', resourceId: null, data: { reason }, at: clock.now() };
  return recordEvent(tx, ids, facts);
}
