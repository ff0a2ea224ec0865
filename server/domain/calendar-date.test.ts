import * as fc from 'fast-check';
import {
  addDays,
  addMonths,
  compareDates,
  daysBetween,
  fromDayNumber,
  isCalendarDate,
  isWeekend,
  parseCalendarDate,
  toDayNumber,
  weekday,
} from './calendar-date';

const anyDay = fc
  .integer({ min: toDayNumber('1000-01-01'), max: toDayNumber('9998-12-31') })
  .map(fromDayNumber);

it.each([
  ['2026-02-28', true, 'an ordinary day'],
  ['2024-02-29', true, 'a leap day'],
  ['2026-02-29', false, 'no leap year'],
  ['1900-02-29', false, 'a century'],
  ['2000-02-29', true, 'a fourth century'],
  ['2026-13-01', false, 'no month'],
  ['2026-00-10', false, 'no month'],
  ['2026-04-31', false, 'April has 30'],
  ['2026-4-03', false, 'not padded'],
  ['2026-04-03T00:00:00Z', false, 'an instant'],
  ['', false, 'nothing'],
])('%s is a day: %s (%s)', (text, expected) => {
  expect(isCalendarDate(text)).toBe(expected);
  if (!expected) expect(() => parseCalendarDate(text)).toThrow('Not a day');
});

it.each([
  ['2026-11-23', 10, '2026-12-03'],
  ['2024-02-28', 1, '2024-02-29'],
  ['2024-03-01', -1, '2024-02-29'],
  ['2026-12-31', 1, '2027-01-01'],
])('%s + %d days is %s', (day, count, expected) => expect(addDays(day, count)).toBe(expected));

it.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2026-11-30', 12, '2027-11-30'],
  ['2024-02-29', 12, '2025-02-28'],
  ['2026-01-15', -2, '2025-11-15'],
])('%s + %d months is %s', (day, count, expected) => expect(addMonths(day, count)).toBe(expected));

it.each([
  ['1970-01-01', 4],
  ['2026-11-23', 1],
  ['2025-01-05', 7],
  ['1969-12-31', 3],
])('%s is weekday %d', (day, expected) => expect(weekday(day)).toBe(expected));

it('agrees with the platform about every day', () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      expect(new Date(`${day}T00:00:00Z`).getTime()).toBe(toDayNumber(day) * 86_400_000);
      expect(weekday(day) % 7).toBe(new Date(`${day}T00:00:00Z`).getUTCDay());
      expect(isWeekend(day)).toBe([0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()));
      expect(isCalendarDate(day)).toBe(true);
    }),
  );
});

it('adds and counts days as inverses, in the order of the text', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -300, max: 300 }), (day, count) => {
      const other = addDays(day, count);
      expect(daysBetween(day, other)).toBe(count);
      expect(Math.sign(compareDates(other, day))).toBe(Math.sign(count));
    }),
  );
});
