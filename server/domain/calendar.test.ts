import * as fc from 'fast-check';
import { createCalendar, nearestWorkingDay, workingDaysBetween, type CalendarDayRow } from './calendar';
import { addDays, fromDayNumber, isWeekend, toDayNumber } from './calendar-date';
import { KZ_CALENDAR_DAYS, KZ_CALENDAR_YEARS } from './kz-calendar-seed';
import { KZ_CALENDAR_SOURCES } from './kz-calendar-sources';

const kz = createCalendar(KZ_CALENDAR_DAYS, KZ_CALENDAR_YEARS);

it.each([
  ['2026-11-23', true, 'working_day'],
  ['2026-11-28', false, 'weekend'],
  ['2026-12-16', false, 'holiday'],
  ['2026-03-25', false, 'moved_day_off'],
  ['2026-03-16', true, 'working_day'],
  ['2026-08-31', true, 'working_day'],
  ['2025-01-05', true, 'working_weekend'],
  ['2025-01-03', false, 'moved_day_off'],
  ['2024-05-04', true, 'working_weekend'],
  ['2024-06-17', true, 'working_day'],
  ['2024-06-16', false, 'holiday'],
  ['2027-03-15', false, 'holiday'],
])('%s works: %s (%s)', (day, working, reason) => {
  expect(kz.status(day)).toMatchObject({ working, reason });
});

/** Working days a month as published (2024: with 17 June returned to work; 2026: with 31 August). */
it.each([
  [2023, [20, 20, 19, 20, 20, 21, 20, 22, 21, 21, 22, 20], 246],
  [2024, [21, 21, 17, 22, 20, 20, 22, 21, 21, 22, 21, 21], 249],
  [2025, [20, 20, 17, 22, 19, 20, 22, 21, 21, 22, 20, 22], 246],
  [2026, [19, 20, 18, 22, 17, 22, 22, 21, 22, 21, 21, 22], 247],
  [2027, [18, 20, 18, 22, 18, 22, 21, 22, 22, 20, 22, 22], 247],
])('%d has the published working days in every month', (year, months, total) => {
  const counts = months.map(() => 0);
  for (let day = `${year}-01-01`; day < `${year + 1}-01-01`; day = addDays(day, 1)) {
    if (kz.status(day).working) counts[Number(day.slice(5, 7)) - 1]! += 1;
  }
  expect(counts).toEqual(months);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(total);
});

it('names every day in three languages and every source', () => {
  for (const { nameKk, nameRu, nameEn, source } of KZ_CALENDAR_DAYS) {
    expect([nameKk, nameRu, nameEn].every((name) => name.length > 2)).toBe(true);
    for (const key of source.split(', ')) expect(KZ_CALENDAR_SOURCES[key]).toBeDefined();
  }
  expect(kz.status('2026-12-16').name).toEqual({
    kk: 'Тәуелсіздік күні',
    ru: 'День Независимости',
    en: 'Independence Day',
  });
});

it('publishes 2023 to 2026 and nothing else', () => {
  expect([2022, 2023, 2026, 2027, 2028].map((year) => kz.isPublished(year))).toEqual([
    false,
    true,
    true,
    false,
    false,
  ]);
  expect(kz.version('2026-12-30', '2027-01-11')).toBe('2026.1+2027.1');
  expect(kz.version('2031-01-01', '2031-01-02')).toBe('2031.0');
});

it('lets a working weekend be ignored', () => {
  expect(kz.status('2025-01-05', false)).toEqual({ working: false, reason: 'weekend' });
  expect(kz.status('2025-01-03', false).working).toBe(false);
});

it('refuses tables that contradict themselves', () => {
  const row: CalendarDayRow = {
    day: '2026-11-23',
    kind: 'working_weekend',
    nameKk: '',
    nameRu: '',
    nameEn: '',
  };
  expect(() => createCalendar([row], [])).toThrow('not on a weekend');
  const off = { ...row, kind: 'day_off' } as const;
  expect(() => createCalendar([off, off], [])).toThrow('twice');
});

it('finds the nearest working day and counts between two', () => {
  expect(nearestWorkingDay(kz, '2026-12-05', 1)).toBe('2026-12-07');
  expect(nearestWorkingDay(kz, '2026-12-05', -1)).toBe('2026-12-04');
  expect(workingDaysBetween(kz, '2026-11-25', '2026-11-30')).toBe(3);
  expect(workingDaysBetween(kz, '2026-11-30', '2026-11-25')).toBe(-3);
  expect(workingDaysBetween(kz, '2026-11-28', '2026-11-28')).toBe(0);
});

it('without rows knows weekends only', () => {
  const plain = createCalendar([], []);
  const day = fc
    .integer({ min: toDayNumber('2000-01-01'), max: toDayNumber('2050-01-01') })
    .map(fromDayNumber);
  fc.assert(fc.property(day, (date) => expect(plain.status(date).working).toBe(!isWeekend(date))));
});
