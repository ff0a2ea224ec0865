import type { Database } from '../../adapters/db/database';
import { randomIds } from '../../adapters/ids/random-ids';
import { gate } from '../../testing/gate';
import { until } from '../../testing/payout-desk';
import { openTestDatabase } from '../../testing/test-database';
import { enqueue } from './enqueue';
import { JobEntity } from './job.entity';
import { releaseJobLeases } from './release-leases';
import { createJobRunner } from './run-jobs';

const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined };
const NOW = Date.parse('2026-11-23T10:15:00+05:00');

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const order = (kind: string) =>
  database.uow.write((tx) =>
    enqueue(tx, randomIds, { kind, dedupKey: randomIds.next(), payload: {}, runAt: NOW, now: NOW }),
  );
const stateOf = (kind: string) =>
  database.uow.read(async (tx) => (await tx.findOneByOrFail(JobEntity, { kind })).state);

it('lets a job that takes its time hold up no other, and waits for it at the end', async () => {
  const slowBegan = gate<null>();
  const slowMayEnd = gate<null>();
  const quickEnded = gate<null>();
  const runner = createJobRunner({
    uow: database.uow,
    clock: { now: () => NOW },
    ids: randomIds,
    log: SILENT,
    recurring: [],
    handlers: {
      slow: async () => {
        slowBegan.open(null);
        await slowMayEnd.opened;
      },
      quick: () => {
        quickEnded.open(null);
        return Promise.resolve();
      },
    },
  });

  await order('slow');
  runner.start();
  await slowBegan.opened;
  await order('quick');
  await quickEnded.opened;
  expect(await stateOf('slow')).toBe('ready');

  const stopped = runner.stop();
  slowMayEnd.open(null);
  await stopped;
  expect([await stateOf('slow'), await stateOf('quick')]).toEqual(['done', 'done']);
});

describe('the lease of a job', () => {
  /** A runner at a job that ends when it is told, on a clock and a renewal that stand still until they are moved. */
  async function atWork(kind: string) {
    jest.useFakeTimers({ doNotFake: ['setTimeout', 'clearTimeout', 'setImmediate', 'nextTick'] });
    const clock = { at: NOW, now: () => clock.at };
    const [began, mayEnd] = [gate<null>(), gate<null>()];
    const work = async () => {
      began.open(null);
      await mayEnd.opened;
    };
    const another = jest.fn(() => Promise.resolve());
    const parts = { uow: database.uow, clock, ids: randomIds, log: SILENT, recurring: [] };
    await order(kind);
    const ran = createJobRunner({ ...parts, handlers: { [kind]: work } }).runDue([kind]);
    await began.opened;
    return {
      clock,
      another,
      /** What another process finds to do. */
      lookAround: () => createJobRunner({ ...parts, handlers: { [kind]: another } }).runDue([kind]),
      end: async () => {
        mayEnd.open(null);
        await ran;
      },
    };
  }
  const leaseOf = (kind: string) =>
    database.uow.read(async (tx) => (await tx.findOneByOrFail(JobEntity, { kind })).leaseUntil);
  afterEach(() => jest.useRealTimers());

  it('is renewed as long as its worker lives', async () => {
    const { clock, another, lookAround, end } = await atWork('long');
    const first = await leaseOf('long');
    clock.at += 60_000;
    jest.advanceTimersByTime(20_000);
    await until(async () => (await leaseOf('long')) > first);
    clock.at += 60_000;
    await lookAround();
    expect(another).not.toHaveBeenCalled();
    await end();
    expect([await stateOf('long'), await leaseOf('long')]).toEqual(['done', 0]);
  });

  it('of a worker that is dead ends after a minute and a half', async () => {
    const { clock, another, lookAround, end } = await atWork('lost');
    clock.at += 89_999;
    await lookAround();
    expect(another).not.toHaveBeenCalled();
    clock.at += 1;
    await lookAround();
    expect(another).toHaveBeenCalledTimes(1);
    await end();
  });

  it('is released at once by a process that knows itself alone; should the worker live, it records nothing', async () => {
    const { another, lookAround, end } = await atWork('released');
    another.mockRejectedValueOnce(new Error('it must be tried again'));
    await releaseJobLeases(database.uow);
    await lookAround();
    expect(another).toHaveBeenCalledTimes(1);
    await end();
    expect(await stateOf('released')).toBe('ready');
  });
});

it('recurring work that a clock two hours ahead has put off runs at once when the clock is right again', async () => {
  const clock = { at: NOW + 120 * 60_000, now: () => clock.at };
  const run = jest.fn(() => Promise.resolve());
  const parts = { uow: database.uow, clock, ids: randomIds, log: SILENT, handlers: {} };
  const runner = createJobRunner({ ...parts, recurring: [{ kind: 'often', everyMs: 60_000, run }] });
  await runner.runDue();
  clock.at = NOW;
  await runner.runDue();
  expect(run).toHaveBeenCalledTimes(2);
  await runner.runDue();
  expect(run).toHaveBeenCalledTimes(2);
});
