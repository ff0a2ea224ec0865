import { In, MoreThanOrEqual, Not } from 'typeorm';
import { findForUpdate } from '../../adapters/db/locking';
import type { Tx } from '../../adapters/db/unit-of-work';
import { almatyDate, startOfDay } from '../../domain/almaty-time';
import { formatMoney, sumMinor } from '../../domain/money';
import { type HeldByCap, heldByCap, isCapped } from '../../domain/payout-cap';
import { recordEvent } from '../audit';
import { reportException } from '../payments';
import { SystemFlagEntity } from '../settings';
import { RefundAttemptEntity, RefundEntity } from './refund.entity';
import type { RefundParts } from './refund-parts';

/** A held refund asks again this often: the cap may be raised, or the day be over. */
const ASK_AGAIN_MS = 10 * 60_000;
/** All who would send while a cap stands wait for this row, so that none misses what another has just sent. */
const TURN = 'payouts.cap_turn';

/**
 * Keeps an attempt in the queue while the caps of the first live days do not let it pass, with the reason on it and
 * an exception before a person. Call it in the transaction that would mark it as sending.
 *
 * @returns whether it is held; its lease is given back then
 */
export async function holdForCap(tx: Tx, parts: RefundParts, attempt: RefundAttemptEntity): Promise<boolean> {
  const now = parts.clock.now();
  const onDate = almatyDate(now);
  const settings = await parts.loadSettings(tx, onDate);
  if (!isCapped(settings, onDate)) return false;
  await takeTurn(tx, now);
  const sentTodayMinor = await sentSince(tx, startOfDay(onDate));
  const held = heldByCap(settings, { amountMinor: attempt.amountMinor, sentTodayMinor, onDate });
  if (!held) return false;
  await tx.update(
    RefundAttemptEntity,
    { id: attempt.id, state: 'queued', fence: attempt.fence },
    {
      leaseUntil: 0,
      notBefore: now + ASK_AGAIN_MS,
      outcomeCode: held.reason,
      outcomeText: formatMoney(held.capMinor),
    },
  );
  if (attempt.outcomeCode !== held.reason) await alarm(tx, parts, attempt, held);
  return true;
}

async function takeTurn(tx: Tx, now: number): Promise<void> {
  await tx
    .createQueryBuilder()
    .insert()
    .into(SystemFlagEntity)
    .values({ key: TURN, value: true, updatedAt: now })
    .orIgnore()
    .updateEntity(false)
    .execute();
  await findForUpdate(tx, SystemFlagEntity, { key: TURN });
}

/** What has left since, or may have. A requeued attempt was certainly not executed and has no first sending. */
async function sentSince(tx: Tx, from: number): Promise<number> {
  const sent = await tx.findBy(RefundAttemptEntity, {
    firstSentAt: MoreThanOrEqual(from),
    state: Not(In(['queued', 'refused', 'not_sent'])),
  });
  return sumMinor(sent.map(({ amountMinor }) => amountMinor));
}

async function alarm(
  tx: Tx,
  { ids, clock, log }: RefundParts,
  { id, refundId, paymentId, amountMinor }: RefundAttemptEntity,
  { reason, capMinor }: HeldByCap,
): Promise<void> {
  const at = clock.now();
  const facts = { paymentId, refundId, details: { heldMinor: amountMinor, capMinor } };
  await reportException(tx, ids, { kind: 'held_by_cap', dedupKey: `held_by_cap:${id}`, ...facts }, at);
  const { claimId } = await tx.findOneByOrFail(RefundEntity, { id: refundId });
  await recordEvent(tx, ids, {
    actorId: null,
    action: 'refund.held_by_cap',
    resource: 'refunds',
    resourceId: refundId,
    claimId,
    data: { attemptId: id, reason, amountMinor, capMinor },
    at,
  });
  log.error({ refundId, reason }, 'a refund is above the cap of the settings and waits in the queue');
}
