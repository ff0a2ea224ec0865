import * as fc from 'fast-check';
import {
  ATTEMPT_MOVES,
  ATTEMPT_STATES,
  inDoubt,
  mayMoveAttempt,
  moneyWent,
  moveAttempt,
  reserves,
  type AttemptMove,
  type AttemptState,
} from './attempt';
import { IllegalMove } from './errors';

it.each<[string, AttemptMove[], AttemptState]>([
  ['all goes well', ['send', 'accept', 'settle'], 'settled'],
  ['the gateway says no', ['send', 'refuse'], 'refused'],
  ['too many requests', ['send', 'requeue', 'send', 'accept'], 'accepted'],
  ['no answer, then found', ['send', 'lose', 'accept', 'settle'], 'settled'],
  ['no answer, sent again under its key', ['send', 'lose', 'repeat', 'accept'], 'accepted'],
  ['no answer, two people say not executed', ['send', 'lose', 'escalate', 'not_executed'], 'not_sent'],
  ['stopped by the look-up', ['stop'], 'not_sent'],
  ['the bank reverses', ['send', 'accept', 'settle', 'reverse'], 'reversed'],
])('%s', (_story, moves, end) => {
  expect(moves.reduce<AttemptState>((state, move) => moveAttempt(state, move), 'queued')).toBe(end);
});

it.each<[AttemptState, AttemptMove, string]>([
  ['unknown', 'refuse', 'only the answer itself refuses; silence is not a no'],
  ['unknown', 'requeue', 'the queue is for what certainly did not go'],
  ['unknown', 'settle', 'the gateway must accept first'],
  ['refused', 'send', 'a new try is a new attempt with a new key'],
  ['not_sent', 'send', 'a new try is a new attempt with a new key'],
  ['sending', 'stop', 'too late'],
  ['sending', 'not_executed', 'the answer may still come'],
  ['settled', 'send', 'twice'],
])('%s cannot take %s: %s', (state, move) => expect(() => moveAttempt(state, move)).toThrow(IllegalMove));

it('keeps the sum reserved until it has certainly failed', () => {
  const table = ATTEMPT_STATES.map((state) => [state, reserves(state), inDoubt(state), moneyWent(state)]);
  expect(table).toEqual([
    ['queued', true, false, false],
    ['sending', true, true, false],
    ['accepted', true, false, true],
    ['settled', true, false, true],
    ['refused', false, false, false],
    ['unknown', true, true, false],
    ['manual', true, true, false],
    ['not_sent', false, false, false],
    ['reversed', false, false, false],
  ]);
});

it('never comes back from a certain failure, nor sends after the gateway accepted', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...ATTEMPT_MOVES), { maxLength: 30 }), (moves) => {
      let state: AttemptState = 'queued';
      let accepted = false;
      for (const move of moves) {
        if (!mayMoveAttempt(state, move)) continue;
        const before: AttemptState = state;
        state = moveAttempt(state, move);
        expect(reserves(before)).toBe(true);
        if (state === 'sending') expect(accepted).toBe(false);
        accepted ||= moneyWent(state);
      }
    }),
  );
});
