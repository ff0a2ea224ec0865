import { setTimeout as sleep } from 'node:timers/promises';

const PATIENCE_MS = 30_000;
const STEP_MS = 150;

/** Asks again until there is an answer; what never comes is named in the error. */
export async function until<T>(
  what: string,
  look: () => Promise<T | null | undefined | false> | T | null | undefined | false,
  patienceMs = PATIENCE_MS,
): Promise<T> {
  const end = Date.now() + patienceMs;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > end) throw new Error(`Waited ${String(patienceMs / 1000)} s in vain for: ${what}`);
    await sleep(STEP_MS);
  }
}
