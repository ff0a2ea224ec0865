import { type AddressInfo, connect, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase } from './adapters/db/database';
import { ENTITIES } from './entities';
import { JobEntity } from './features/jobs';
import { emptyDatabaseUrl } from './testing/test-database';
import {
  addStaff,
  browserOf,
  groupRuns,
  type Installation,
  launchProduct,
  newInstallation,
  type RealProduct,
  signInTo,
  startRealProduct,
} from './testing/real-product';

/** Real processes of the built product on the engine under test. */
let installation: Installation;
let drop: () => Promise<void>;
const running: RealProduct[] = [];

beforeEach(async () => {
  const database = await emptyDatabaseUrl();
  drop = database.drop;
  installation = newInstallation(database.url);
});
afterEach(async () => {
  for (const product of running.splice(0)) await product.stop();
  await drop();
  installation.remove();
});

async function start(...options: [Parameters<typeof launchProduct>[1]?]): Promise<RealProduct> {
  const product = await startRealProduct(installation, ...options);
  running.push(product);
  return product;
}

async function untilGone(product: RealProduct): Promise<void> {
  while (groupRuns(product.pid)) await sleep(50);
}

it('without its settings ends at once and names everything that is missing', async () => {
  const nothing = Object.fromEntries(Object.keys(installation.env).map((name) => [name, undefined]));
  const product = await launchProduct(installation, { env: { ...nothing, PUBLIC_URL: undefined } });
  running.push(product);
  expect(await product.ended).toEqual({ code: 1, signal: null });
  for (const name of [
    'PUBLIC_URL',
    'MASTER_KEY',
    'SMTP_URL',
    'CLOUDPAYMENTS_URL',
    'CLOUDPAYMENTS_PUBLIC_ID',
    'CLOUDPAYMENTS_API_SECRET',
  ])
    expect(product.output()).toContain(`- ${name} is missing`);
  await untilGone(product);
});

const CLAIM = {
  kind: 'refusal_before_handover',
  channel: 'phone',
  language: 'kk',
  customer: { name: 'Әсел Қуанышева', email: null, phone: null },
  orderNumber: null,
  requestedMinor: 1_250_000,
  currency: 'KZT',
};

describe('a stop', () => {
  it.each(['the process', 'the group'])(
    'of %s under load answers begun requests, closes streams and leaves no process',
    async (whom) => {
      await addStaff(installation, ['reviewer']);
      const product = await start();
      const staff = await signInTo(product.url, 'reviewer');

      const stream = await staff.get('/api/changes');
      const streamEnd = stream.text();
      const smtp = connect(product.smtpPort, '127.0.0.1');
      const smtpEnd = new Promise((resolve) => smtp.once('close', resolve));
      smtp.on('error', () => undefined);
      await new Promise((resolve) => smtp.once('data', resolve));
      const { port } = new URL(product.url);
      const upload = halfAnUpload(Number(port), staff.headers);
      await sleep(300);

      const begun = Date.now();
      if (whom === 'the group') product.signal('SIGTERM');
      else process.kill(product.pid, 'SIGTERM');
      await sleep(200);
      upload.finish();

      expect(await upload.answer).toMatch(/^HTTP\/1.1 201/);
      expect(await streamEnd).toContain('retry:');
      await smtpEnd;
      expect(await product.ended).toEqual({ code: 0, signal: null });
      await untilGone(product);
      expect(Date.now() - begun).toBeLessThan(15_000);
    },
    60_000,
  );
});

