import type { ClaimState } from './claim';

/** Since when a claim is in its state, and the milliseconds that it spent in each before. */
export interface StateTimes {
  state: ClaimState;
  since: number;
  spent: Partial<Record<ClaimState, number>>;
}

/**
 * The times after a claim may have changed its state.
 * @param beganAt - when a claim without times came; then all of its time until now was in this state
 */
export function timesAfter(
  known: StateTimes | null,
  state: ClaimState,
  beganAt: number,
  now: number,
): StateTimes {
  if (!known) return { state, since: beganAt, spent: {} };
  if (known.state === state) return known;
  return { state, since: now, spent: timesUntil(known, now) };
}

/** Milliseconds in each state up to a moment, the state of now included. */
export function timesUntil({ state, since, spent }: StateTimes, now: number): StateTimes['spent'] {
  return { ...spent, [state]: (spent[state] ?? 0) + Math.max(0, now - since) };
}
