import { randomIds } from '../../adapters/ids/random-ids';
import type { Role } from '../../domain/permissions';
import { type Browser, openProductApp, type ProductApp } from '../../testing/product-app';
import { AuditEventEntity } from '../audit';
import { JobEntity } from './job.entity';

interface Job {
  id: string;
  kind: string;
  state: string;
  tries: number;
  troubled: boolean;
  money: boolean;
}

let product: ProductApp;
const browsers = new Map<Role, Browser>();
beforeAll(async () => {
  product = await openProductApp();
  for (const role of ['reviewer', 'manager', 'auditor', 'admin'] as const)
    browsers.set(role, await product.signIn(role));
});
afterAll(() => product.close());
beforeEach(() => product.uow.write((tx) => tx.clear(JobEntity)));

const as = (role: Role): Browser => {
  const browser = browsers.get(role);
  if (!browser) throw new Error(`Nobody is ${role}`);
  return browser;
};

async function job(facts: Partial<JobEntity>): Promise<string> {
  const id = randomIds.next();
  const at = product.clock.now();
  const row = {
    id,
    kind: 'message.send',
    dedupKey: id,
    payload: {},
    state: 'ready' as const,
    runAt: at + 60_000,
    leaseUntil: 0,
    fence: 0,
    tries: 0,
    lastError: null,
    createdAt: at,
    finishedAt: null,
  };
  await product.uow.write((tx) => tx.insert(JobEntity, { ...row, ...facts }));
  return id;
}
const dead = (kind = 'webhook.forward') =>
  job({ kind, state: 'dead', tries: 12, lastError: 'TimeoutError', finishedAt: product.clock.now() });
const failing = (kind: string, tries: number) =>
  job({ kind, dedupKey: `recurring:${kind}`, tries, lastError: 'TypeError' });
const troubledOf = async (role: Role) =>
  ((await as(role).get('/api/dashboard')).body as { counts: { troubledJobs: number } }).counts.troubledJobs;
const listed = async (filter: object, role: Role = 'admin') =>
  (await as(role).get(`/api/jobs?filter=${JSON.stringify(filter)}`)).body as Job[];

it('counts what waits for a person: all of it for the administrator, that of money for the manager', async () => {
  await dead();
  await dead('message.send');
  await failing('refunds.send', 3);
  await failing('payments.poll', 2);
  await job({ tries: 11 });
  expect(await troubledOf('admin')).toBe(3);
  expect(await troubledOf('auditor')).toBe(3);
  expect(await troubledOf('manager')).toBe(1);
  expect(await troubledOf('reviewer')).toBe(0);
});

it('lists them by one filter, with tries, last fault and next run', async () => {
  const given = await dead();
  const often = await failing('refunds.resolve', 5);
  await failing('refunds.send', 0);
  const rows = await listed({ troubled: true });
  expect(rows.map(({ id }) => id).sort()).toEqual([given, often].sort());
  expect(rows.find(({ id }) => id === often)).toMatchObject({
    state: 'ready',
    tries: 5,
    lastError: 'TypeError',
    recurring: true,
    money: true,
    running: false,
    runAt: new Date(product.clock.now() + 60_000).toISOString(),
  });
  expect((await listed({ troubled: false })).map(({ kind }) => kind)).toEqual(['refunds.send']);
  expect((await as('admin').get('/api/jobs?filter={"troubled":"yes"}')).status).toBe(422);
});

it('tries one again at once, once a command, and writes down who did it', async () => {
  const id = await dead();
  const click = () =>
    as('admin')
      .post(`/api/jobs/${id}/retry`)
      .send({ commandId: `again-${id}` });
  const [first, second] = [await click(), await click()];
  expect([first.status, second.status]).toEqual([200, 200]);
  expect(first.body).toMatchObject({ state: 'ready', tries: 0, troubled: false });
  expect(second.body).toEqual(first.body);
  expect(await listed({ state: 'dead' })).toEqual([]);
  const events = await product.uow.read((tx) => tx.findBy(AuditEventEntity, { resourceId: id }));
  expect(events.map(({ action, data }) => ({ action, data }))).toEqual([
    { action: 'job.retried', data: { kind: 'webhook.forward', tries: 12, lastError: 'TimeoutError' } },
  ]);
});

it('runs failing recurring work now, without forgetting that it fails', async () => {
  const id = await failing('refunds.send', 7);
  const answer = await as('admin').post(`/api/jobs/${id}/retry`).send({});
  expect(answer.body).toMatchObject({
    state: 'ready',
    tries: 7,
    troubled: true,
    runAt: new Date(product.clock.now()).toISOString(),
  });
});

it('is refused for work that helps itself, for unknown ids and to everybody else', async () => {
  const id = await job({ tries: 4 });
  expect((await as('admin').post(`/api/jobs/${id}/retry`).send({})).status).toBe(409);
  expect((await as('admin').post('/api/jobs/none/retry').send({})).status).toBe(404);
  const given = await dead();
  for (const role of ['reviewer', 'manager', 'auditor'] as const)
    expect((await as(role).post(`/api/jobs/${given}/retry`).send({})).status).toBe(403);
  expect((await as('reviewer').get('/api/jobs')).status).toBe(403);
});
