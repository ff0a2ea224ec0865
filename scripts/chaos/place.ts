import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Database, openDatabase } from '../../server/adapters/db/database';
import { ENTITIES } from '../../server/entities';
import { freePort } from '../../server/testing/free-port';
import { type Activity, activityOf } from './activity';
import { type DatabaseMaker, PASSWORD } from './engines';
import { type LetterSink, openLetterSink } from './letter-sink';
import { Program } from './program';

const DIST = join(__dirname, '../../dist');
const CREDENTIALS = {
  CLOUDPAYMENTS_PUBLIC_ID: 'test_api_sandbox',
  CLOUDPAYMENTS_API_SECRET: 'sandbox-secret',
};
const MASTER_KEY = `k1:${Buffer.alloc(32, 9).toString('base64')}`;
/** A lost answer is given up quickly: the fake clock, not the real one, says how long the gateway may work. */
const GATEWAY_TIMEOUT_MS = 400;
/** For work that is surely being done; only a machine under heavy load comes near it. */
const SURE_WORK_MS = 60_000;
/** For work that perhaps nobody does, because its worker is dead. */
const ORPHAN_WORK_MS = 2_000;

/** One line of the sandbox's own log: the truth about money. */
export interface TruthLine {
  kind: string;
  at: string;
  transactionId: number | null;
  paymentTransactionId: number | null;
  amount: number | null;
  requestId: string | null;
  method: string | null;
  body: { JsonData?: unknown } | null;
  byHand: boolean;
}

export interface PlaceOptions {
  instances: number;
  /** Rules of the protocol that the test entry point switches off. */
  rulesOff?: string;
  /** A database without schema. */
  empty?: boolean;
  /** How long an answer of the gateway is waited for; long where a slow machine must not look like a lost answer. */
  gatewayTimeoutMs?: number;
}

/** The product, the sandbox, a mail server and one clock, each in a process of its own but the mail server. */
export interface Place {
  sandbox: Program;
  products: Program[];
  letters: LetterSink['letters'];
  database: Database;
  /** Asks a running product as somebody. */
  ask(user: string, method: string, path: string, body?: unknown, instance?: number): Promise<Answer>;
  control(method: string, path: string, body?: object): Promise<unknown>;
  truth(): Promise<TruthLine[]>;
  now(): number;
  /** Moves both clocks and waits until the workers have done what became due. */
  advance(minutes: number): Promise<void>;
  /** Moves only the product's clock, as a machine whose time jumps. */
  jump(minutes: number): void;
  settle(): Promise<void>;
  close(): Promise<void>;
}

export interface Answer {
  status: number;
  body: Record<string, unknown>;
}

