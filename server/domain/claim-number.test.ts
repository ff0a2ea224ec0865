import { findClaimNumbers, formatClaimNumber } from './claim-number';

it.each([
  [2026, 123, 'UM-2026-000123'],
  [2027, 1, 'UM-2027-000001'],
  [2026, 1_234_567, 'UM-2026-1234567'],
])('%d, %d is %s', (year, counter, number) => expect(formatClaimNumber(year, counter)).toBe(number));

it.each([
  [2026, 0],
  [2026, 1.5],
  [26, 1],
  [NaN, 1],
])('refuses %d, %d', (year, counter) => expect(() => formatClaimNumber(year, counter)).toThrow());

it('finds numbers in a text, each once', () => {
  expect(findClaimNumbers('Re: № um-2026-000123 жолданым (UM-2026-000123), UM-2026-12, SO-1')).toEqual([
    'UM-2026-000123',
  ]);
});
