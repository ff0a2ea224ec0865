import { setTimeout as sleep } from 'node:timers/promises';
import { In, LessThanOrEqual, Not } from 'typeorm';
import type { Breaker } from './breaker';
import { dueAt } from './due-at';
import { keepOutage } from './keep-outage';
import { payoutStop } from './payout-switch';
import { RefundAttemptEntity } from './refund.entity';
import type { RefundParts } from './refund-parts';
import { sendQueued } from './send-attempt';

const PARALLEL = 4;
const LOOK_AGAIN_MS = 1_000;
/** After that a round begins nothing more and ends with its last call. */
const ROUND_MS = 4 * 60_000;

/**
 * Sends what is queued and due, a few payments at a time, until nothing is left. A call that the gateway does not
 * answer keeps its place of those few and nothing else: the others serve what becomes due meanwhile. Attempts on one
 * payment go one after the other.
 *
 * @param stopping - aborted when the process must end: nothing more is begun then
 */
export async function sendDue(parts: RefundParts, breaker: Breaker, stopping?: AbortSignal): Promise<void> {
  const { clock } = parts;
  const failures: unknown[] = [];
  const fail = (error: unknown) => void failures.push(error);
  /** Payment → its call. */
  const running = new Map<string, Promise<void>>();
  const endsAt = clock.now() + ROUND_MS;
  for (;;) {
    const over = clock.now() >= endsAt || failures.length > 0 || stopping?.aborted === true;
    const places = over ? 0 : (breaker.open ? 1 : PARALLEL) - running.size;
    const next = places > 0 ? await nextDue(parts, breaker, [...running.keys()], places).catch(fail) : null;
    for (const { id, paymentId } of next ?? []) {
      const call = sendQueued(parts, breaker, id)
        .catch(fail)
        .finally(() => running.delete(paymentId));
      running.set(paymentId, call);
    }
    if (running.size === 0) break;
    // With no place to give away there is nothing to look for before a call has ended.
    await (places > 0 ? firstOf([...running.values()]) : Promise.race(running.values()));
  }
  await keepOutage(parts, breaker).catch(fail);
  if (failures.length > 0) throw failures[0];
}

/** As many as may begin now, one a payment; a gateway that is away gets one at a time, as a probe. */
async function nextDue(
  parts: RefundParts,
  breaker: Breaker,
  busyPayments: string[],
  places: number,
): Promise<RefundAttemptEntity[]> {
  const { uow, clock } = parts;
  await keepOutage(parts, breaker);
  const now = clock.now();
  if (!breaker.mayTry(now)) return [];
  const due = await uow.read(async (tx) => {
    if (await payoutStop(tx)) return [];
    return tx.find(RefundAttemptEntity, {
      where: {
        state: 'queued',
        notBefore: dueAt(now),
        leaseUntil: LessThanOrEqual(now),
        ...(busyPayments.length > 0 ? { paymentId: Not(In(busyPayments)) } : {}),
      },
      order: { notBefore: 'ASC', id: 'ASC' },
      take: PARALLEL * PARALLEL,
    });
  });
  const firstOfPayment = new Map<string, RefundAttemptEntity>();
  for (const attempt of due) {
    if (!firstOfPayment.has(attempt.paymentId)) firstOfPayment.set(attempt.paymentId, attempt);
  }
  return [...firstOfPayment.values()].slice(0, places);
}

/** Until a call has ended, or it is time to look what became due. */
async function firstOf(calls: Promise<void>[]): Promise<void> {
  const ended = new AbortController();
  const pause = sleep(LOOK_AGAIN_MS, undefined, { signal: ended.signal }).catch(() => undefined);
  await Promise.race([...calls, pause]);
  ended.abort();
}
