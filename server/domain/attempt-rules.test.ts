import * as fc from 'fast-check';
import { ATTEMPT_STATES, type AttemptState } from './attempt';
import {
  assertCapacity,
  isDue,
  leftToRefund,
  mayLookUp,
  mayRepeat,
  maySendBeside,
  nextLook,
  reservedSum,
} from './attempt-rules';
import { InvalidInput, OverRefund } from './errors';
import { allAccepted, payoutResult, refundState } from './refund-state';

const MINUTE = 60_000;

it.each([
  [0, 0, 9, false, 'the gateway may still be working'],
  [0, 0, 10, true, 'quiet for ten minutes'],
  [0, 0, 50, true, 'the last minute of the window'],
  [0, 0, 51, false, 'the key may be forgotten'],
  [0, 45, 50, false, 'sent again five minutes ago'],
  [0, 35, 46, true, 'quiet and in the window'],
  [20, 20, 10, false, 'the clock went backwards'],
])('first sent at %d, last at %d: at %d a repeat is allowed: %s (%s)', (first, last, now, expected) => {
  expect(mayRepeat(first * MINUTE, last * MINUTE, now * MINUTE)).toBe(expected);
});

it('holds the edges to the millisecond', () => {
  expect(mayLookUp(0, 10 * MINUTE - 1)).toBe(false);
  expect(mayRepeat(0, 0, 50 * MINUTE)).toBe(true);
  expect(mayRepeat(0, 0, 50 * MINUTE + 1)).toBe(false);
});

it.each([
  ['unknown', 0, 3, 10, 'when quiet time is over'],
  ['unknown', 0, 12, 13, 'each minute, while the key may still be used'],
  ['unknown', 0, 600, 601, 'each minute, until a person is asked'],
  ['accepted', 0, 2, 3, 'a fresh one each minute'],
  ['accepted', 0, 40, 44, 'the older, the more seldom'],
  ['manual', 0, 6_000, 6_015, 'at the latest after a quarter of an hour'],
  ['manual', 90, 10, 11, 'though the clock went backwards'],
] satisfies [AttemptState, number, number, number, string][])(
  '%s, sent at %d and looked at in minute %d, is looked at in %d: %s',
  (state, sent, now, next, _) => {
    expect(nextLook({ state, lastSentAt: sent * MINUTE }, now * MINUTE)).toBe(next * MINUTE);
  },
);

it.each([
  [0, true, 'its moment has come'],
  [1, false, 'a moment too early'],
  [15 * MINUTE, false, 'as far as anything is put off'],
  [15 * MINUTE + 1, true, 'a clock was wrong'],
])('put off to %d ms from now it is due: %s (%s)', (ahead, due) => {
  expect(isDue(1_000_000 + ahead, 1_000_000)).toBe(due);
});

it('sends beside what is certain, never beside what is in doubt', () => {
  expect(maySendBeside(['settled', 'refused', 'queued', 'accepted', 'not_sent', 'reversed'])).toBe(true);
  for (const doubt of ['sending', 'unknown', 'manual'] as const)
    expect(maySendBeside(['settled', doubt])).toBe(false);
});

it('takes external refunds and everything not certainly failed off what was paid', () => {
  const attempts = [
    { state: 'settled', amountMinor: 100 },
    { state: 'unknown', amountMinor: 200 },
    { state: 'refused', amountMinor: 400 },
  ] as const;
  expect(reservedSum(attempts)).toBe(300);
  expect(leftToRefund({ paidMinor: 1_000, externalMinor: 50, attempts })).toBe(650);
  expect(() => assertCapacity({ paidMinor: 1_000, externalMinor: 50, attempts }, 650)).not.toThrow();
  expect(() => assertCapacity({ paidMinor: 1_000, externalMinor: 50, attempts }, 651)).toThrow(OverRefund);
  expect(() => assertCapacity({ paidMinor: 1_000, externalMinor: 0, attempts }, 0)).toThrow(InvalidInput);
});

it('never lets more out than came in', () => {
  const sum = fc.integer({ min: 1, max: 1_000 });
  const attempt = fc.record({ state: fc.constantFrom(...ATTEMPT_STATES), amountMinor: sum });
  fc.assert(
    fc.property(
      sum,
      fc.integer({ min: 0, max: 300 }),
      fc.array(attempt),
      fc.array(sum),
      (paidMinor, externalMinor, old, wishes) => {
        const attempts = [...old];
        const before = reservedSum(attempts);
        for (const amountMinor of wishes) {
          try {
            assertCapacity({ paidMinor, externalMinor, attempts }, amountMinor);
            attempts.push({ state: 'queued', amountMinor });
          } catch (error) {
            expect(error).toBeInstanceOf(OverRefund);
          }
        }
        const after = reservedSum(attempts);
        if (after > before) expect(after + externalMinor).toBeLessThanOrEqual(paidMinor);
      },
    ),
  );
});

it('reads the state of a refund from its last attempt', () => {
  expect(refundState([])).toBe('queued');
  expect(refundState(['refused', 'accepted'])).toBe('accepted');
});

it('ends a payout when no refund can move any more', () => {
  expect(payoutResult(['settled', 'settled'])).toBe('settled');
  expect(payoutResult(['settled', 'accepted'])).toBe('running');
  expect(payoutResult(['settled', 'refused'])).toBe('failed');
  expect(payoutResult(['refused', 'unknown'])).toBe('running');
  expect(payoutResult([])).toBe('running');
  expect([
    allAccepted(['accepted', 'settled']),
    allAccepted(['accepted', 'queued']),
    allAccepted([]),
  ]).toEqual([true, false, false]);
});