export async function openPlace(maker: DatabaseMaker, options: PlaceOptions): Promise<Place> {
  const { instances, rulesOff = '', empty = false, gatewayTimeoutMs = GATEWAY_TIMEOUT_MS } = options;
  const folder = mkdtempSync(join(tmpdir(), 'qaitarym-place-'));
  mkdirSync(join(folder, 'uploads'));
  const databaseUrl = await maker.make(empty);
  const sink = await openLetterSink();
  const clockFile = join(folder, 'clock');
  const ports = { sandbox: await freePort(), products: [] as number[] };
  for (let n = 0; n < instances; n += 1) ports.products.push(await freePort());
  const sandboxUrl = `http://127.0.0.1:${String(ports.sandbox)}`;
  const productUrls = ports.products.map((port) => `http://127.0.0.1:${String(port)}`);
  const sandbox = new Program(
    join(DIST, 'scripts/sandbox/main.js'),
    {
      ...CREDENTIALS,
      SANDBOX_PORT: String(ports.sandbox),
      SANDBOX_NOTIFY_URL: `${productUrls[0] ?? ''}/webhooks/cloudpayments/`,
      SANDBOX_LOG: join(folder, 'sandbox.ndjson'),
    },
    `${sandboxUrl}/__sandbox/log`,
  );
  let offsetMs = 0;
  const now = () => Date.now() + offsetMs;
  let lastEndAt = 0;
  let lastFrozenAt = -1;
  const noteEnd = (how: 'died' | 'froze') => {
    lastEndAt = now();
    if (how === 'froze') lastFrozenAt = lastEndAt;
  };
  const products: Program[] = [];
  for (const [n, port] of ports.products.entries()) {
    const env = {
      ...CREDENTIALS,
      CLOUDPAYMENTS_URL: sandboxUrl,
      PORT: String(port),
      PUBLIC_URL: `http://localhost:${String(port)}`,
      DATABASE_URL: databaseUrl,
      DATA_DIR: join(folder, `data-${String(n)}`),
      STORAGE_URL: `file:${join(folder, 'uploads')}`,
      MASTER_KEY,
      MAIL_INTAKE: `smtp://127.0.0.1:${String(await freePort())}`,
      SMTP_URL: sink.url,
      LOG_LEVEL: 'warn',
      CLOCK_FILE: clockFile,
      GATEWAY_TIMEOUT_MS: String(gatewayTimeoutMs),
      RULES_OFF: rulesOff,
    };
    products.push(
      new Program(
        join(DIST, 'server/testing/start-test.js'),
        env,
        `${productUrls[n] ?? ''}/healthz`,
        noteEnd,
      ),
    );
  }

  const writeClock = () => {
    writeFileSync(`${clockFile}.new`, String(offsetMs));
    renameSync(`${clockFile}.new`, clockFile);
  };
  writeClock();
  const database = empty ? null : await openDatabase(databaseUrl, ENTITIES);
  let opened = database;

  const control = async (method: string, path: string, body?: object): Promise<unknown> => {
    const res = await fetch(`${sandboxUrl}/__sandbox/${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    return res.json();
  };
  const moveSandbox = async () => {
    if (sandbox.alive) await control('POST', 'clock', { offsetMs });
  };

  const sessions = new Map<string, { cookie: string; token: string }>();
  const working = () => products.findIndex((product) => product.works);

  async function signIn(user: string, instance: number): Promise<{ cookie: string; token: string }> {
    const known = sessions.get(user);
    if (known) return known;
    const res = await fetch(`${productUrls[instance] ?? ''}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: `${user}@umami.kz`, password: PASSWORD }),
    });
    const { csrfToken = '' } = (await res.json()) as { csrfToken?: string };
    if (!res.ok) throw new Error(`${user} cannot sign in: ${String(res.status)}`);
    const session = { cookie: (res.headers.get('set-cookie') ?? '').split(';')[0] ?? '', token: csrfToken };
    sessions.set(user, session);
    return session;
  }

  async function ask(
    user: string,
    method: string,
    path: string,
    body?: unknown,
    instance = working(),
  ): Promise<Answer> {
    for (let tries = 0; ; tries += 1) {
      const { cookie, token } = await signIn(user, instance);
      const multipart = body instanceof FormData;
      const res = await fetch(`${productUrls[instance] ?? ''}${path}`, {
        method,
        headers: {
          cookie,
          'x-csrf-token': token,
          ...(multipart ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: multipart ? body : JSON.stringify(body) }),
        signal: AbortSignal.timeout(20_000),
      });
      const text = await res.text();
      // The clock has moved past the session's idle time.
      if (res.status === 401 && tries === 0) sessions.delete(user);
      else return { status: res.status, body: parse(text) };
    }
  }

  async function activity(): Promise<Activity> {
    if (!opened || working() < 0) return 'none';
    const found = await activityOf(opened, now(), lastEndAt);
    // Another process, or one that woke up, may be at what a dead one has begun.
    if (found === 'maybe') return products.length > 1 || lastFrozenAt === lastEndAt ? 'maybe' : 'none';
    return found;
  }

  /** While the gateway is away the queue waits for a probe, and no clock brings that but the fake one. */
  async function gatewayIsAway(): Promise<boolean> {
    if (!sandbox.alive) return true;
    const answer = await ask('manager', 'GET', '/api/payouts').catch(() => null);
    return answer === null || answer.body.gatewayAway === true;
  }

  async function settle(): Promise<void> {
    const startedAt = Date.now();
    const waited = () => Date.now() - startedAt;
    for (let found: Activity = 'surely'; found !== 'none' && waited() < SURE_WORK_MS;) {
      await sleep(50);
      found = await activity();
      if (waited() > ORPHAN_WORK_MS && (found === 'maybe' || (await gatewayIsAway()))) return;
    }
  }

  await sandbox.start();
  return {
    sandbox,
    products,
    letters: sink.letters,
    get database() {
      if (!opened) throw new Error('The database is not open yet');
      return opened;
    },
    ask,
    control,
    truth: async () => (await control('GET', 'log')) as TruthLine[],
    now,
    advance: async (minutes) => {
      offsetMs += minutes * 60_000;
      writeClock();
      await moveSandbox();
      await settle();
    },
    jump: (minutes) => {
      offsetMs += minutes * 60_000;
      writeClock();
    },
    settle: async () => {
      opened ??= await openDatabase(databaseUrl, ENTITIES);
      await moveSandbox();
      await settle();
    },
    close: async () => {
      for (const program of [...products, sandbox]) await program.kill();
      await opened?.close();
      await sink.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function parse(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return {};
  }
}
