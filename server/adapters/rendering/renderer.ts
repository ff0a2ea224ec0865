import type { DocumentProblem, DocumentRenderer } from '../../ports';
import { FILE_LIMITS, type FileLimits, type RenderReply, type RenderRequest } from './render-protocol';
import { sniff, SNIFF_BYTES } from './sniff';
import { startRenderProcess, type RenderProcess } from './render-process';

/** How much one file may cost. */
export interface RendererSettings {
  /** Processes at once; a second file waits rather than taking more memory. */
  processes: number;
  timeLimitMs: number;
  memoryLimitBytes: number;
  /** An unused process is ended after this, which gives its memory back. */
  idleMs: number;
  limits: FileLimits;
}

const DEFAULTS: RendererSettings = {
  processes: 1,
  timeLimitMs: 20_000,
  memoryLimitBytes: 900 * 1024 * 1024,
  idleMs: 15_000,
  limits: FILE_LIMITS,
};

/** A pool of rendering processes, started when needed. A file that hangs or eats memory costs its own process only. */
export function makeRenderer(settings: Partial<RendererSettings> = {}): DocumentRenderer {
  const { processes, limits, idleMs, ...bounds } = { ...DEFAULTS, ...settings };
  const idle: RenderProcess[] = [];
  const waiting: (() => void)[] = [];
  const running = new Set<Promise<unknown>>();
  let busy = 0;

  async function turn<T>(work: () => Promise<T>): Promise<T> {
    if (busy >= processes) await new Promise<void>((resolve) => waiting.push(resolve));
    busy += 1;
    try {
      return await work();
    } finally {
      busy -= 1;
      waiting.shift()?.();
    }
  }

  function ask(request: RenderRequest): Promise<RenderReply> {
    const asked = turn(async () => {
      const worker = idle.pop() ?? startRenderProcess(bounds);
      const reply = await worker.ask(request);
      if (worker.alive()) {
        idle.push(worker);
        worker.endAfter(idleMs, () => {
          const at = idle.indexOf(worker);
          if (at >= 0) idle.splice(at, 1);
        });
      }
      return reply;
    });
    running.add(asked);
    void asked.finally(() => running.delete(asked)).catch(() => undefined);
    return asked;
  }

  return {
    async inspect(bytes) {
      if (bytes.length === 0) return { problem: 'empty' };
      // Most wrong files are told by their first bytes; they need no process.
      if (!sniff(bytes.subarray(0, SNIFF_BYTES))) return { problem: 'not-allowed-kind' };
      const reply = await ask({ op: 'inspect', bytes, limits });
      return reply.op === 'inspected' ? reply.inspection : { problem: problemOf(reply) };
    },
    async drawPage(bytes, page, watermark) {
      const reply = await ask({ op: 'page', bytes, page, limits, watermark });
      if (reply.op !== 'drawn') return { problem: problemOf(reply) };
      return { ...reply.image, bytes: Buffer.from(reply.image.bytes) };
    },
    async close() {
      await Promise.allSettled(running);
      for (const worker of idle.splice(0)) worker.end();
    },
  };
}

function problemOf(reply: RenderReply): DocumentProblem {
  return reply.op === 'refused' ? reply.problem : 'undecodable';
}
