import type { Database } from '../../server/adapters/db/database';
import { JobEntity } from '../../server/features/jobs';
import { payoutStop, RefundAttemptEntity } from '../../server/features/refunds';

/** As long as the product leases a job, an attempt before its call, and one in its call. */
const JOB_LEASE_MS = 90_000;
const LOOK_LEASE_MS = 2 * 60_000;
const CALL_LEASE_MS = 6 * 60_000;

/** `maybe`: what waits may be nobody's, because it was begun by a process that has died since. */
export type Activity = 'none' | 'maybe' | 'surely';

/**
 * Whether a worker still has something to do at this moment of the clock, told from the product's own tables. So the
 * run goes on when the work is done and not when a time is over, however slow the machine is.
 *
 * @param lastEndAt - when a process last died or froze, on the same clock: what was leased before may wait for its end
 */
export function activityOf({ uow }: Database, at: number, lastEndAt: number): Promise<Activity> {
  const held = (leaseUntil: number, leaseMs: number): Activity => {
    if (leaseUntil <= at) return 'none';
    return leaseUntil - leaseMs > lastEndAt ? 'surely' : 'maybe';
  };
  return uow.read(async (tx) => {
    const jobs = await tx.findBy(JobEntity, { state: 'ready' });
    const queued = await tx.findBy(RefundAttemptEntity, { state: 'queued' });
    const sending = await tx.findBy(RefundAttemptEntity, { state: 'sending' });
    // It comes every second and a half; what it has to do is seen from the attempts.
    const sender = jobs.find(({ kind }) => kind === 'refunds.send');
    const sent = (sender && held(sender.leaseUntil, JOB_LEASE_MS)) === 'maybe' ? 'maybe' : 'surely';
    const waits: Activity = (await payoutStop(tx)) ? 'none' : sent;
    return most([
      ...jobs
        .filter((job) => job !== sender)
        .map(({ runAt, leaseUntil }) =>
          runAt <= at && leaseUntil <= at ? ('surely' as const) : held(leaseUntil, JOB_LEASE_MS),
        ),
      ...queued.map(({ notBefore, leaseUntil }) =>
        leaseUntil <= at ? (notBefore <= at ? waits : 'none') : held(leaseUntil, LOOK_LEASE_MS),
      ),
      ...sending.map(({ leaseUntil }) => held(leaseUntil, CALL_LEASE_MS)),
    ]);
  });
}

function most(all: Activity[]): Activity {
  if (all.includes('surely')) return 'surely';
  return all.includes('maybe') ? 'maybe' : 'none';
}
