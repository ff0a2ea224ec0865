import type { Log } from './ports';
import { faultOf } from './domain/errors';

/** Parts to close at a stop, last opened first. */
export interface Closers {
  add(name: string, close: () => Promise<unknown>, patienceMs?: number): void;
  /** Closes each in turn. One that fails or takes too long does not keep the others open. */
  close(log: Log): Promise<void>;
}

const PATIENCE_MS = 1_500;

export function makeClosers(): Closers {
  const parts: { name: string; close: () => Promise<unknown>; patienceMs: number }[] = [];
  return {
    add: (name, close, patienceMs = PATIENCE_MS) => void parts.push({ name, close, patienceMs }),
    async close(log) {
      for (const { name, close, patienceMs } of parts.splice(0).reverse()) {
        try {
          await within(patienceMs, close());
        } catch (error) {
          log.warn({ part: name, cause: faultOf(error) }, 'did not close');
        }
      }
    },
  };
}

/** The result of `work`, or an error after `ms`. */
async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`Not done after ${String(ms)} ms`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
