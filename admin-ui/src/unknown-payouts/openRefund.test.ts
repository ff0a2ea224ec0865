import { countdown, windowOf } from './openRefund';

const SENT = '2026-11-26T05:14:02.000Z';

it('lets the same key be repeated for fifty minutes, and trusts the look-up ten minutes after the last sending', () => {
  const keyWindow = windowOf({ firstSentAt: SENT, lastSentAt: '2026-11-26T05:30:00.000Z' });
  const at = (ms: number | undefined) => new Date(ms ?? 0).toISOString().slice(11, 16);
  expect([keyWindow?.lookUpAt, keyWindow?.keyEndsAt, keyWindow?.forgetsAt].map(at)).toEqual([
    '05:40',
    '06:04',
    '06:14',
  ]);
});

it('has no window for what was never sent', () => {
  expect(windowOf({ firstSentAt: null, lastSentAt: null })).toBeNull();
});

it.each([
  [21 * 60_000 + 48_900, '21:48'],
  [0, '00:00'],
  [-5_000, '00:00'],
  [59 * 60_000 + 59_000, '59:59'],
])('counts %i ms down as %s', (ms, text) => {
  expect(countdown(ms)).toBe(text);
});
