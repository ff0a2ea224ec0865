import { IllegalMove } from './errors';

/** States of one attempt to move money back (design §5); one X-Request-ID lives as long as its attempt. */
export const ATTEMPT_STATES = [
  'queued',
  'sending',
  'accepted',
  'settled',
  'refused',
  'unknown',
  'manual',
  'not_sent',
  'reversed',
] as const;
export type AttemptState = (typeof ATTEMPT_STATES)[number];

const TABLE = {
  send: { from: ['queued'], to: 'sending' },
  /** 429, a refused connection, 401/403: nothing was executed, so it waits again. */
  requeue: { from: ['sending'], to: 'queued' },
  /** The gateway's own word, by answer, list, webhook or a person who found it there. */
  accept: { from: ['sending', 'unknown', 'manual'], to: 'accepted' },
  /** Only by a clear `Success:false`. */
  refuse: { from: ['sending'], to: 'refused' },
  /** No answer, 5xx, malformed body, redirect, or found `sending` at start-up. */
  lose: { from: ['sending'], to: 'unknown' },
  /** Same key, after quiet time and a look-up; see `mayRepeat`. Never through `queued`, so nothing overtakes it. */
  repeat: { from: ['unknown'], to: 'sending' },
  escalate: { from: ['unknown'], to: 'manual' },
  settle: { from: ['accepted'], to: 'settled' },
  /** A fresh query and a second person say that it was never executed. */
  not_executed: { from: ['unknown', 'manual'], to: 'not_sent' },
  /** The look-up just before sending found a reason to stop; the gateway was never asked. */
  stop: { from: ['queued'], to: 'not_sent' },
  reverse: { from: ['settled'], to: 'reversed' },
} as const satisfies Record<string, { from: readonly AttemptState[]; to: AttemptState }>;

export type AttemptMove = keyof typeof TABLE;
export const ATTEMPT_MOVES = Object.keys(TABLE) as AttemptMove[];

/**
 * The state after a move.
 * @throws IllegalMove (`illegal-move`) when the table has no such move
 */
export function moveAttempt(state: AttemptState, move: AttemptMove): AttemptState {
  if (!mayMoveAttempt(state, move)) {
    throw new IllegalMove(`An attempt that is ${state} cannot take the move ${move}`, {
      current: state,
      move,
    });
  }
  return TABLE[move].to;
}

export function mayMoveAttempt(state: AttemptState, move: AttemptMove): boolean {
  return (TABLE[move].from as readonly AttemptState[]).includes(state);
}

const CERTAINLY_FAILED: readonly AttemptState[] = ['refused', 'not_sent', 'reversed'];
const IN_DOUBT: readonly AttemptState[] = ['sending', 'unknown', 'manual'];
const MONEY_WENT: readonly AttemptState[] = ['accepted', 'settled'];

/** Whether the attempt keeps its sum reserved: everything that has not certainly failed does. */
export function reserves(state: AttemptState): boolean {
  return !CERTAINLY_FAILED.includes(state);
}

/** Whether the money may or may not have gone; a payment has at most one such attempt at a time. */
export function inDoubt(state: AttemptState): boolean {
  return IN_DOUBT.includes(state);
}

/** Whether the gateway has accepted, which is what meets the refund clocks (design §3). */
export function moneyWent(state: AttemptState): boolean {
  return MONEY_WENT.includes(state);
}
