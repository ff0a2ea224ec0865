import { setTimeout as sleep } from 'node:timers/promises';
import { act, type Case, payAndMirror, proposeCase, repeat, showClaim } from './case';
import { arm } from './crash-plan';
import { resumePayouts, startAll } from './come-to-rest';
import type { Place } from './place';

/** A race makes its cases and leaves the world as it fell out; rest and checks come after. */
export interface Race {
  name: string;
  run: (place: Place) => Promise<Case[]>;
}

const newCase = async (place: Place, amountMinor = 4_000, paid = 100) =>
  proposeCase(place, await payAndMirror(place, paid), amountMinor);
const last = (place: Place) => place.products.length - 1;

export const RACES: Race[] = [
  {
    name: 'R1 R2 R3 one command to every process at once, many workers',
    run: async (place) => {
      const one = await newCase(place);
      await act(place, one, 'manager', 'approve', 0);
      const [command] = one.commands;
      if (command) await Promise.all([0, last(place), 0, last(place)].map((n) => repeat(place, command, n)));
      return [one];
    },
  },
  {
    name: 'R4 two managers, one claim',
    run: async (place) => {
      const one = await newCase(place);
      await Promise.all([
        act(place, one, 'manager', 'approve', 0),
        act(place, one, 'manager2', 'approve', last(place)),
      ]);
      return [one];
    },
  },
  {
    name: 'R5 two claims want more than the payment has',
    run: async (place) => {
      const payment = await payAndMirror(place, 100);
      const cases = [await proposeCase(place, payment, 6_000), await proposeCase(place, payment, 6_000)];
      await Promise.all(
        cases.map((one, n) => act(place, one, 'manager', 'approve', n === 0 ? 0 : last(place))),
      );
      return cases;
    },
  },
  {
    name: 'R6 stop against send',
    run: async (place) => {
      const cases = [await newCase(place), await newCase(place), await newCase(place)];
      for (const one of cases) await act(place, one, 'manager', 'approve');
      await sleep(250);
      await place.ask('manager', 'POST', '/api/payouts/stop', { reason: 'Somebody calls' });
      await place.advance(11);
      await resumePayouts(place);
      return cases;
    },
  },
  {
    name: 'R7 notification against answer',
    run: async (place) => {
      const one = await newCase(place);
      await arm(place, { notice: 'before' });
      await act(place, one, 'manager', 'approve');
      return [one];
    },
  },
  {
    name: 'R8 notification against look-up',
    run: async (place) => {
      const one = await newCase(place);
      await arm(place, { refund: 'G8', notice: 'late', list: 'G13:90' });
      await act(place, one, 'manager', 'approve');
      await place.settle();
      await place.advance(120.1);
      return [one];
    },
  },
  {
    name: 'R9 refund in the cabinet between approval and sending, and while the call runs',
    run: async (place) => {
      const cases = [await newCase(place), await newCase(place), await newCase(place, 4_000, 60)];
      await arm(place, { refund: 'G9:60' });
      for (const [n, one] of cases.entries()) {
        const byHand = () =>
          place.control('POST', 'refunds', { transactionId: one.transactionId, amount: 40 });
        if (n > 0) void byHand();
        await act(place, one, 'manager', 'approve');
        if (n === 0) await byHand();
      }
      return cases;
    },
  },
  {
    name: 'R10 a worker that sleeps through its lease, before or in its call',
    run: async (place) => {
      const cases: Case[] = [];
      for (const [n, pauseMs] of [120, 400, 700, 1_000].entries()) {
        const one = await newCase(place);
        cases.push(one);
        await arm(
          place,
          n % 2 === 0 ? { refund: 'G9:10', notice: 'never' } : { list: 'G13:90', notice: 'late' },
        );
        await act(place, one, 'manager', 'approve', 0);
        await sleep(pauseMs);
        place.products[0]?.freeze();
        for (const minutes of [7, 11, 45]) await place.advance(minutes);
        place.products[0]?.thaw();
        await place.settle();
      }
      return cases;
    },
  },
  {
    name: 'R11 the clock of the machine jumps two hours, there and back',
    run: async (place) => {
      const cases: Case[] = [];
      for (const minutes of [120, -120]) {
        const one = await newCase(place);
        cases.push(one);
        await arm(place, { refund: 'G8', notice: 'never' });
        await act(place, one, 'manager', 'approve');
        await place.settle();
        place.jump(minutes);
        await sleep(1_500);
        place.jump(-minutes);
        await place.settle();
      }
      return cases;
    },
  },
  {
    name: 'R14 the secret changes while money is on its way',
    run: async (place) => {
      const cases = [await newCase(place), await newCase(place)];
      const [first, second] = cases;
      if (!first || !second) return cases;
      await arm(place, { refund: 'G8', notice: 'never' });
      await act(place, first, 'manager', 'approve');
      await place.settle();
      await place.sandbox.kill();
      await place.sandbox.start({ CLOUDPAYMENTS_API_SECRET: 'another-secret' });
      await act(place, second, 'manager', 'approve');
      await place.settle();
      await place.advance(11);
      await place.sandbox.kill();
      await place.sandbox.start();
      await place.settle();
      return cases;
    },
  },
  {
    name: 'the gateway is away for three hours',
    run: async (place) => {
      const cases = [await newCase(place), await newCase(place)];
      await place.sandbox.kill();
      for (const one of cases) await act(place, one, 'manager', 'approve');
      for (const minutes of [2, 11, 60, 110]) await place.advance(minutes);
      await startAll(place);
      for (const one of cases) await showClaim(place, one);
      return cases;
    },
  },
];
