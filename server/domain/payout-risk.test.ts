import { payoutRisk } from './payout-risk';

const at = (text: string) => Date.parse(text);
const term = {
  dueOn: '2026-11-26',
  dueAt: at('2026-11-27T00:00:00+05:00'),
  latestSafeAt: at('2026-11-25T17:00:00+05:00'),
};

it.each([
  ['2026-11-25T16:59:59+05:00', '2026-11-25', 'none', 'before the latest safe moment'],
  ['2026-11-25T17:00:00+05:00', '2026-11-25', 'unsafe', 'at the latest safe moment'],
  ['2026-11-26T00:00:00+05:00', '2026-11-26', 'today', 'the last day has begun'],
  ['2026-11-26T23:59:59+05:00', '2026-11-26', 'today', 'the last day is nearly over'],
  ['2026-11-27T00:00:00+05:00', '2026-11-27', 'late', 'the last day is over'],
])('at %s: %s %s (%s)', (now, today, risk) => {
  expect(payoutRisk(term, { now: at(now), today })).toBe(risk);
});

it('sees no risk where no term runs', () => {
  const none = { dueOn: null, dueAt: null, latestSafeAt: null };
  expect(payoutRisk(none, { now: at('2027-01-01T00:00:00Z'), today: '2027-01-01' })).toBe('none');
});
