import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../server/testing/free-port';

const ROOT = join(__dirname, '../..');
export const PRODUCT_ENTRY = join(ROOT, 'dist/server/main.js');
const LIMIT_ENTRY = join(__dirname, 'limit/server.ts');
export const PASSWORD = 'correct horse battery';

export interface RunningProcess {
  url: string;
  pid: number;
  stop(): Promise<void>;
}

export interface Product extends RunningProcess {
  smtpPort: number;
}

/** Where a product of the bench keeps its things. */
export interface Place {
  databaseUrl: string;
  folder: string;
}

/** Test data need no secret key, but seed and product must agree on one. */
const MASTER_KEY = `bench:${Buffer.alloc(32, 7).toString('base64')}`;

/** The environment under which seed and product meet: one key, everything in one folder, no demo going on. */
export function environmentOf({ databaseUrl, folder }: Place, more: Record<string, string> = {}) {
  const { PATH, HOME, TMPDIR } = process.env;
  return {
    PATH,
    HOME,
    TMPDIR,
    MASTER_KEY,
    DATABASE_URL: databaseUrl,
    DATA_DIR: join(folder, 'data'),
    STORAGE_URL: `file:${join(folder, 'uploads')}`,
    CLOUDPAYMENTS_URL: 'sandbox:',
    CLOUDPAYMENTS_PUBLIC_ID: 'test_api_bench',
    CLOUDPAYMENTS_API_SECRET: 'bench-secret',
    ...more,
  };
}

/** The built product as people run it, its log written (to nowhere); nobody takes its letters, so they stay queued. */
export async function startProduct(place: Place, more: Record<string, string> = {}): Promise<Product> {
  if (!existsSync(PRODUCT_ENTRY)) throw new Error('Build first: npm run build');
  const [port, smtpPort, sandboxPort] = [await freePort(), await freePort(), await freePort()];
  const env = environmentOf(place, {
    PORT: String(port),
    PUBLIC_URL: `http://localhost:${String(port)}`,
    SMTP_URL: `smtp://127.0.0.1:${String(await freePort())}`,
    MAIL_INTAKE: `smtp://127.0.0.1:${String(smtpPort)}`,
    SANDBOX_PORT: String(sandboxPort),
    ...more,
  });
  const url = `http://localhost:${String(port)}`;
  const running = await start([PRODUCT_ENTRY], env, `${url}/readyz`);
  return { ...running, url, smtpPort };
}

export async function startLimit({ databaseUrl, folder }: Place): Promise<RunningProcess> {
  const port = await freePort();
  const env = {
    ...process.env,
    LIMIT_PORT: String(port),
    LIMIT_DATABASE_URL: databaseUrl,
    LIMIT_FOLDER: join(folder, 'limit-files'),
  };
  const url = `http://127.0.0.1:${String(port)}`;
  return { ...(await start(['--import', 'tsx', LIMIT_ENTRY], env, url)), url };
}

/** Runs a script of ours to its end. */
export async function runToEnd(args: string[], env: Record<string, string | undefined>): Promise<void> {
  const child = spawn(process.execPath, ['--import', 'tsx', ...args], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const said = lastWords(child);
  const code = await new Promise((resolve) => child.once('exit', resolve));
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${String(code)}:\n${said()}`);
}

/** What a script of ours prints. */
export async function outputOf(script: string, env: Record<string, string>): Promise<string> {
  const child = spawn(process.execPath, ['--import', 'tsx', script], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = lastWords(child);
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise((resolve) => child.once('exit', resolve));
  if (code !== 0) throw new Error(`${script} ended with ${String(code)}:\n${said()}`);
  return output;
}

async function start(args: string[], env: Record<string, string | undefined>, url: string) {
  const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: ['ignore', 'ignore', 'pipe'] });
  const said = lastWords(child);
  for (let tries = 0; ; tries += 1) {
    if (child.exitCode !== null || tries > 1200) {
      await end(child);
      throw new Error(`${args.join(' ')} did not start:\n${said()}`);
    }
    const ready = await fetch(url).catch(() => null);
    if (ready?.ok) break;
    await sleep(100);
  }
  return { pid: child.pid ?? 0, stop: () => end(child) };
}

function lastWords(child: ChildProcess): () => string {
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-4_000)));
  return () => said;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await gone;
}
