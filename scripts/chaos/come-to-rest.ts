import { In } from 'typeorm';
import { RefundAttemptEntity, RefundEntity } from '../../server/features/refunds';
import { act, type Case } from './case';
import type { Place } from './place';

/** As long as the gateway's latest news takes: a list that lags 90 minutes, a notification two hours late. */
const ROUNDS = 14;
const ROUND_MINUTES = 11;

/**
 * Takes every trouble away, lets the clock run, and does what people at the desk would do: resume payouts, settle
 * what waits for them by two managers, send refused money again.
 */
export async function comeToRest(place: Place, cases: readonly Case[]): Promise<void> {
  // A fault point that nothing has reached yet goes with the process that carries it.
  for (const product of place.products) if (product.armed) await product.kill();
  await startAll(place);
  await place.control('DELETE', 'faults');
  let rounds = 0;
  do {
    await resumePayouts(place);
    await place.advance(ROUND_MINUTES);
    await settleByHand(place);
    if (rounds < ROUNDS - 6) await sendFailedAgain(place, cases);
    rounds += 1;
  } while (rounds < ROUNDS && (await anythingOpen(place)));
  // What is closed must stay as it is under the latest news.
  await place.advance(Math.max(1, ROUNDS - rounds) * ROUND_MINUTES);
  if (await anythingOpen(place)) await place.advance(ROUND_MINUTES);
}

function anythingOpen({ database }: Place): Promise<boolean> {
  const state = In(['queued', 'sending', 'unknown', 'manual', 'accepted']);
  return database.uow.read((tx) => tx.existsBy(RefundAttemptEntity, { state }));
}

export async function startAll(place: Place): Promise<void> {
  if (!place.sandbox.alive) await place.sandbox.start();
  for (const product of place.products) {
    if (!product.alive && !(await product.start()))
      throw new Error(`The product does not start any more:\n${product.output}`);
  }
  await place.settle();
}

export async function resumePayouts(place: Place): Promise<void> {
  const { body } = await place.ask('manager', 'GET', '/api/payouts');
  if (body.stopped !== true) return;
  for (const user of ['manager', 'manager2'])
    await place.ask(user, 'POST', '/api/payouts/resume', { reason: 'The gateway knows us again' });
}

/** Two managers say of everything in doubt that it was not executed; the product allows it only when that is so. */
export async function settleByHand(
  place: Place,
  states: RefundAttemptEntity['state'][] = ['manual'],
): Promise<void> {
  for (const state of states) {
    const open = await place.database.uow.read((tx) => tx.findBy(RefundAttemptEntity, { state }));
    for (const { refundId } of open) {
      for (const user of ['manager', 'manager2']) {
        const body = { mode: 'not_executed', reason: 'Nothing in the cabinet' };
        // The process may die at its point meanwhile; the next round asks again.
        await place.ask(user, 'POST', `/api/refunds/${refundId}/resolve`, body).catch(() => null);
      }
    }
  }
}

/** Once a refund: money that certainly did not go is sent again under its approval. */
export async function sendFailedAgain(place: Place, cases: readonly Case[]): Promise<void> {
  for (const one of cases) {
    const refunds = await place.database.uow.read((tx) => tx.findBy(RefundEntity, { claimId: one.claimId }));
    const failed = refunds.some(({ state }) => state === 'refused' || state === 'not_sent');
    const again = one.commands.some(({ path }) => path.endsWith('retry-payout'));
    if (failed && !again) await act(place, one, 'manager2', 'retry-payout');
  }
}
