import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { API_SECRET, PUBLIC_ID, startTestSandbox } from '../../scripts/sandbox/testing';
import type { Database } from '../adapters/db/database';
import { makeGatewayClient } from '../adapters/gateway/gateway-client';
import { makeNotificationReader } from '../adapters/gateway/notification-reader';
import { randomIds } from '../adapters/ids/random-ids';
import { openMailSender } from '../adapters/mail';
import { makeMailReader } from '../adapters/mailbox';
import { makeRenderer } from '../adapters/rendering';
import { makeDiskFileStore, openKeyring } from '../adapters/storage';
import type { World } from '../composition';
import { readConfig } from '../config';
import { seedCalendar } from '../features/calendar';
import { freePort } from './free-port';

export const DEMO_PASSWORD = 'violet kettle 42';
/** A Wednesday, ten in the morning. */
export const DEMO_NOW = Date.parse('2026-11-25T10:15:00+05:00');

export type DemoSandbox = Awaited<ReturnType<typeof startDemoSandbox>>;

/** A sandbox that notifies the desk on a port of its own. */
export async function startDemoSandbox() {
  const deskPort = await freePort();
  const notifyUrl = `http://127.0.0.1:${String(deskPort)}/webhooks/cloudpayments/`;
  return { deskPort, ...(await startTestSandbox({ notifyUrl })) };
}

/** The world of one starting instance of the demo, real but for its time, which begins at `DEMO_NOW`. */
export async function openDemoWorld(
  database: Database,
  { sandbox, deskPort }: DemoSandbox,
  env: Record<string, string> = { DEMO_PASSWORD },
): Promise<{ world: World; folder: string; close(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'qaitarym-demo-'));
  const masterKey = `k1:${Buffer.alloc(32, 7).toString('base64')}`;
  const config = readConfig({
    DEMO: '1',
    PORT: String(deskPort),
    MASTER_KEY: masterKey,
    STORAGE_URL: `file:${join(folder, 'uploads')}`,
    DATA_DIR: join(folder, 'data'),
    ...env,
  });
  const started = Date.now();
  const clock = { now: () => DEMO_NOW + Date.now() - started };
  const keyring = openKeyring(masterKey);
  const files = makeDiskFileStore({ root: config.storageFolder, keyring, ids: randomIds });
  const renderer = makeRenderer();
  const mailReader = makeMailReader();
  await database.uow.write((tx) => seedCalendar(tx, DEMO_NOW));
  const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
  return {
    world: {
      config,
      clock,
      ids: randomIds,
      log: quiet,
      database,
      keyring,
      files,
      renderer,
      gateway: makeGatewayClient({
        baseUrl: sandbox.url,
        publicId: PUBLIC_ID,
        apiSecret: API_SECRET,
        timeoutMs: 20_000,
        maxConcurrency: 4,
      }),
      notifications: makeNotificationReader(API_SECRET),
      mailSender: openMailSender({ smtpUrl: undefined, outboxFolder: join(config.dataFolder, 'outbox') }),
      mailReader,
      probes: {
        database: () => database.ping(),
        storage: () => files.probe(),
        mail: () => Promise.resolve(),
        gateway: () => Promise.resolve(),
      },
      instance: `demo:${String(deskPort)}`,
      version: '1.2.3',
      uiFolder: null,
    },
    folder,
    close: async () => {
      await mailReader.close();
      await renderer.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
