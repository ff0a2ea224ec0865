import type { Database } from '../../adapters/db/database';
import { randomIds } from '../../adapters/ids/random-ids';
import { NotFound } from '../../domain/errors';
import { openTestDatabase } from '../../testing/test-database';
import { enqueue } from './enqueue';
import { JobEntity } from './job.entity';
import { createJobRunner } from './run-jobs';

const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined };
const NOW = Date.parse('2026-11-23T10:15:00+05:00');
const SECOND = 1_000;

let database: Database;
const clock = { at: NOW, now: () => clock.at };
beforeEach(async () => {
  database = await openTestDatabase();
  clock.at = NOW;
});
afterEach(() => database.close());

const jobOf = (kind: string) => database.uow.read((tx) => tx.findOneByOrFail(JobEntity, { kind }));
const order = (kind: string) =>
  database.uow.write((tx) =>
    enqueue(tx, randomIds, { kind, dedupKey: randomIds.next(), payload: {}, runAt: NOW, now: NOW }),
  );

/** A runner whose only job fails as often as it is told, once it is due, and how often it was tried. */
function failing(times: number, error: Error, everyMs: number | null = null) {
  let tries = 0;
  const run = () => {
    tries += 1;
    return tries <= times ? Promise.reject(error) : Promise.resolve();
  };
  const runner = createJobRunner({
    uow: database.uow,
    clock,
    ids: randomIds,
    log: SILENT,
    recurring: everyMs === null ? [] : [{ kind: 'again', everyMs, run }],
    handlers: everyMs === null ? { once: run } : {},
  });
  return { runDue: () => runner.runDue(), tried: () => tries };
}

it('waits twice as long after each fault, at most half an hour, and gives up after twelve', async () => {
  const { runDue, tried } = failing(99, new Error('mailbox full'));
  await order('once');
  const waits: number[] = [];
  for (let job = await jobOf('once'); job.state === 'ready'; job = await jobOf('once')) {
    clock.at = job.runAt;
    await runDue();
    waits.push(((await jobOf('once')).runAt - clock.at) / SECOND);
  }
  expect(waits.slice(0, -1)).toEqual([5, 10, 20, 40, 80, 160, 320, 640, 1_280, 1_800, 1_800]);
  expect(await jobOf('once')).toMatchObject({
    state: 'dead',
    tries: 12,
    finishedAt: clock.at,
    lastError: 'Error',
  });

  clock.at += 24 * 3_600 * SECOND;
  await runDue();
  expect(tried()).toBe(12);
});

it('does not try before its time', async () => {
  const { runDue, tried } = failing(1, new Error('away'));
  await order('once');
  await runDue();
  clock.at += 5 * SECOND - 1;
  await runDue();
  expect(tried()).toBe(1);
  clock.at += 1;
  await runDue();
  expect(tried()).toBe(2);
  expect(await jobOf('once')).toMatchObject({ state: 'done', lastError: null });
});

it('never gives recurring work up, and forgets its faults once it goes well', async () => {
  const { runDue } = failing(40, new Error('gateway away'), 60 * SECOND);
  for (let round = 1; round <= 40; round += 1) {
    await runDue();
    const job = await jobOf('again');
    expect(job).toMatchObject({ state: 'ready', tries: round });
    // Never more often than its own beat, and never less often than every half an hour.
    expect(job.runAt - clock.at).toBe(Math.min(1_800, Math.max(60, 5 * 2 ** (round - 1))) * SECOND);
    clock.at = job.runAt;
  }
  await runDue();
  expect(await jobOf('again')).toMatchObject({ state: 'ready', tries: 0, lastError: null });
});

it.each([
  [
    Object.assign(new Error('connect to mail.umami.kz of Aigul'), { code: 'ECONNREFUSED' }),
    'Error · ECONNREFUSED',
  ],
  [new NotFound('No such claim'), 'NotFound · not-found · No such claim'],
])('keeps kind and code of a fault for the screen, but no words of others', async (error, kept) => {
  const { runDue } = failing(1, error);
  await order('once');
  await runDue();
  expect((await jobOf('once')).lastError).toBe(kept);
});
