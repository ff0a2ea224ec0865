import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import type { Case } from './case';
import { checkBooks, type Verdict } from './check';
import { comeToRest, startAll } from './come-to-rest';
import { CRASHES, runCrashes } from './crash-plan';
import { type DatabaseMaker, type Engine, makeDatabases } from './engines';
import { killMigrating } from './kill-migrating';
import { openPlace, type Place } from './place';
import { RACES } from './races';
import { runRandom } from './random-plan';

/** Cases of one random world; they share its kills and troubles. */
const WORLD_CASES = 20;
/** Crashes of one world; a few at a time keep the clock from running for ever. */
const WORLD_CRASHES = 12;

interface Totals {
  worlds: number;
  cases: number;
  refunds: number;
  manual: number;
  crashes: number;
  missed: string[];
  faults: string[];
}

/**
 * `npm run chaos -- [--engine sqlite|postgres] [--runs 1000] [--seed 1] [--plan crashes|races|random]`
 *
 * Without arguments: everything, on both databases. A red world prints its seed; `--plan random --runs 20 --seed <it>`
 * plays that world again.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      engine: { type: 'string' },
      runs: { type: 'string', default: '1000' },
      seed: { type: 'string' },
      plan: { type: 'string' },
    },
  });
  const seed = Number(values.seed ?? Math.floor(Math.random() * 1_000_000));
  const engines: Engine[] = values.engine ? [values.engine as Engine] : ['sqlite', 'postgres'];
  const wants = (plan: string) => values.plan === undefined || values.plan === plan;
  console.log(`seed ${String(seed)}, ${String(availableParallelism())} processors`);
  let red = false;
  for (const engine of engines) {
    const maker = await makeDatabases(engine);
    const startedAt = Date.now();
    const totals: Totals = { worlds: 0, cases: 0, refunds: 0, manual: 0, crashes: 0, missed: [], faults: [] };
    try {
      if (wants('crashes')) await allCrashes(maker, totals);
      if (wants('races')) await allRaces(maker, totals);
      if (wants('random')) await allRandom(maker, totals, seed, Number(values.runs));
    } finally {
      await maker.close();
    }
    report(engine, totals, Date.now() - startedAt);
    red ||= totals.faults.length > 0;
  }
  process.exitCode = red ? 1 : 0;
}

/** PostgreSQL runs two instances of the product, SQLite serves one. */
const instancesOf = ({ engine }: DatabaseMaker) => (engine === 'postgres' ? 2 : 1);

async function allCrashes(maker: DatabaseMaker, totals: Totals): Promise<void> {
  const faults = await killMigrating(maker);
  totals.faults.push(...faults);
  for (let first = 0; first < CRASHES.length; first += WORLD_CRASHES) {
    const some = CRASHES.slice(first, first + WORLD_CRASHES);
    await inWorld(maker, totals, `crashes ${some[0]?.point ?? ''}…`, async (place) => {
      const { cases, died, missed } = await runCrashes(place, some);
      totals.crashes += died;
      totals.missed.push(...missed);
      return cases;
    });
  }
}

async function allRaces(maker: DatabaseMaker, totals: Totals): Promise<void> {
  for (const { name, run } of RACES) {
    await inWorld(maker, totals, name, async (place) => {
      await startAll(place);
      const cases = await run(place);
      await comeToRest(place, cases);
      return cases;
    });
  }
}

async function allRandom(maker: DatabaseMaker, totals: Totals, seed: number, runs: number): Promise<void> {
  for (let done = 0; done < runs; done += WORLD_CASES) {
    const own = seed + done / WORLD_CASES;
    await inWorld(maker, totals, `random, seed ${String(own)}`, (place) =>
      runRandom(place, own, Math.min(WORLD_CASES, runs - done)),
    );
  }
}

async function inWorld(
  maker: DatabaseMaker,
  totals: Totals,
  name: string,
  play: (place: Place) => Promise<Case[]>,
): Promise<void> {
  const startedAt = Date.now();
  const place = await openPlace(maker, { instances: instancesOf(maker) });
  let verdict: Verdict = { faults: [], refunds: 0, manual: 0 };
  try {
    const cases = await play(place);
    totals.cases += cases.length;
    verdict = await checkBooks(place, cases);
  } catch (error) {
    verdict.faults.push(
      `the world broke: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
    verdict.faults.push(...place.products.map(({ output }) => output));
  } finally {
    await place.close();
  }
  totals.worlds += 1;
  totals.refunds += verdict.refunds;
  totals.manual += verdict.manual;
  totals.faults.push(...verdict.faults.map((fault) => `${name}: ${fault}`));
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(0);
  console.log(`${verdict.faults.length === 0 ? 'green' : 'RED  '} ${maker.engine} ${name} (${seconds} s)`);
  for (const fault of verdict.faults) console.log(`      ${fault}`);
}

function report(engine: Engine, totals: Totals, tookMs: number): void {
  const { worlds, cases, refunds, manual, crashes, missed, faults } = totals;
  const share = cases === 0 ? 0 : (100 * manual) / cases;
  console.log(
    `${engine}: ${String(cases)} cases in ${String(worlds)} worlds, ${String(crashes)} planned crashes, ` +
      `${String(refunds)} movements of money, ${share.toFixed(1)} % before a person, ${String(faults.length)} faults, ` +
      `${(tookMs / 60_000).toFixed(1)} min`,
  );
  for (const point of missed) console.log(`  not reached: ${point}`);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
