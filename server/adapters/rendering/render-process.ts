import { fork, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { Unavailable } from '../../domain/errors';
import type { RenderReply, RenderRequest } from './render-protocol';

/** One child that decodes files, one at a time. */
export interface RenderProcess {
  /** Never hangs: a file over its time or memory is refused as too slow, one that crashes the child as undecodable. */
  ask(request: RenderRequest): Promise<RenderReply>;
  alive(): boolean;
  /** Ends it when nothing was asked for so long. */
  endAfter(idleMs: number, ended: () => void): void;
  end(): void;
}

const EXTENSION = extname(__filename);
const WORKER = join(__dirname, `render-worker${EXTENSION}`);
const WATCH_MS = 100;
const PAGE_BYTES = 4096;

/** @throws Unavailable from `ask` when the child cannot be started */
export function startRenderProcess(bounds: { timeLimitMs: number; memoryLimitBytes: number }): RenderProcess {
  const child = fork(WORKER, [], {
    execArgv: loaderArguments(),
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    // No secret of the product's environment reaches the process that decodes foreign files.
    env: { TMPDIR: tmpdir(), MALLOC_ARENA_MAX: '2' },
  });
  let idleTimer: NodeJS.Timeout | undefined;
  const alive = () => child.connected && child.exitCode === null && !child.killed;
  const end = () => {
    clearTimeout(idleTimer);
    child.kill('SIGKILL');
  };
  // An error without a listener would end the product; `ask` hears of it through its own.
  child.on('error', () => undefined);
  rest(child);

  async function ask(request: RenderRequest): Promise<RenderReply> {
    clearTimeout(idleTimer);
    wake(child);
    const watch = watchOver(child, bounds);
    try {
      return await Promise.race([watch.over, replyOf(child, request)]);
    } finally {
      watch.stop();
      rest(child);
    }
  }

  return {
    ask,
    alive,
    end,
    endAfter(idleMs, ended) {
      clearTimeout(idleTimer);
      idleTimer = setTimeout(() => {
        ended();
        end();
      }, idleMs).unref();
    },
  };
}

function replyOf(child: ChildProcess, request: RenderRequest): Promise<RenderReply> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void) => {
      child.off('message', onReply).off('exit', onExit).off('error', onError);
      act();
    };
    const onReply = (reply: RenderReply) => settle(() => resolve(reply));
    const onExit = (code: number | null) =>
      settle(() =>
        code === START_FAILED ? reject(unavailable()) : resolve({ op: 'refused', problem: 'undecodable' }),
      );
    const onError = () => settle(() => reject(unavailable()));
    child.on('message', onReply).on('exit', onExit).on('error', onError);
    child.send(request, (error) => {
      if (error) settle(() => reject(unavailable()));
    });
  });
}

/** Node's exit code for an exception nobody caught: here, a part of the worker that cannot be loaded. */
const START_FAILED = 1;

const unavailable = () => new Unavailable('Files cannot be decoded now', { part: 'rendering' });

/** Wall time and resident memory; a busy wasm module answers no signal but SIGKILL. */
function watchOver(child: ChildProcess, bounds: { timeLimitMs: number; memoryLimitBytes: number }) {
  let timer: NodeJS.Timeout | undefined;
  let memory: NodeJS.Timeout | undefined;
  const over = new Promise<RenderReply>((resolve) => {
    const stop = () => {
      child.kill('SIGKILL');
      resolve({ op: 'refused', problem: 'too-slow' });
    };
    timer = setTimeout(stop, bounds.timeLimitMs);
    memory = setInterval(() => {
      if (residentBytes(child.pid) > bounds.memoryLimitBytes) stop();
    }, WATCH_MS);
  });
  return {
    over,
    stop: () => {
      clearTimeout(timer);
      clearInterval(memory);
    },
  };
}

/** Zero where the system has no /proc: the time limit still holds there. */
function residentBytes(pid: number | undefined): number {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1] ?? 0) * PAGE_BYTES;
  } catch {
    return 0;
  }
}

/** A resting child must not keep the product, or a test, from ending. */
function rest(child: ChildProcess): void {
  child.unref();
  child.channel?.unref();
}

function wake(child: ChildProcess): void {
  child.ref();
  child.channel?.ref();
}

/** Compiled code runs as it is; sources need the loader that runs the parent, or tsx when that is a test runner. */
function loaderArguments(): string[] {
  const inherited = process.execArgv.filter((argument) => !argument.startsWith('--inspect'));
  if (EXTENSION !== '.ts' || inherited.some((argument) => argument.includes('tsx'))) return inherited;
  return [...inherited, '--require', require.resolve('tsx/cjs')];
}
