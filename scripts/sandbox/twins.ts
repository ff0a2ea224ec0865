import type { World } from './world';

/** A call marked G17 waits this long, on the sandbox clock, for a second one with its key. */
const PATIENCE_MS = 30_000;

const waiting = new WeakMap<World, Map<string, () => void>>();

/** Holds the first of two requests with one key until the second comes; then both run. */
export function meetTwin(world: World, key: string): Promise<void> {
  const keys = waiting.get(world) ?? new Map<string, () => void>();
  waiting.set(world, keys);
  const releaseFirst = keys.get(key);
  if (releaseFirst) {
    releaseFirst();
    return Promise.resolve();
  }
  return new Promise((resolve) => {
    const release = () => {
      keys.delete(key);
      resolve();
    };
    keys.set(key, release);
    world.clock.schedule(world.clock.now() + PATIENCE_MS, release);
  });
}
