import { createCalendar } from './calendar';
import { KZ_CALENDAR_DAYS, KZ_CALENDAR_YEARS } from './kz-calendar-seed';
import { startOfDay } from './almaty-time';
import { addDays } from './calendar-date';
import { latestSafeMoment } from './latest-safe';
import { DEFAULT_LEGAL_SETTINGS, type LegalSettings } from './legal-settings';

const kz = createCalendar(KZ_CALENDAR_DAYS, KZ_CALENDAR_YEARS);
const safe = (dueOn: string, changed: Partial<LegalSettings> = {}, dueAt = startOfDay(addDays(dueOn, 1))) =>
  new Date(latestSafeMoment(dueOn, dueAt, kz, { ...DEFAULT_LEGAL_SETTINGS, ...changed })).toISOString();
const almaty = (local: string) => new Date(`${local}+05:00`).toISOString();

it.each<[string, string, Partial<LegalSettings>, string]>([
  ['a working day before, an hour before bank and approvers stop', '2026-12-03', {}, '2026-12-02T17:00:00'],
  ['over a weekend', '2026-12-07', {}, '2026-12-04T17:00:00'],
  ['over the New Year', '2027-01-05', {}, '2026-12-31T17:00:00'],
  ['a bank of the same day', '2026-12-03', { 'payout.bankWorkingDays': 0 }, '2026-12-03T17:00:00'],
  ['a slow bank', '2026-12-03', { 'payout.bankWorkingDays': 2 }, '2026-12-01T17:00:00'],
  ['a bank that closes early', '2026-12-03', { 'payout.bankCloses': '13:00' }, '2026-12-02T12:00:00'],
  ['approvers who leave early', '2026-12-03', { 'approvers.until': '15:30' }, '2026-12-02T14:30:00'],
  ['a slow gateway', '2026-12-03', { 'payout.gatewayMinutes': 180 }, '2026-12-02T15:00:00'],
  [
    'a bank that closes before anybody approves: the evening before',
    '2026-12-03',
    { 'payout.bankCloses': '09:30' },
    '2026-12-01T17:00:00',
  ],
  ['a last day that does not work', '2026-12-05', {}, '2026-12-04T17:00:00'],
])('%s (%s)', (_why, dueOn, changed, expected) => {
  expect(safe(dueOn, changed)).toBe(almaty(expected));
});

it('stays before a term that ends at closing time', () => {
  const dueAt = Date.parse('2026-12-03T12:00:00+05:00');
  expect(safe('2026-12-03', { 'payout.bankWorkingDays': 0 }, dueAt)).toBe(almaty('2026-12-03T11:00:00'));
});
