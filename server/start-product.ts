import { createServer, type Server } from 'node:http';
import { hostname } from 'node:os';
import { join } from 'node:path';
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
import { compose, type World } from './composition';
import type { Config } from './config';
import { assertAlmatyZone } from './domain/almaty-time';
import { seedDemo } from './demo';
import { ENTITIES } from './entities';
import { seedCalendar } from './features/calendar';
import { limitServer } from './http/server-limits';
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

/** Opens the outside world part by part, composes the product over it and begins to listen. */
export async function startProduct(config: Config, clock: Clock): Promise<RunningProduct> {
  assertAlmatyZone();
  const log = pinoLog(config.logLevel);
  const closers: (() => Promise<unknown>)[] = [];
  const closing = new AbortController();
  const stop = async () => {
    closing.abort();
    for (const close of closers.reverse()) await close();
  };

  try {
    const sandbox = config.gateway.url === 'sandbox:' ? await openSandbox(config) : null;
    if (sandbox) closers.push(() => sandbox.stop());
    const database = await openDatabase(config.databaseUrl, ENTITIES, { lock: true });
    closers.push(() => database.close());
    await database.uow.write((tx) => seedCalendar(tx, clock.now()));

    const keyring = openKeyring(masterKeyOf(config));
    const files = makeDiskFileStore({ root: config.storageFolder, keyring, ids: randomIds });
    const renderer = makeRenderer();
    closers.push(() => renderer.close());
    const gateway = makeGatewayClient({
      baseUrl: sandbox?.url ?? config.gateway.url,
      publicId: config.gateway.publicId,
      apiSecret: config.gateway.apiSecret,
      timeoutMs: GATEWAY_TIMEOUT_MS,
      maxConcurrency: 4,
      shutdown: closing.signal,
    });
    const mailReader = makeMailReader();
    closers.push(() => mailReader.close());
    const { intake, imapPassword } = config.mail;
    const mailbox = openMailbox({ intake, imapPassword, clock, ids: randomIds, log });
    const world: World = {
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
    };
    const product = compose(world);
    await product.recover();

    const banner = [`Qaitarym ${VERSION} at ${config.publicUrl}`];
    if (config.demo) banner.push(...(await seedDemo(world, sandbox?.url ?? null)));

    const server = createServer(product.app);
    limitServer(server);
    await listen(server, config.port);
    closers.push(() => closeServer(server));
    product.jobs.start();
    closers.push(() => product.jobs.stop());
    await mailbox.start(product.intake);
    closers.push(() => mailbox.stop());
    closers.push(() => {
      product.drain.begin();
      return Promise.resolve();
    });
    log.info({ port: config.port, version: VERSION }, 'listening');
    return { banner, stop };
  } catch (error) {
    await stop();
    throw error;
  }
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

/** Begun requests are answered; idle connections end at once, the rest after a while. */
async function closeServer(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  const force = setTimeout(() => server.closeAllConnections(), 8_000);
  await closed;
  clearTimeout(force);
}
