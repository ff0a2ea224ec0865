import * as fc from 'fast-check';
import {
  CLAIM_MOVES,
  CLAIM_STATES,
  CLOSED_STATES,
  isClosed,
  mayMove,
  missingItems,
  moveClaim,
  movesFrom,
  requiredItems,
  type ClaimMove,
  type ClaimState,
} from './claim';
import { IllegalMove } from './errors';

it.each<[string, ClaimMove[], ClaimState]>([
  [
    'a complete mail is paid',
    ['start_review', 'propose', 'approve_refund', 'start_payout', 'resolve'],
    'resolved',
  ],
  [
    'papers come late',
    ['request_documents', 'documents_complete', 'propose', 'approve_rejection'],
    'rejected',
  ],
  ['a returned proposal is in review', ['start_review', 'propose', 'return'], 'in_review'],
  ['an edit after approval', ['propose', 'approve_refund', 'void_proposal'], 'in_review'],
  [
    'a refused payout is retried',
    ['propose', 'approve_refund', 'start_payout', 'payout_failed', 'retry_payout'],
    'in_payout',
  ],
  ['a withdrawn claim is taken up again', ['withdraw', 'reopen'], 'in_review'],
  ['a manager rejects before a proposal', ['reject'], 'rejected'],
])('%s', (_story, moves, end) => {
  expect(moves.reduce<ClaimState>((state, move) => moveClaim(state, move), 'received')).toBe(end);
});

it.each<[ClaimState, ClaimMove, string]>([
  ['received', 'approve_refund', 'nobody has proposed'],
  ['in_review', 'start_payout', 'nobody has approved'],
  ['proposed', 'propose', 'a second proposal would hide the first'],
  ['proposed', 'reject', 'a proposal is approved or returned'],
  ['approved', 'withdraw', 'money may be on its way'],
  ['in_payout', 'withdraw', 'money is on its way'],
  ['in_payout', 'mark_duplicate', 'money is on its way'],
  ['resolved', 'resolve', 'once'],
  ['rejected', 'propose', 'it must be reopened first'],
])('a claim that is %s cannot take %s: %s', (state, move) => {
  expect(() => moveClaim(state, move)).toThrow(IllegalMove);
  expect(mayMove(state, move)).toBe(false);
});

it('reports the current state with an illegal move', () => {
  expect.assertions(1);
  try {
    moveClaim('resolved', 'propose');
  } catch (error) {
    expect(error).toMatchObject({ code: 'illegal-move', details: { current: 'resolved', move: 'propose' } });
  }
});

/**
 * A second, independent statement of what any walk must keep. The table alone cannot know whether an approval
 * still holds, so the walk keeps to the precondition of `retry_payout` as its caller does.
 */
it('keeps the promises of every walk', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...CLAIM_MOVES), { maxLength: 40 }), (moves) => {
      let state: ClaimState = 'received';
      let approvalHolds = false;
      for (const move of moves) {
        if (!mayMove(state, move) || (move === 'retry_payout' && !approvalHolds)) continue;
        const before: ClaimState = state;
        state = moveClaim(state, move);
        if (move === 'approve_refund') {
          expect(before).toBe('proposed');
          approvalHolds = true;
        }
        if (state === 'in_payout' || state === 'resolved') expect(approvalHolds).toBe(true);
        if (['propose', 'void_proposal', 'reopen'].includes(move)) approvalHolds = false;
        if (isClosed(before)) expect(move).toBe('reopen');
        if (before === 'in_payout') expect(['resolved', 'in_review']).toContain(state);
      }
    }),
    { numRuns: 3_000 },
  );
});

it('lets every state be reached and left', () => {
  const reached = new Set<ClaimState>(['received']);
  for (const state of reached) for (const move of movesFrom(state)) reached.add(moveClaim(state, move));
  expect([...reached].sort()).toEqual([...CLAIM_STATES].sort());
  for (const state of CLAIM_STATES) expect(movesFrom(state).length).toBeGreaterThan(0);
  for (const state of CLOSED_STATES) expect(movesFrom(state)).toEqual(['reopen']);
});

it('asks for receipts in mistaken operations only', () => {
  expect(requiredItems('mistaken_operation')).toEqual(['application', 'id_copy', 'receipt']);
  expect(requiredItems('refusal_after_handover')).toEqual(['application', 'id_copy']);
  expect(missingItems('mistaken_operation', ['receipt', 'other', 'receipt'])).toEqual([
    'application',
    'id_copy',
  ]);
  expect(missingItems('other', ['application', 'id_copy'])).toEqual([]);
});
