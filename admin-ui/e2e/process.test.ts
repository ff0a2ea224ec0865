import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { claimOf } from './claimant';
import { type RunningProduct, startDemoProduct } from './product';
import { apiOf } from './shop';
import { until } from './until';

// The process itself: healthy, gone within its time and leaving nobody behind, and back on the same data.
const STOP_MS = 15_000;

let product: RunningProduct | undefined;
afterAll(() => product?.stop());

it('is ready, ends by SIGTERM with all it started, and goes on where it was', async () => {
  const first = (product = await startDemoProduct());
  const ready = await fetch(`${first.url}/readyz`);
  expect(ready.status).toBe(200);
  expect(await ready.json()).toMatchObject({
    checks: { database: 'ok', storage: 'ok', mail: 'ok', gateway: 'ok' },
  });
  expect((await fetch(`${first.url}/healthz`)).status).toBe(200);
  const { number, customer } = await claimOf(first, {
    name: 'Дәурен Сапаров',
    address: 'dauren@example.kz',
    order: 'SO-75001',
    language: 'kk',
    sum: 5_000,
  });

  // A page image makes the product start its helper, so there is somebody to leave behind.
  const desk = await apiOf(first, 'reviewer');
  const [paper] = await desk.get<{ id: string }[]>('/api/documents?sort=["createdAt","DESC"]&range=[0,0]');
  await desk.open(`/api/documents/${paper?.id ?? ''}/pages/1?purpose=compare`);
  const family = descendantsOf(first.pid);
  expect(family.length).toBeGreaterThan(1);

  const { code, tookMs } = await first.end();
  expect(code).toBe(0);
  expect(tookMs).toBeLessThan(STOP_MS);
  // A helper ends when its parent's line is cut, which may be a moment after the parent is gone.
  await until(
    'every helper to be gone',
    () => family.every((pid) => !existsSync(`/proc/${String(pid)}`)),
    5_000,
  );

  const second = (product = await first.again());
  const again = await apiOf(second, 'reviewer');
  const filter = encodeURIComponent(JSON.stringify({ q: number }));
  expect(await again.get(`/api/claims?filter=${filter}`)).toMatchObject([
    { number, customer: { name: customer.name } },
  ]);
}, 120_000);

/** Every process that this one started, and theirs. */
function descendantsOf(pid: number): number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
        return [{ pid: Number(name), parent: Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) }];
      } catch {
        return [];
      }
    });
  const children = parents.filter(({ parent }) => parent === pid).map((one) => one.pid);
  return [...children, ...children.flatMap(descendantsOf)];
}
