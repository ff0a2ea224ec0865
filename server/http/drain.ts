/** Tells parts with open streams that the process is about to end. */
export interface Drain {
  readonly draining: boolean;
  /** Called once when draining begins; at once when it has begun. Returns the way to forget it. */
  onBegin(close: () => void): () => void;
  begin(): void;
}

/** One for the process: SIGTERM begins it, `/readyz` answers 503, event streams close. */
export function createDrain(): Drain {
  const waiting = new Set<() => void>();
  let draining = false;
  return {
    get draining() {
      return draining;
    },
    onBegin(close) {
      if (draining) close();
      else waiting.add(close);
      return () => waiting.delete(close);
    },
    begin() {
      draining = true;
      for (const close of waiting) close();
      waiting.clear();
    },
  };
}
