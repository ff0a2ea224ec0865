import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { addDays } from '../../../server/domain/calendar-date';
import { almatyDate } from '../../../server/domain/almaty-time';
import { addStaff } from '../accounts';
import { familyOf } from '../cpu';
import { type Engine, openGround } from '../data';
import { type DeskClient, signIn } from '../desk-client';
import { httpClient } from '../http-client';
import { type Place, type Product, startProduct } from '../processes';
import { type Felt, watchList } from './list-watch';
import { openEverything } from './open-everything';

/**
 * A change of the calendar over many open claims: `npm run bench:recount -- [--claims 100000]
 * [--database sqlite|postgres]`. Tells how long the recount takes, what a list page costs meanwhile beside idle, and for
 * how long the event loop is held. Then the change is taken back, the server killed in the middle and started again.
 */
const IDLE_MS = 30_000;
const SETTLE_MS = 5_000;
const LOOK_MS = 250;
const KILLED_AT = 0.4;
const TOKEN = 'a token of the bench, long enough';

interface Change {
  state: string;
  total: number;
  done: number;
  moved: number;
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { claims: { type: 'string' }, database: { type: 'string' } } });
  const [claims, engine] = [Number(values.claims ?? '100000'), values.database ?? 'sqlite'];
  if (!Number.isInteger(claims) || claims < 1000) throw new Error('--claims takes a whole number from 1000');
  if (engine !== 'sqlite' && engine !== 'postgres') throw new Error('--database is sqlite or postgres');
  const folder = mkdtempSync(join(tmpdir(), 'qaitarym-recount-'));
  const ground = await openGround(engine, folder);
  try {
    const { product: place } = await ground.prepare(claims);
    await addStaff(place.databaseUrl);
    await addStaff(place.databaseUrl, 'admin');
    const open = await openEverything(place.databaseUrl, Date.now());
    console.error(`${String(open)} claims with running terms on ${engine}`);
    await measure(place, engine, open);
  } finally {
    await ground.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(place: Place, engine: Engine, open: number): Promise<void> {
  let product = await startProduct(place, { METRICS_TOKEN: TOKEN });
  try {
    await sleep(SETTLE_MS);
    const idle = await felt(product, () => sleep(IDLE_MS));
    const day = nextWorkday();
    const began = performance.now();
    let first: Change = { state: '', total: 0, done: 0, moved: 0 };
    const busy = await felt(product, async () => {
      const admin = await signIn(product.url, 'admin@umami.kz');
      const changeId = await publish(admin, { day, kind: 'day_off' });
      first = await until(admin, changeId, ({ state }) => state === 'published');
      admin.close();
    });
    const seconds = (performance.now() - began) / 1000;
    tell(engine, open, first, seconds, idle, busy);

    const again = await killedInTheMiddle(product, place, day);
    product = again.product;
    console.log(
      `\nKilled at ${String(again.killedAt)} of ${String(again.change.total)}, started again: ` +
        `${String(again.change.done)} claims done, ${String(again.change.moved)} moved back.`,
    );
    if (again.change.done !== open) throw new Error('A claim was left out, or done twice');
  } finally {
    await product.stop();
  }
}

/** Takes the day off back; the server dies by SIGKILL on the way and another goes on. */
async function killedInTheMiddle(product: Product, place: Place, day: string) {
  const admin = await signIn(product.url, 'admin@umami.kz');
  const changeId = await publish(admin, { day, kind: null });
  const { done: killedAt } = await until(
    admin,
    changeId,
    ({ total, done }) => total > 0 && done >= total * KILLED_AT,
  );
  // With everything it started: an orphan would keep its pipes, and this program, open.
  for (const pid of familyOf(product.pid)) process.kill(pid, 'SIGKILL');
  await product.stop();
  admin.close();
  const next = await startProduct(place, { METRICS_TOKEN: TOKEN });
  const desk = await signIn(next.url, 'admin@umami.kz');
  const change = await until(desk, changeId, ({ state }) => state === 'published');
  desk.close();
  return { product: next, change, killedAt };
}

async function felt(product: Product, during: () => Promise<unknown>): Promise<Felt> {
  const desk = await signIn(product.url);
  const metrics = httpClient(product.url);
  const watch = watchList(desk, metrics, TOKEN);
  await during();
  const found = await watch.end();
  desk.close();
  metrics.close();
  return found;
}

async function publish(admin: DeskClient, day: { day: string; kind: string | null }): Promise<string> {
  const names = { nameKk: 'Демалыс', nameRu: 'Выходной', nameEn: 'Day off', source: 'the bench' };
  const send = async (path: string, body: object) => {
    const { body: answer } = await admin.send(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ commandId: `${path}:${String(day.kind)}`, ...body }),
    });
    return JSON.parse(answer.toString()) as { id: string };
  };
  const { id } = await send('/api/calendar-changes', { reason: 'the bench', days: [{ ...day, ...names }] });
  await send(`/api/calendar-changes/${id}/publish`, {});
  return id;
}

async function until(desk: DeskClient, id: string, reached: (change: Change) => boolean): Promise<Change> {
  for (;;) {
    const { body } = await desk.get(`/api/calendar-changes/${id}`);
    const change = JSON.parse(body.toString()) as Change;
    if (reached(change)) return change;
    await sleep(LOOK_MS);
  }
}

/** An ordinary weekday within the running terms; the calendar of today's year has no order for it. */
function nextWorkday(): string {
  let day = addDays(almatyDate(Date.now()), 2);
  while ([0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())) day = addDays(day, 1);
  return day;
}

function tell(engine: Engine, open: number, change: Change, seconds: number, idle: Felt, busy: Felt): void {
  const row = (name: string, { pages, median, p99, worst, stall }: Felt) =>
    `| ${[name, String(pages), ...[median, p99, worst, stall].map((ms) => `${ms.toFixed(0)} ms`)].join(' | ')} |`;
  console.log(
    [
      `${engine}: ${String(open)} open claims, ${String(change.moved)} moved, in ${seconds.toFixed(1)} s`,
      '',
      '| list page | asked | median | p99 | longest | event loop held at most |',
      '| --- | --- | --- | --- | --- | --- |',
      row('idle', idle),
      row('during the recount', busy),
    ].join('\n'),
  );
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
