import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export interface SandboxOptions {
  port: number;
  /** Base address of our webhooks; the notification's type is appended. */
  notifyUrl: string;
  logFile: string;
  publicId: string;
  apiSecret: string;
}

export interface SandboxHandle {
  url: string;
  stop(): Promise<void>;
}

const START_TRIES = 150;

/** Uses the sandbox that answers on the port, or starts one that lives as long as we do. */
export async function ensureSandbox(options: SandboxOptions): Promise<SandboxHandle> {
  const url = `http://127.0.0.1:${String(options.port)}`;
  if (await answers(url)) return { url, stop: () => Promise.resolve() };

  const child = launch(options);
  // Whatever way we end, short of being killed ourselves, it does not stay behind.
  process.once('exit', () => child.kill('SIGKILL'));
  for (let tries = 0; tries < START_TRIES; tries += 1) {
    if (child.exitCode !== null)
      throw new Error(`The sandbox ended with code ${String(child.exitCode)} at start`);
    if (await answers(url)) return { url, stop: () => end(child) };
    await sleep(100);
  }
  child.kill('SIGKILL');
  throw new Error(`The sandbox did not answer on ${url}`);
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(`${url}/__sandbox/log`, { signal: AbortSignal.timeout(1000) });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}

/** The program beside us: compiled when we are compiled, TypeScript when we run from source. */
function launch(options: SandboxOptions): ChildProcess {
  const program = join(__dirname, '../../../scripts/sandbox', `main${extname(__filename)}`);
  mkdirSync(join(options.logFile, '..'), { recursive: true });
  return spawn(process.execPath, [...process.execArgv, program], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      PATH: process.env.PATH,
      SANDBOX_PORT: String(options.port),
      SANDBOX_NOTIFY_URL: options.notifyUrl,
      SANDBOX_LOG: options.logFile,
      CLOUDPAYMENTS_PUBLIC_ID: options.publicId,
      CLOUDPAYMENTS_API_SECRET: options.apiSecret,
    },
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await Promise.race([gone, sleep(3000).then(() => child.kill('SIGKILL'))]);
}
