/** Lets at most `slots` tasks run at once; the others wait in order. */
export function makeSemaphore(slots: number): <T>(task: () => Promise<T>) => Promise<T> {
  let free = slots;
  const waiting: (() => void)[] = [];

  return async (task) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await task();
    } finally {
      const next = waiting.shift();
      // The slot passes straight on, so nobody who comes now overtakes the queue.
      if (next) next();
      else free += 1;
    }
  };
}
