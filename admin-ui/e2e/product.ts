import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../server/testing/free-port';

/** The built product with its demo data, as people run it: own ports, own data folder, real sandbox. */
export interface RunningProduct {
  url: string;
  smtpPort: number;
  sandboxUrl: string;
  dataFolder: string;
  password: string;
  pid: number;
  /** The last of what the process printed, for the report of a failure. */
  output(): string;
  /** Moves the product's clock; only with `movableClock`. */
  setClock(offsetMs: number): void;
  /** Ends the process by SIGTERM; answers its exit code and how long that took. Data stay. */
  end(): Promise<{ code: number | null; tookMs: number }>;
  /** Starts the same data again on the same ports. */
  again(): Promise<RunningProduct>;
  /** Ends the process and removes its data. */
  stop(): Promise<void>;
}

export interface ProductOptions {
  /** Starts the test entry point, whose clock `setClock` moves; otherwise what people start. */
  movableClock?: boolean;
}

interface Place {
  folder: string;
  ports: { http: number; smtp: number; sandbox: number };
}

const DIST = join(__dirname, '../../dist/server');
const ENTRY = join(DIST, 'main.js');
const TEST_ENTRY = join(DIST, 'testing/start-test.js');
const PASSWORD = 'correct horse battery';
const READY_TRIES = 600;

/** The folder of a demo that has been made and ended; each product starts on a copy of it. */
export const DEMO_TEMPLATE = 'QAITARYM_E2E_TEMPLATE';

export async function startDemoProduct(options: ProductOptions = {}): Promise<RunningProduct> {
  const folder = mkdtempSync(join(tmpdir(), 'qaitarym-e2e-'));
  const template = process.env[DEMO_TEMPLATE];
  if (template) cpSync(template, folder, { recursive: true });
  return startIn(folder, options);
}

/** Starts on the data of a folder; in an empty one the product makes its demo first. */
export async function startIn(folder: string, options: ProductOptions = {}): Promise<RunningProduct> {
  if (!existsSync(ENTRY)) throw new Error('Build first: npm run build');
  const ports = { http: await freePort(), smtp: await freePort(), sandbox: await freePort() };
  return startAt({ folder, ports }, options);
}

async function startAt(place: Place, options: ProductOptions): Promise<RunningProduct> {
  const { folder, ports } = place;
  const dataFolder = join(folder, 'data');
  const clockFile = join(folder, 'clock');
  const child = spawn(process.execPath, [options.movableClock ? TEST_ENTRY : ENTRY], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      TMPDIR: process.env.TMPDIR,
      DEMO: '1',
      DEMO_PASSWORD: PASSWORD,
      PORT: String(ports.http),
      MAIL_INTAKE: `smtp://127.0.0.1:${String(ports.smtp)}`,
      SANDBOX_PORT: String(ports.sandbox),
      DATA_DIR: dataFolder,
      STORAGE_URL: `file:${join(folder, 'uploads')}`,
      LOG_LEVEL: 'warn',
      ...(options.movableClock ? { CLOCK_FILE: clockFile } : {}),
    },
  });
  let output = '';
  const keep = (chunk: Buffer) => (output = (output + chunk.toString()).slice(-20_000));
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);

  const url = `http://localhost:${String(ports.http)}`;
  await untilReady(url, child, () => output);
  return {
    url,
    smtpPort: ports.smtp,
    sandboxUrl: `http://127.0.0.1:${String(ports.sandbox)}`,
    dataFolder,
    password: PASSWORD,
    pid: child.pid ?? 0,
    output: () => output,
    setClock: (offsetMs) => {
      writeFileSync(clockFile, String(offsetMs));
    },
    end: () => end(child),
    again: () => startAt(place, options),
    stop: async () => {
      await end(child);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function untilReady(url: string, child: ChildProcess, output: () => string): Promise<void> {
  for (let tries = 0; tries < READY_TRIES; tries += 1) {
    if (child.exitCode !== null) throw new Error(`The product ended at start:\n${output()}`);
    const ready = await fetch(`${url}/readyz`).catch(() => null);
    if (ready?.ok) return;
    await sleep(250);
  }
  throw new Error(`The product was not ready in time:\n${output()}`);
}

async function end(child: ChildProcess): Promise<{ code: number | null; tookMs: number }> {
  const startedAt = Date.now();
  if (child.exitCode === null && child.signalCode === null) {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await gone;
  }
  return { code: child.exitCode, tookMs: Date.now() - startedAt };
}
