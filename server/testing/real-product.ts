import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { randomIds } from '../adapters/ids/random-ids';
import { systemClock } from '../adapters/clock/system-clock';
import { openDatabase } from '../adapters/db/database';
import type { Role } from '../domain/permissions';
import { ENTITIES } from '../entities';
import { createUserWithPassword } from '../features/users';
import { freePort } from './free-port';

const ENTRY = join(__dirname, '../../dist/server/testing/start-test.js');
const READY_TRIES = 900;

export const STAFF_PASSWORD = 'tulpar zhylky 77';

/** Settings of one installation: every process started with them is an instance of it. */
export interface Installation {
  folder: string;
  databaseUrl: string;
  /** Added to the environment of each process; undefined removes. */
  env: Record<string, string | undefined>;
  remove(): void;
}

/** A folder with what a real installation needs besides its database: nothing comes from the demo. */
export function newInstallation(databaseUrl: string, env: Record<string, string> = {}): Installation {
  const folder = mkdtempSync(join(tmpdir(), 'qaitarym-real-'));
  return {
    folder,
    databaseUrl: databaseUrl.replace('<folder>', folder),
    env: {
      MASTER_KEY: `k1:${Buffer.alloc(32, 7).toString('base64')}`,
      SMTP_URL: 'smtp://127.0.0.1:9',
      CLOUDPAYMENTS_URL: 'sandbox:',
      CLOUDPAYMENTS_PUBLIC_ID: 'test_api_real',
      CLOUDPAYMENTS_API_SECRET: 'the secret of a test terminal',
      STORAGE_URL: `file:${join(folder, 'uploads')}`,
      ...env,
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Accounts of an installation, made before its first start. */
export async function addStaff({ databaseUrl }: Installation, roles: Role[]): Promise<void> {
  const database = await openDatabase(databaseUrl, ENTITIES);
  const parts = { uow: database.uow, clock: systemClock, ids: randomIds };
  for (const role of roles) {
    const account = { email: `${role}@umami.kz`, name: role, password: STAFF_PASSWORD, role };
    await createUserWithPassword(parts, account);
  }
  await database.close();
}

export interface RealProduct {
  url: string;
  smtpPort: number;
  sandboxPort: number;
  pid: number;
  /** Everything the process has written so far. */
  output(): string;
  /** Resolves when the process is gone. */
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  /** Signals the whole group, as a supervisor or a terminal does. */
  signal(signal: NodeJS.Signals): void;
  /** Ends the group at once. */
  stop(): Promise<void>;
}

/** One process of the built product in a process group of its own. */
export async function launchProduct(
  installation: Installation,
  options: { port?: number; env?: Record<string, string | undefined> } = {},
): Promise<RealProduct> {
  if (!existsSync(ENTRY)) throw new Error('Build first: npm run build:server');
  const [port, smtpPort, sandboxPort] = [
    options.port ?? (await freePort()),
    await freePort(),
    await freePort(),
  ];
  const child = spawn(process.execPath, [ENTRY], {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      TMPDIR: tmpdir(),
      PORT: String(port),
      PUBLIC_URL: `http://localhost:${String(port)}`,
      DATABASE_URL: installation.databaseUrl,
      DATA_DIR: join(installation.folder, `data-${String(port)}`),
      MAIL_INTAKE: `smtp://127.0.0.1:${String(smtpPort)}`,
      SANDBOX_PORT: String(sandboxPort),
      ...installation.env,
      ...options.env,
    },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) =>
    child.once('exit', (code, signal) => resolve({ code, signal })),
  );
  const pid = child.pid ?? 0;
  return {
    url: `http://localhost:${String(port)}`,
    smtpPort,
    sandboxPort,
    pid,
    output: () => output,
    ended,
    signal: (signal) => signalGroup(pid, signal),
    stop: async () => {
      signalGroup(pid, 'SIGKILL');
      await gone(child, ended);
    },
  };
}

/** Starts the product and waits until it serves. */
export async function startRealProduct(...given: Parameters<typeof launchProduct>): Promise<RealProduct> {
  const product = await launchProduct(...given);
  try {
    await untilReady(product);
    return product;
  } catch (error) {
    await product.stop();
    throw error;
  }
}

export async function untilReady(product: RealProduct): Promise<void> {
  let over = false;
  void product.ended.then(() => (over = true));
  const isOver = () => over;
  for (let tries = 0; tries < READY_TRIES; tries += 1) {
    if (isOver()) throw new Error(`The product ended at start:\n${product.output()}`);
    const answer = await fetch(`${product.url}/readyz`).catch(() => null);
    if (answer?.ok) return;
    await sleep(100);
  }
  throw new Error(`The product was not ready in time:\n${product.output()}`);
}

/** True while any process of the group runs, children that lost their parent included. */
export function groupRuns(pid: number): boolean {
  try {
    process.kill(-pid, 0);
    return true;
  } catch {
    return false;
  }
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

async function gone(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await ended;
}

/** Calls of one signed-in browser against a running product. */
export async function signInTo(url: string, role: Role) {
  const answer = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: `${role}@umami.kz`, password: STAFF_PASSWORD }),
  });
  if (!answer.ok) throw new Error(`Sign-in answered ${String(answer.status)}: ${await answer.text()}`);
  const cookie = (answer.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
  const { csrfToken } = (await answer.json()) as { csrfToken: string };
  return browserOf(url, cookie, csrfToken);
}

export function browserOf(url: string, cookie: string, csrfToken: string) {
  const headers = { cookie, 'x-csrf-token': csrfToken };
  return {
    cookie,
    csrfToken,
    headers,
    get: (path: string) => fetch(`${url}${path}`, { headers }),
    post: (path: string, body: unknown) =>
      fetch(`${url}${path}`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    upload: (path: string, form: FormData) => fetch(`${url}${path}`, { method: 'POST', headers, body: form }),
  };
}
