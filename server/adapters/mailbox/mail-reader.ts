import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { MailReader } from '../../mailbox-port';
import type { ReaderReply, ReaderRequest } from './mail-reader-protocol';

const TIME_LIMIT_MS = 20_000;
const MEMORY_MB = 512;
const EXTENSION = extname(__filename);
const FILE = join(__dirname, `mail-reader-worker${EXTENSION}`);

/**
 * Reads messages one after another in a worker thread. A message that takes too long, too much memory or crashes the
 * parser costs the worker, which the next message starts anew; the product goes on.
 */
export function makeMailReader({ timeLimitMs = TIME_LIMIT_MS } = {}): MailReader {
  let worker: Worker | null = null;
  let queue: Promise<unknown> = Promise.resolve();
  let lastId = 0;

  function ask(raw: Buffer): Promise<ReaderReply['result']> {
    const current = (worker ??= startWorker());
    const id = (lastId += 1);
    return new Promise((resolve) => {
      const end = (result: ReaderReply['result'], usable: boolean) => {
        clearTimeout(timer);
        current.off('message', onReply).off('error', onEnd).off('exit', onEnd);
        current.unref();
        if (!usable) {
          worker = null;
          void current.terminate();
        }
        resolve(result);
      };
      const onReply = (reply: ReaderReply) => {
        if (reply.id === id) end(reply.result, true);
      };
      const onEnd = () => end({ problem: 'unparseable' }, false);
      const timer = setTimeout(() => end({ problem: 'too-slow' }, false), timeLimitMs);
      current.ref();
      current.on('message', onReply).on('error', onEnd).on('exit', onEnd);
      // A copy of its own, so that handing it over leaves the sealed original alone.
      const bytes = new Uint8Array(raw);
      current.postMessage({ id, raw: bytes } satisfies ReaderRequest, [bytes.buffer]);
    });
  }

  return {
    read(raw) {
      const result = queue.then(() => ask(raw)).then(withBuffers);
      queue = result.catch(() => undefined);
      return result;
    },
    async close() {
      await queue;
      await worker?.terminate();
      worker = null;
    },
  };
}

/** Bytes cross the thread as plain arrays. */
function withBuffers(result: ReaderReply['result']): ReaderReply['result'] {
  if (result.problem !== null) return result;
  for (const attachment of result.mail.attachments) attachment.content = asBuffer(attachment.content);
  return result;
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function startWorker(): Worker {
  const worker = new Worker(FILE, {
    execArgv: EXTENSION === '.ts' ? ['--require', require.resolve('tsx/cjs')] : [],
    // No secret of the product's environment reaches the parser of foreign messages.
    env: { TMPDIR: tmpdir() },
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  });
  // An error without a listener would end the product; `ask` hears of it through its own.
  worker.on('error', () => undefined);
  worker.unref();
  return worker;
}
