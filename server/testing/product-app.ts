import { mkdtempSync, promises as fs, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import { randomIds } from '../adapters/ids/random-ids';
import { makeMailReader } from '../adapters/mailbox';
import { makeRenderer } from '../adapters/rendering';
import { type DiskFiles, makeDiskFileStore, openKeyring } from '../adapters/storage';
import { makeNotificationReader } from '../adapters/gateway/notification-reader';
import type { Database } from '../adapters/db/database';
import { compose } from '../composition';
import { readConfig } from '../config';
import type { Role } from '../domain/permissions';
import { seedCalendar } from '../features/calendar';
import { createUserWithPassword } from '../features/users';
import { limitServer } from '../http/server-limits';
import type { PaymentGateway } from '../gateway-port';
import type { OutgoingMail } from '../ports';
import { openTestDatabase } from './test-database';

export const PASSWORD = 'tulpar zhylky 77';
export const WEBHOOK_SECRET = 'the secret of a test terminal';
const START = Date.parse('2026-11-23T10:15:00+05:00');
const ROLES: Role[] = ['reviewer', 'manager', 'auditor', 'admin'];

/** Knows no payment and sends nothing: what money does has its own tests. */
const idleGateway: PaymentGateway = {
  refund: () => Promise.resolve({ kind: 'not_sent', why: 'connection_refused', detail: 'no gateway here' }),
  voidPayment: () =>
    Promise.resolve({ kind: 'not_sent', why: 'connection_refused', detail: 'no gateway here' }),
  getPayment: () => Promise.resolve(null),
  findByInvoice: () => Promise.resolve(null),
  listOperations: () => Promise.resolve([]),
  ping: () => Promise.resolve({ ok: true }),
};

export type ProductApp = Awaited<ReturnType<typeof openProductApp>>;
export type Browser = Awaited<ReturnType<ProductApp['signIn']>>;

/**
 * The whole product as it is composed for work, on the engine under test: real sign-in, files on a disk, rendering
 * process and mail reader. Letters are collected, the gateway is idle, no job runs by itself.
 */
export async function openProductApp(
  given: { database?: Database; publicUrl?: string; staff?: boolean } = {},
) {
  const database = given.database ?? (await openTestDatabase());
  const folder = mkdtempSync(join(tmpdir(), 'qaitarym-product-'));
  const root = join(folder, 'uploads');
  const masterKey = `k1:${Buffer.alloc(32, 7).toString('base64')}`;
  const config = readConfig({
    DEMO: '1',
    PUBLIC_URL: given.publicUrl ?? 'http://localhost:3000',
    MASTER_KEY: masterKey,
    STORAGE_URL: `file:${root}`,
    CLOUDPAYMENTS_API_SECRET: WEBHOOK_SECRET,
    DATA_DIR: join(folder, 'data'),
  });
  const clock = { at: START, now: () => clock.at };
  const keyring = openKeyring(masterKey);
  const disk = { full: false };
  const diskFiles: DiskFiles = {
    ...fs,
    open: (...args) =>
      disk.full ? Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' })) : fs.open(...args),
  };
  const files = makeDiskFileStore({ root, keyring, ids: randomIds, files: diskFiles });
  const renderer = makeRenderer();
  const mailReader = makeMailReader();
  const letters: OutgoingMail[] = [];
  const logged: string[] = [];
  const note = (fields: object, message: string) => void logged.push(JSON.stringify({ ...fields, message }));
  const product = compose({
    config,
    clock,
    ids: randomIds,
    log: { info: note, warn: note, error: note },
    database,
    keyring,
    files,
    renderer,
    gateway: idleGateway,
    notifications: makeNotificationReader(WEBHOOK_SECRET),
    mailSender: { send: (mail) => Promise.resolve(void letters.push(mail)) },
    mailReader,
    probes: {
      database: () => database.ping(),
      storage: () => files.probe(),
      mail: () => Promise.resolve(),
      gateway: () => Promise.resolve(),
    },
    instance: 'test',
    version: '1.2.3',
    uiFolder: null,
  });
  await database.uow.write((tx) => seedCalendar(tx, START));
  if (given.staff !== false) {
    for (const role of ROLES) {
      const account = { email: `${role}@umami.kz`, name: role, password: PASSWORD, role };
      await createUserWithPassword({ uow: database.uow, clock, ids: randomIds }, account);
    }
  }
  const server = createServer(product.app);
  limitServer(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  async function signIn(role: Role, password = PASSWORD) {
    const answer = await request(server)
      .post('/api/session')
      .send({ email: `${role}@umami.kz`, password });
    const cookie = (answer.headers['set-cookie']?.[0] ?? '').split(';')[0] ?? '';
    const { csrfToken } = answer.body as { csrfToken: string };
    const change = { cookie, 'x-csrf-token': csrfToken };
    return {
      cookie,
      csrfToken,
      change,
      get: (path: string) => request(server).get(path).set({ cookie }),
      post: (path: string) => request(server).post(path).set(change),
      put: (path: string) => request(server).put(path).set(change),
      delete: (path: string) => request(server).delete(path).set(change),
    };
  }

  return {
    ...product,
    server,
    database,
    uow: database.uow,
    clock,
    disk,
    root,
    letters,
    logged,
    signIn,
    close: async () => {
      product.drain.begin();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await mailReader.close();
      await renderer.close();
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
