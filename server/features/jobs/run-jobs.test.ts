import type { Database } from '../../adapters/db/database';
import { randomIds } from '../../adapters/ids/random-ids';
import { openTestDatabase } from '../../testing/test-database';
import { enqueue } from './enqueue';
import { JobEntity } from './job.entity';
import { createJobRunner } from './run-jobs';

const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined };
const NOW = Date.parse('2026-11-23T10:15:00+05:00');

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

/** A promise with its key in hand. */
function gate(): { opened: Promise<void>; open: () => void } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}

const order = (kind: string) =>
  database.uow.write((tx) =>
    enqueue(tx, randomIds, { kind, dedupKey: randomIds.next(), payload: {}, runAt: NOW, now: NOW }),
  );
const stateOf = (kind: string) =>
  database.uow.read(async (tx) => (await tx.findOneByOrFail(JobEntity, { kind })).state);

it('lets a job that takes its time hold up no other, and waits for it at the end', async () => {
  const slowBegan = gate();
  const slowMayEnd = gate();
  const quickEnded = gate();
  const runner = createJobRunner({
    uow: database.uow,
    clock: { now: () => NOW },
    ids: randomIds,
    log: SILENT,
    recurring: [],
    handlers: {
      slow: () => {
        slowBegan.open();
        return slowMayEnd.opened;
      },
      quick: () => {
        quickEnded.open();
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
  slowMayEnd.open();
  await stopped;
  expect([await stateOf('slow'), await stateOf('quick')]).toEqual(['done', 'done']);
});
