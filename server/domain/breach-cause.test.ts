import { type BreachCause, breachCause, type BreachFacts, holdersOf } from './breach-cause';

const KEPT: BreachFacts = {
  kind: 'refund_10_days',
  dueOn: '2026-12-03',
  latestSafeAt: 1_000,
  movedFrom: null,
  missing: [],
  askedAt: null,
  approvedAt: null,
  refundsUnderway: 0,
  payoutsStopped: false,
};
const underway = { approvedAt: 900, refundsUnderway: 1 };
const asked = { missing: ['id_copy'], askedAt: 10 };

it.each<[BreachCause, Partial<BreachFacts>, string]>([
  ['we_were_late', {}, 'nothing excuses it'],
  ['customer_never_supplied', asked, 'asked for in time, never came'],
  ['we_were_late', { missing: ['id_copy'] }, 'missing, but nobody asked'],
  ['we_were_late', { ...asked, askedAt: 1_000 }, 'asked when it was too late already'],
  ['we_were_late', { ...asked, kind: 'answer_10_days' }, 'an answer needs no papers'],
  ['gateway_down', underway, 'approved in time, not accepted'],
  ['we_were_late', { ...underway, approvedAt: 1_001 }, 'approved after the latest safe moment'],
  ['we_were_late', { ...underway, payoutsStopped: true }, 'we had stopped all payouts'],
  ['we_were_late', { ...underway, heldByCap: true }, 'our own cap held it back'],
  ['we_were_late', { ...underway, refundsUnderway: 0 }, 'nothing was on its way'],
  ['we_were_late', { ...underway, kind: 'answer_10_days' }, 'an answer needs no gateway'],
  ['calendar_changed', { movedFrom: '2026-12-04', ...asked }, 'a new calendar took a day away'],
  ['we_were_late', { movedFrom: '2026-12-02' }, 'a later date is no excuse'],
])('finds %s for %j: %s', (cause, facts) => {
  expect(breachCause({ ...KEPT, ...facts })).toBe(cause);
});

it('knows who had a claim when', () => {
  expect(holdersOf(0, 100, [], 'a')).toEqual([{ userId: 'a', from: 0, to: 100 }]);
  const moves = [
    { at: 10, from: null, to: 'a' },
    { at: 40, from: 'a', to: 'b' },
    { at: 120, from: 'b', to: 'c' },
  ];
  expect(holdersOf(0, 100, moves, 'c')).toEqual([
    { userId: null, from: 0, to: 10 },
    { userId: 'a', from: 10, to: 40 },
    { userId: 'b', from: 40, to: 100 },
  ]);
});

it('begins with the last assignment before a term that began later', () => {
  const moves = [
    { at: 10, from: null, to: 'a' },
    { at: 20, from: 'a', to: 'b' },
  ];
  expect(holdersOf(50, 100, moves, 'b')).toEqual([{ userId: 'b', from: 50, to: 100 }]);
});
