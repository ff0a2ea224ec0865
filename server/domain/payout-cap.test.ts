import fc from 'fast-check';
import { DEFAULT_LEGAL_SETTINGS, type LegalSettings } from './legal-settings';
import { heldByCap, isCapped } from './payout-cap';

const caps = (until: string, perRefund: number, perDay: number): LegalSettings => ({
  ...DEFAULT_LEGAL_SETTINGS,
  'payoutCap.until': until,
  'payoutCap.perRefundTenge': perRefund,
  'payoutCap.perDayTenge': perDay,
});
const ask = (settings: LegalSettings, amountMinor: number, sentTodayMinor = 0, onDate = '2026-11-25') =>
  heldByCap(settings, { amountMinor, sentTodayMinor, onDate });

it.each([
  ['no cap is set', caps('none', 100, 100), 1_000_000, 0, null],
  ['the last day has passed', caps('2026-11-24', 100, 100), 1_000_000, 0, null],
  ['both caps are empty', caps('2026-11-25', 0, 0), 1_000_000, 0, null],
  ['the sum is the cap itself', caps('2026-11-25', 100, 0), 10_000, 0, null],
  ['the sum is one tiyn above it', caps('2026-11-25', 100, 0), 10_001, 0, 'cap_per_refund'],
  ['the day is just filled', caps('2026-12-31', 0, 300), 10_000, 20_000, null],
  ['the day would run over by a tiyn', caps('2026-12-31', 0, 300), 10_001, 20_000, 'cap_per_day'],
  ['both would hold it, the refund is named', caps('2026-12-31', 100, 100), 10_001, 0, 'cap_per_refund'],
])('when %s', (_why, settings, amount, sent, reason) => {
  expect(ask(settings, amount, sent)?.reason ?? null).toBe(reason);
});

it('never lets more leave in a day than the cap, whatever comes in which order', () => {
  const sums = fc.array(fc.integer({ min: 1, max: 50_000 }), { maxLength: 40 });
  fc.assert(
    fc.property(sums, fc.integer({ min: 1, max: 1_000 }), (amounts, perDay) => {
      const settings = caps('2026-12-31', 0, perDay);
      let sent = 0;
      for (const amount of amounts) if (ask(settings, amount, sent) === null) sent += amount;
      expect(sent).toBeLessThanOrEqual(perDay * 100);
    }),
  );
});

it('is off by default', () => {
  expect(isCapped(DEFAULT_LEGAL_SETTINGS, '2026-11-25')).toBe(false);
});
