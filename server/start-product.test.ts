import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startPostgres } from './testing/postgres';
import { emptyDatabaseUrl, TEST_ENGINE } from './testing/test-database';
import {
  addStaff,
  type Installation,
  launchProduct,
  newInstallation,
  type RealProduct,
  signInTo,
  startRealProduct,
  untilReady,
} from './testing/real-product';

const running: RealProduct[] = [];
const cleaning: (() => Promise<void> | void)[] = [];

afterEach(async () => {
  for (const product of running.splice(0)) await product.stop();
  for (const clean of cleaning.splice(0).reverse()) await clean();
});

async function install(env: Record<string, string> = {}): Promise<Installation> {
  const database = await emptyDatabaseUrl();
  const installation = newInstallation(database.url, env);
  cleaning.push(installation.remove, database.drop);
  return installation;
}

async function start(installation: Installation): Promise<RealProduct> {
  const product = await startRealProduct(installation);
  running.push(product);
  return product;
}

const readiness = async (product: RealProduct) => {
  const answer = await fetch(`${product.url}/readyz`);
  const { checks } = (await answer.json()) as { checks: Record<string, string> };
  return { status: answer.status, ...checks };
};

/** Waits until `look` gives what is expected; fails with the last answer. */
async function eventually<T>(look: () => Promise<T>, expected: object, withinMs = 15_000): Promise<void> {
  const until = Date.now() + withinMs;
  for (;;) {
    const found = await look();
    try {
      expect(found).toMatchObject(expected);
      return;
    } catch (error) {
      if (Date.now() > until) throw error;
      await sleep(200);
    }
  }
}

const claimOf = (commandId: string) => ({
  kind: 'refusal_before_handover',
  channel: 'phone',
  language: 'kk',
  customer: { name: 'Әсел Қуанышева', email: null, phone: null },
  requestedMinor: 1_250_000,
  currency: 'KZT',
  commandId,
});

it('the storage gone makes it unready and uploads 503; both recover without a restart', async () => {
  const installation = await install();
  await addStaff(installation, ['reviewer']);
  const product = await start(installation);
  const staff = await signInTo(product.url, 'reviewer');
  const upload = () => {
    const form = new FormData();
    form.set('claim', JSON.stringify(claimOf(`upload-${String(Date.now())}`)));
    form.append('files', new Blob([PNG], { type: 'image/png' }), 'өтініш.png');
    return staff.upload('/api/claims', form);
  };
  expect((await upload()).status).toBe(201);

  const folder = join(installation.folder, 'uploads');
  renameSync(folder, `${folder}-away`);
  writeFileSync(folder, 'no folder');
  await eventually(() => readiness(product), { status: 503, storage: 'failing', database: 'ok' });
  const refused = await upload();
  expect([refused.status, refused.headers.get('content-type')]).toEqual([
    503,
    'application/problem+json; charset=utf-8',
  ]);
  expect((await staff.get('/api/claims')).headers.get('content-range')).toBe('claims 0-0/1');

  rmSync(folder);
  renameSync(`${folder}-away`, folder);
  await eventually(() => readiness(product), { status: 200, storage: 'ok' });
  expect((await upload()).status).toBe(201);
}, 60_000);

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==',
  'base64',
);

if (TEST_ENGINE === 'postgres') {
  it('two instances that start at once on an empty database share one seeding', async () => {
    const installation = await install({ DEMO: '1', DEMO_PASSWORD: 'tulpar zhylky 77' });
    const both = await Promise.all([launchProduct(installation), launchProduct(installation)]);
    running.push(...both);
    await Promise.all(both.map((product) => untilReady(product)));
    for (const product of both) expect((await signInTo(product.url, 'manager')).csrfToken).toBeTruthy();
  }, 120_000);

  it('the database away makes it unready and requests 503; work goes on when it is back', async () => {
    const cluster = await startPostgres();
    const installation = newInstallation(cluster.url('postgres'));
    cleaning.push(() => cluster.stop(), installation.remove);
    await addStaff(installation, ['reviewer']);
    const product = await start(installation);
    const staff = await signInTo(product.url, 'reviewer');
    expect((await staff.post('/api/claims', claimOf('before'))).status).toBe(201);

    await cluster.pause();
    await eventually(() => readiness(product), { status: 503, database: 'failing' });
    for (const answer of [await staff.get('/api/claims'), await staff.post('/api/claims', claimOf('lost'))]) {
      expect(answer.status).toBe(503);
      expect(await answer.json()).toMatchObject({ type: '/problems/unavailable' });
    }

    await cluster.resume();
    await eventually(() => readiness(product), { status: 200, database: 'ok' });
    expect((await staff.post('/api/claims', claimOf('after'))).status).toBe(201);
    expect((await staff.get('/api/claims')).headers.get('content-range')).toBe('claims 0-1/2');
  }, 60_000);

  it('a delay after wrong passwords, and the end of an account, hold on the other instance too', async () => {
    const installation = await install();
    await addStaff(installation, ['reviewer', 'manager', 'admin']);
    const [one, two] = [await start(installation), await start(installation)];
    const wrong = (url: string, forwardedFor: string) =>
      fetch(`${url}/api/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-forwarded-for': forwardedFor },
        body: JSON.stringify({ email: 'manager@umami.kz', password: 'a wrong password' }),
      });
    // Whoever says to come from elsewhere is the same caller: nobody is trusted as a proxy.
    for (let i = 0; i < 5; i += 1) expect((await wrong(one.url, `203.0.113.${String(i)}`)).status).toBe(401);
    const delayed = await wrong(two.url, '203.0.113.99');
    expect([delayed.status, Number(delayed.headers.get('retry-after')) > 0]).toEqual([429, true]);

    const [admin, reviewer] = [await signInTo(one.url, 'admin'), await signInTo(two.url, 'reviewer')];
    const { user } = (await (await reviewer.get('/api/session')).json()) as { user: { id: string } };
    const off = await fetch(`${one.url}/api/users/${user.id}`, {
      method: 'PUT',
      headers: { ...admin.headers, 'content-type': 'application/json' },
      body: JSON.stringify({ version: 1, active: false }),
    });
    expect(off.status).toBe(200);
    expect((await reviewer.get('/api/session')).status).toBe(401);
  }, 60_000);

  it('no claim is given twice, whichever of two instances is asked', async () => {
    const installation = await install();
    await addStaff(installation, ['reviewer', 'manager']);
    const [one, two] = [await start(installation), await start(installation)];
    const staff = [await signInTo(one.url, 'reviewer'), await signInTo(two.url, 'manager')];
    for (let i = 0; i < 30; i += 1) await staff[i % 2]?.post('/api/claims', claimOf(`claim-${String(i)}`));

    const next = async (i: number) => {
      const answer = await staff[i % 2]?.post('/api/claims/next', { commandId: `next-${String(i)}` });
      return answer?.status === 200 ? ((await answer.json()) as { id: string }).id : answer?.status;
    };
    const answers = await Promise.all(Array.from({ length: 40 }, (_, i) => next(i)));

    const given = answers.filter((answer) => typeof answer === 'string');
    expect(answers.filter((answer) => answer === 204)).toHaveLength(10);
    expect(given).toHaveLength(30);
    expect(new Set(given).size).toBe(30);
  }, 60_000);
} else {
  it('a second process on the same file is refused and the first goes on', async () => {
    const installation = await install();
    const first = await start(installation);
    const second = await launchProduct(installation);
    running.push(second);
    expect(await second.ended).toEqual({ code: 1, signal: null });
    expect(second.output()).toContain('is served by process');
    expect((await readiness(first)).status).toBe(200);
  }, 60_000);
}
