import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
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
  stop(): Promise<void>;
}

const ENTRY = join(__dirname, '../../dist/server/main.js');
const READY_TRIES = 600;

export async function startDemoProduct(): Promise<RunningProduct> {
  if (!existsSync(ENTRY)) throw new Error('Build first: npm run build');
  const [port, smtpPort, sandboxPort] = [await freePort(), await freePort(), await freePort()];
  const folder = mkdtempSync(join(tmpdir(), 'qaitarym-e2e-'));
  const password = 'correct horse battery';
  const child = spawn(process.execPath, [ENTRY], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      TMPDIR: process.env.TMPDIR,
      DEMO: '1',
      DEMO_PASSWORD: password,
      PORT: String(port),
      MAIL_INTAKE: `smtp://127.0.0.1:${String(smtpPort)}`,
      SANDBOX_PORT: String(sandboxPort),
      DATA_DIR: join(folder, 'data'),
      STORAGE_URL: `file:${join(folder, 'uploads')}`,
      LOG_LEVEL: 'warn',
    },
  });
  let output = '';
  const keep = (chunk: Buffer) => (output = (output + chunk.toString()).slice(-20_000));
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);

  const url = `http://localhost:${String(port)}`;
  await untilReady(url, child, () => output);
  return {
    url,
    smtpPort,
    sandboxUrl: `http://127.0.0.1:${String(sandboxPort)}`,
    dataFolder: join(folder, 'data'),
    password,
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

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await gone;
}
