import { setTimeout as sleep } from 'node:timers/promises';
import type { FaultPoint } from '../../server/testing/fault-points';
import { type Random, seededRandom } from '../seed/random';
import { act, type Case, payAndMirror, proposeCase } from './case';
import { comeToRest, sendFailedAgain, settleByHand, startAll } from './come-to-rest';
import { CRASHES, type Trouble } from './crash-plan';
import type { Place } from './place';

const REFUND_FAULTS = [
  'G2',
  'G3',
  'G5',
  'G6',
  'G7',
  'G8',
  'G9:30',
  'G9:300',
  'G10',
  'G11:cut',
  'G11:html',
  'G12',
  'G13:20',
];
const LIST_FAULTS = ['G3', 'G5', 'G11:html', 'G13:15', 'G13:90', 'G14:again', 'G14:skip'];
const NOTICES = ['triple', 'late', 'before', 'never', 'never', 'amount', 'hmac'];
const POINTS = [...new Set(CRASHES.map(({ point }) => point))];

/**
 * One world of some cases under troubles that a seed chooses: faults of the gateway, kills at named points and at
 * any moment, an absent gateway, jumps of the clock, refunds in the cabinet, two claims on one payment.
 */
export async function runRandom(place: Place, seed: number, size: number): Promise<Case[]> {
  const random = seededRandom(seed);
  const chance = (percent: number) => random.whole(100) < percent;
  await startAll(place);
  const cases = await makeCases(place, random, size);
  const waiting = [...cases];
  while (waiting.length > 0) {
    await place.control('DELETE', 'faults');
    for (let n = random.whole(4); n >= 0; n -= 1) await armRandom(place, random);
    if (chance(40)) await restartWith(place, random, random.pick(POINTS));
    if (chance(10)) await place.sandbox.kill();
    for (const one of waiting.splice(0, 1 + random.whole(5))) {
      const instance = random.whole(place.products.length);
      const two = chance(15) && act(place, one, 'manager2', 'approve', instance).catch(() => null);
      await act(place, one, 'manager', 'approve', instance).catch(() => null);
      await two;
      if (chance(12) && place.sandbox.alive)
        await place.control('POST', 'refunds', {
          transactionId: one.transactionId,
          amount: 1 + random.whole(30),
        });
    }
    if (chance(30)) {
      await sleep(random.whole(900));
      await random.pick(place.products).kill();
    } else await place.settle();
    for (let n = random.whole(3); n > 0; n -= 1)
      await place.advance(random.pick([0.5, 2.1, 7, 11, 11, 25, 62]));
    await startAll(place);
    if (chance(40)) await settleByHand(place, ['unknown', 'manual']);
    if (chance(40)) await unlessKilled(place, sendFailedAgain(place, cases));
    const answered = cases.filter((one) => !waiting.includes(one));
    await unlessKilled(place, approveUnanswered(place, answered));
  }
  await comeToRest(place, cases);
  return cases;
}

/** Some payments serve two claims, so that they compete for what is left. */
async function makeCases(place: Place, random: Random, size: number): Promise<Case[]> {
  const cases: Case[] = [];
  while (cases.length < size) {
    const payment = await payAndMirror(place, 100);
    const claims = random.whole(100) < 25 ? 2 : 1;
    for (let n = 0; n < claims; n += 1)
      cases.push(await proposeCase(place, payment, 100 * (10 + random.whole(60))));
  }
  return cases;
}

async function armRandom(place: Place, random: Random): Promise<void> {
  const trouble: Trouble & { get?: string } = {
    refund: random.whole(100) < 70 ? random.pick(REFUND_FAULTS) : undefined,
    list: random.whole(100) < 25 ? random.pick(LIST_FAULTS) : undefined,
    notice: random.whole(100) < 50 ? random.pick(NOTICES) : undefined,
  };
  const set = (method: string, fault: string | undefined, times: number) =>
    fault === undefined ? undefined : place.control('POST', 'faults', { method, fault, times });
  await set('payments/refund', trouble.refund, 1);
  await set('v2/payments/list', trouble.list, 1 + random.whole(4));
  await set('notifications/refund', trouble.notice && `G15:${trouble.notice}`, 1);
}

async function restartWith(place: Place, random: Random, point: FaultPoint): Promise<void> {
  const victim = random.pick(place.products);
  await victim.kill();
  const alive = await victim.start({ FAULT_AT: `${point}:${String(1 + random.whole(2))}` });
  // With one process nobody could approve; it is started again when it died at once.
  if (!alive && place.products.length === 1) await victim.start();
}

/** Acts whose answer a kill swallowed are sent again, as a browser would. */
async function approveUnanswered(place: Place, cases: readonly Case[]): Promise<void> {
  for (const { commands } of cases) {
    for (const command of commands.filter(({ answer }) => answer === null))
      command.answer = await place.ask(command.user, 'POST', command.path, command.body);
  }
}

/** A process may come to its point under these acts too; then they wait for the next round. */
async function unlessKilled(place: Place, acts: Promise<void>): Promise<void> {
  await acts.catch((error: unknown) => {
    if (place.products.every(({ alive }) => alive)) throw error;
  });
}
