/** After this many failed connections in a row the gateway counts as away. */
const OPENS_AFTER = 5;
const PROBE_EVERY_MS = 60_000;

/** Keeps attempts queued while the gateway is away, instead of filling the unknown desk; lets one probe through. */
export interface Breaker {
  mayTry(now: number): boolean;
  note(outcome: 'answered' | 'unreachable', now: number): void;
  readonly open: boolean;
}

export function makeBreaker(): Breaker {
  let failures = 0;
  let nextProbeAt = 0;
  return {
    get open() {
      return failures >= OPENS_AFTER;
    },
    mayTry(now) {
      if (failures < OPENS_AFTER) return true;
      if (now < nextProbeAt) return false;
      nextProbeAt = now + PROBE_EVERY_MS;
      return true;
    },
    note(outcome, now) {
      if (outcome === 'answered') failures = 0;
      else {
        failures += 1;
        nextProbeAt = now + PROBE_EVERY_MS;
      }
    },
  };
}
