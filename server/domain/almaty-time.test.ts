import * as fc from 'fast-check';
import {
  almatyDate,
  almatyMinutes,
  almatyOffset,
  almatyYear,
  assertAlmatyZone,
  atLocalTime,
  parseTime,
  startOfDay,
} from './almaty-time';
import { addDays, fromDayNumber, toDayNumber } from './calendar-date';

const at = (iso: string) => Date.parse(iso);
const HOUR = 3_600_000;

it.each([
  ['2026-11-24T18:59:59Z', '2026-11-24', 'the last second of the day'],
  ['2026-11-24T19:00:00Z', '2026-11-25', 'midnight in Almaty is 19:00 UTC'],
  ['2024-02-29T17:30:00Z', '2024-02-29', 'the first pass of the repeated hour'],
  ['2024-02-29T18:30:00Z', '2024-02-29', 'the second pass'],
  ['2024-02-29T19:00:00Z', '2024-03-01', 'the 25-hour day is over'],
  ['2024-02-28T18:00:00Z', '2024-02-29', '+06:00 until then'],
  ['2026-12-31T19:00:00Z', '2027-01-01', 'the year ends in Almaty first'],
])('%s is %s in Almaty: %s', (iso, date) => expect(almatyDate(at(iso))).toBe(date));

it.each([
  ['2024-02-29', '2024-02-28T18:00:00Z'],
  ['2024-03-01', '2024-02-29T19:00:00Z'],
  ['2026-11-25', '2026-11-24T19:00:00Z'],
])('%s begins at %s', (date, iso) => expect(startOfDay(date)).toBe(at(iso)));

it('knows the 25 hours of 29 February 2024 and business hours on it', () => {
  expect(startOfDay('2024-03-01') - startOfDay('2024-02-29')).toBe(25 * HOUR);
  expect(atLocalTime('2024-02-29', '17:00')).toBe(at('2024-02-29T17:00:00+06:00'));
  expect(atLocalTime('2024-03-01', '17:00')).toBe(at('2024-03-01T17:00:00+05:00'));
});

it('reads the wall clock', () => {
  expect(almatyMinutes(at('2026-11-24T18:59:59Z'))).toBe(23 * 60 + 59);
  expect(almatyMinutes(at('2026-11-24T19:00:00Z'))).toBe(0);
  expect([parseTime('17:30'), parseTime('24:00')]).toEqual([1050, 1440]);
  expect(almatyYear(at('2026-12-31T19:00:00Z'))).toBe(2027);
});

it('puts every instant into the day that its start and the next start enclose', () => {
  const instant = fc.integer({ min: at('2000-01-01T00:00:00Z'), max: at('2040-01-01T00:00:00Z') });
  fc.assert(
    fc.property(instant, (now) => {
      const day = almatyDate(now);
      expect(startOfDay(day)).toBeLessThanOrEqual(now);
      expect(startOfDay(addDays(day, 1))).toBeGreaterThan(now);
      const shown = new Date(now).toLocaleDateString('en-CA', { timeZone: 'Asia/Almaty' });
      expect(day).toBe(shown);
    }),
  );
});

it('starts every day at its first instant', () => {
  const day = fc
    .integer({ min: toDayNumber('1992-01-01'), max: toDayNumber('2040-01-01') })
    .map(fromDayNumber);
  fc.assert(
    fc.property(day, (date) => {
      expect(almatyDate(startOfDay(date))).toBe(date);
      expect(almatyDate(startOfDay(date) - 1)).toBe(addDays(date, -1));
    }),
  );
});

it('starts on this machine and refuses zone data of 2022', () => {
  expect(() => assertAlmatyZone()).not.toThrow();
  expect(() => assertAlmatyZone(() => 6 * HOUR)).toThrow(/outdated time zone data.*UTC\+6 and UTC\+6/);
  expect(() => assertAlmatyZone(() => 5 * HOUR)).toThrow(/Asia\/Almaty/);
  expect(almatyOffset(at('2025-07-01T00:00:00Z'))).toBe(5 * HOUR);
});
