import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { RULES } from '../../server/testing/rules-off';
import type { Case } from './case';
import { checkBooks } from './check';
import { comeToRest, startAll } from './come-to-rest';
import { CRASHES, runCrashes } from './crash-plan';
import { type DatabaseMaker, makeDatabases } from './engines';
import { openPlace, type Place, type PlaceOptions } from './place';
import { runRandom } from './random-plan';
import { RULE_PROOFS } from './rule-proofs';

jest.setTimeout(240_000);

/** The slice of `npm run chaos` that every verification runs; the whole of it takes an hour or two. */
let sqlite: DatabaseMaker;
beforeAll(async () => {
  if (!existsSync(join(__dirname, '../../dist/server/testing/start-test.js')))
    throw new Error('Build first: npm run build:server');
  sqlite = await makeDatabases('sqlite');
});
afterAll(() => sqlite.close());

async function faultsOf(
  maker: DatabaseMaker,
  options: PlaceOptions,
  play: (place: Place) => Promise<Case[]>,
): Promise<string[]> {
  const place = await openPlace(maker, { gatewayTimeoutMs: 2_000, ...options });
  try {
    const cases = await play(place);
    return (await checkBooks(place, cases)).faults;
  } finally {
    await place.close();
  }
}

/** A crash of each kind: around the commit, in the call, before the outcome, in the look-up. */
const SLICE = (
  [
    ['C5', 0],
    ['C8', 7],
    ['C9', 0],
    ['C10', 0],
    ['C16', 4],
  ] as const
).flatMap(([point, nth]) => CRASHES.filter((crash) => crash.point === point).slice(nth, nth + 1));

it('killed at five points, it pays each refund once', async () => {
  const died: number[] = [];
  const faults = await faultsOf(sqlite, { instances: 1 }, async (place) => {
    const report = await runCrashes(place, SLICE);
    died.push(report.died);
    return report.cases;
  });
  expect(faults).toEqual([]);
  expect(died).toEqual([SLICE.length]);
});

it('on PostgreSQL with two instances under random troubles, it pays each refund once', async () => {
  const postgres = await makeDatabases('postgres');
  try {
    expect(await faultsOf(postgres, { instances: 2 }, (place) => runRandom(place, 7, 6))).toEqual([]);
  } finally {
    await postgres.close();
  }
});

describe('each rule is needed', () => {
  it('with all of them nothing happens twice', async () => {
    const faults = await faultsOf(sqlite, { instances: 1 }, async (place) => {
      await startAll(place);
      const cases: Case[] = [];
      for (const rule of RULES) {
        cases.push(await RULE_PROOFS[rule](place));
        await place.control('DELETE', 'faults');
      }
      await comeToRest(place, cases);
      return cases;
    });
    expect(faults).toEqual([]);
  });

  it.each(RULES)('without %s the checker finds a refund that was paid twice', async (rule) => {
    const faults = await faultsOf(sqlite, { instances: 1, rulesOff: rule }, async (place) => {
      await startAll(place);
      return [await RULE_PROOFS[rule](place)];
    });
    expect(faults).toContainEqual(expect.stringMatching(/^\(3\) .* (refunded|paid) 2 times$/));
  });
});
