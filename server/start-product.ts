import { createServer, type Server } from 'node:http';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { alone } from './adapters/db/alone';
import { openDatabase } from './adapters/db/database';
import { makeGatewayClient } from './adapters/gateway/gateway-client';
import { makeNotificationReader } from './adapters/gateway/notification-reader';
import { randomIds } from './adapters/ids/random-ids';
import { pinoLog } from './adapters/log/pino-log';
import { openMailSender } from './adapters/mail';
import { makeMailReader, openMailbox } from './adapters/mailbox';
import { makeRenderer } from './adapters/rendering';
import { ensureSandbox } from './adapters/sandbox/sandbox-process';
import { makeDiskFileStore, openKeyring } from './adapters/storage';
import { makeClosers } from './close-in-order';
import { compose, type Product, type World } from './composition';
import type { Config } from './config';
import { assertAlmatyZone } from './domain/almaty-time';
import { seedDemo } from './demo';
import { ENTITIES } from './entities';
import { seedCalendar } from './features/calendar';
import { limitServer } from './http/server-limits';
import type { Mailbox } from './mailbox-port';
import { masterKeyOf } from './master-key';
import type { Clock } from './ports';
import { VERSION } from './version';

export interface RunningProduct {
  /** What to print at start: address, and in the demo the sign-ins. */
  banner: string[];
  stop(): Promise<void>;
}

/** Below the lease of an attempt and the gateway's own five minutes. */
const GATEWAY_TIMEOUT_MS = 60_000;
/** Any number of its own, the same on every instance: who holds it fills the calendar. */
const CALENDAR_LOCK = 7_201_928;
/** What is in hand at a stop gets this long by itself; then calls to the outside are given up. */
const GRACE_MS = 5_000;
/** Then what still runs is left alone: every process must be gone within 15 seconds. */
const GIVE_UP_MS = 4_000;

/** Puts other parts into the open world before the product is composed over it; only a test entry point does. */
export type Rebuild = (world: World) => World | Promise<World>;

/**
 * Opens the outside world part by part, composes the product over it and begins to listen.
 *
 * @param stopping - aborted when the process is told to end before it has started
 * @param say - a line for the person who waits, while something takes long
 * @throws StartStopped then, after whatever is open has been closed
 */
export async function startProduct(
  config: Config,
  clock: Clock,
  stopping: AbortSignal,
  say: (line: string) => void,
  rebuild: Rebuild = (world) => world,
): Promise<RunningProduct> {
  assertAlmatyZone();
  const log = pinoLog(config.logLevel);
  const closers = makeClosers();
  const closing = new AbortController();

  try {
    const sandbox = config.gateway.url === 'sandbox:' ? await openSandbox(config) : null;
    if (sandbox) closers.add('sandbox', () => sandbox.stop());
    const database = await openDatabase(config.databaseUrl, ENTITIES, { lock: true });
    closers.add('database', () => database.close());

    const keyring = openKeyring(masterKeyOf(config));
    const files = makeDiskFileStore({ root: config.storageFolder, keyring, ids: randomIds });
    const renderer = makeRenderer();
    closers.add('rendering', () => renderer.close());
    const gateway = makeGatewayClient({
      baseUrl: sandbox?.url ?? config.gateway.url,
      publicId: config.gateway.publicId,
      apiSecret: config.gateway.apiSecret,
      timeoutMs: GATEWAY_TIMEOUT_MS,
      maxConcurrency: 4,
      shutdown: closing.signal,
    });
    const mailReader = makeMailReader();
    closers.add('mail reader', () => mailReader.close());
    const { intake, imapPassword } = config.mail;
    const mailbox = openMailbox({ intake, imapPassword, clock, ids: randomIds, log });
    const world = await rebuild({
      config,
      clock,
      ids: randomIds,
      log,
      database,
      keyring,
      files,
      renderer,
      gateway,
      notifications: makeNotificationReader(config.gateway.webhookSecret),
      mailSender: openMailSender({
        smtpUrl: config.mail.smtpUrl,
        outboxFolder: join(config.dataFolder, 'outbox'),
        giveUp: closing.signal,
      }),
      mailReader,
      probes: {
        database: () => database.ping(),
        storage: () => files.probe(),
        mail: () => mailbox.probe(),
        gateway: async () => {
          const ping = await gateway.ping();
          if (!ping.ok) throw new Error(ping.why);
        },
      },
      instance: `${hostname()}:${String(config.port)}`,
      version: VERSION,
      uiFolder: join(__dirname, '../admin-ui'),
    });
    const product = compose(world);
    await product.recover();

    const banner = [`Qaitarym ${VERSION} at ${config.publicUrl}`];
    // Instances that start at once on an empty database: one fills it, the others wait and find it filled.
    await alone(database, CALENDAR_LOCK, () => database.uow.write((tx) => seedCalendar(tx, clock.now())));
    if (config.demo) {
      const made = seedDemo(world, sandbox?.url ?? null, say);
      // A demo half made goes on at the next start.
      banner.push(...(await Promise.race([made, whenStopped(stopping)])));
    }
    stopping.throwIfAborted();

    const server = createServer(product.app);
    limitServer(server);
    await listen(server, config.port);
    closers.add('work in hand', () => finish(product, server, mailbox, closing), GRACE_MS + GIVE_UP_MS);
    product.jobs.start();
    await mailbox.start(product.intake);
    log.info({ port: config.port, version: VERSION }, 'listening');
    return { banner, stop: () => closers.close(log) };
  } catch (error) {
    closing.abort();
    await closers.close(log);
    throw error;
  }
}

/** The process was told to end while it was starting. */
export class StartStopped extends Error {}

function whenStopped(stopping: AbortSignal): Promise<never> {
  const stopped = new Promise<never>((_, reject) => {
    const stop = () => reject(stopping.reason as Error);
    if (stopping.aborted) stop();
    stopping.addEventListener('abort', stop, { once: true });
  });
  stopped.catch(() => undefined);
  return stopped;
}

/**
 * No new work is begun; what is begun is finished or, after a while, given up: a gateway call becomes unknown, a
 * letter waits for its next try.
 */
async function finish(
  product: Product,
  server: Server,
  mailbox: Mailbox,
  closing: AbortController,
): Promise<void> {
  product.drain.begin();
  const impatience = setTimeout(() => {
    closing.abort();
  }, GRACE_MS);
  await Promise.all([closeServer(server), product.jobs.stop(), mailbox.stop()]);
  clearTimeout(impatience);
}

function openSandbox(config: Config) {
  return ensureSandbox({
    port: config.gateway.sandboxPort,
    notifyUrl: `http://127.0.0.1:${String(config.port)}/webhooks/cloudpayments/`,
    logFile: join(config.dataFolder, 'sandbox.ndjson'),
    publicId: config.gateway.publicId,
    apiSecret: config.gateway.apiSecret,
  });
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** Begun requests are answered; connections without one end at once, and those of slow senders after a while. */
async function closeServer(server: Server): Promise<void> {
  const slow = setTimeout(
    () => {
      server.closeAllConnections();
    },
    GRACE_MS + GIVE_UP_MS / 2,
  );
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
  clearTimeout(slow);
}