describe('a stop with the outside world in the way', () => {
  it('waits for no mail server that keeps silent, and gives the letter to its next try', async () => {
    const silent = createServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { port } = silent.address() as AddressInfo;
    installation.env.SMTP_URL = `smtp://127.0.0.1:${String(port)}`;
    await addStaff(installation, ['reviewer']);
    const product = await start();
    const talking = new Promise((resolve) => silent.once('connection', resolve));
    const staff = await signInTo(product.url, 'reviewer');
    const customer = { ...CLAIM.customer, email: 'asel@example.kz' };
    const created = await staff.post('/api/claims', { ...CLAIM, customer, commandId: 'with-a-letter' });
    expect(created.status).toBe(201);
    await talking;

    const begun = Date.now();
    product.signal('SIGTERM');
    expect(await product.ended).toEqual({ code: 0, signal: null });
    await untilGone(product);
    expect(Date.now() - begun).toBeLessThan(15_000);
    silent.close();

    const database = await openDatabase(installation.databaseUrl, ENTITIES);
    const jobs = await database.uow.read((tx) => tx.findBy(JobEntity, { kind: 'message.send' }));
    await database.close();
    expect(jobs).toMatchObject([{ state: 'ready', leaseUntil: 0, tries: 1 }]);
  }, 60_000);

  it('in the middle of a start leaves no process behind', async () => {
    const product = await launchProduct(installation, { env: { DEMO: '1' } });
    running.push(product);
    while (!(await fetch(`http://127.0.0.1:${String(product.sandboxPort)}/__sandbox/log`).catch(() => null)))
      await sleep(20);
    process.kill(product.pid, 'SIGTERM');
    await product.ended;
    await untilGone(product);
  }, 60_000);
});

/** A claim with a file whose end is sent only on demand. */
function halfAnUpload(port: number, headers: Record<string, string>) {
  const boundary = 'ortasy';
  const part = (head: string, content: string) => `--${boundary}\r\n${head}\r\n\r\n${content}\r\n`;
  const body = Buffer.from(
    part(
      'Content-Disposition: form-data; name="claim"',
      JSON.stringify({ ...CLAIM, commandId: 'half-an-upload' }),
    ) +
      part(
        'Content-Disposition: form-data; name="files"; filename="өтініш.png"\r\nContent-Type: image/png',
        '<png>',
      ) +
      `--${boundary}--\r\n`,
  );
  const [before, after] = body
    .toString('latin1')
    .split('<png>')
    .map((text) => Buffer.from(text, 'latin1'));
  const whole = Buffer.concat([before ?? body, PNG, after ?? body]);
  const socket = connect(port, '127.0.0.1');
  const head = [
    'POST /api/claims HTTP/1.1',
    'Host: localhost',
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    `Content-Type: multipart/form-data; boundary=${boundary}`,
    `Content-Length: ${String(whole.length)}`,
  ].join('\r\n');
  socket.write(`${head}\r\n\r\n`);
  socket.write(whole.subarray(0, whole.length - 40));
  let text = '';
  socket.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const answer = new Promise<string>((resolve) => socket.once('close', () => resolve(text)));
  return { answer, finish: () => socket.write(whole.subarray(whole.length - 40)) };
}

/** One white pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==',
  'base64',
);

it('killed anywhere in its first start, it starts the next time', async () => {
  for (const afterMs of [350, 500, 650, 800, 1000, 1300]) {
    const product = await launchProduct(installation);
    running.push(product);
    await sleep(afterMs);
    product.signal('SIGKILL');
    await product.ended;
  }
  await addStaff(installation, ['reviewer']);
  const staff = await signInTo((await start()).url, 'reviewer');
  expect((await staff.post('/api/claims', { ...CLAIM, commandId: 'after-the-kills' })).status).toBe(201);
}, 60_000);

it('goes on after kill -9: the lock is taken over, sessions and answers of commands stand', async () => {
  await addStaff(installation, ['reviewer']);
  const product = await start();
  const staff = await signInTo(product.url, 'reviewer');
  const command = { ...CLAIM, commandId: 'before-the-kill' };
  const first = await staff.post('/api/claims', command);
  expect(first.status).toBe(201);
  const claim: unknown = await first.json();
  product.signal('SIGKILL');
  await product.ended;

  const again = await start({ port: Number(new URL(product.url).port) });
  const same = browserOf(again.url, staff.cookie, staff.csrfToken);
  expect((await same.get('/api/session')).status).toBe(200);
  const repeated = await same.post('/api/claims', command);
  expect(repeated.status).toBe(201);
  expect(await repeated.json()).toEqual(claim);
}, 60_000);
