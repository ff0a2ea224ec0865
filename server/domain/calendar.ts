import { addDays, isWeekend, yearOf, type CalendarDate } from './calendar-date';
import { InvalidInput } from './errors';

/**
 * What a row says about its day: `holiday` by law · `moved_day_off` off because of a holiday on a weekend or an
 * order · `day_off` any other · `working_weekend` a Saturday or Sunday that works.
 */
export const CALENDAR_DAY_KINDS = ['holiday', 'day_off', 'moved_day_off', 'working_weekend'] as const;
export type CalendarDayKind = (typeof CALENDAR_DAY_KINDS)[number];

export interface CalendarDayRow {
  day: CalendarDate;
  kind: CalendarDayKind;
  nameKk: string;
  nameRu: string;
  nameEn: string;
}

/** A year counts as published when the state has; a term that touches another year is provisional. */
export interface CalendarYear {
  year: number;
  state: 'published' | 'provisional';
  /** Goes up with every change of a day of the year. */
  version: number;
}

export interface LocalName {
  kk: string;
  ru: string;
  en: string;
}

export interface DayStatus {
  working: boolean;
  reason: 'working_day' | 'weekend' | CalendarDayKind;
  name?: LocalName;
}

/** The five-day week of Kazakhstan with its exceptions; read once, then only asked. */
export interface WorkingCalendar {
  /** @param useMovedDays - false when a working Saturday or Sunday is not to count (setting `useMovedDays`) */
  status(day: CalendarDate, useMovedDays?: boolean): DayStatus;
  isPublished(year: number): boolean;
  /** `2026.3+2027.1`: the versions of the years from the first to the last day, kept with every due date. */
  version(from: CalendarDate, to: CalendarDate): string;
}

/**
 * Builds the calendar from rows.
 * @throws InvalidInput when a day or a year comes twice, or a working weekend is no weekend
 */
export function createCalendar(
  rows: readonly CalendarDayRow[],
  years: readonly CalendarYear[],
): WorkingCalendar {
  const byDay = uniqueMap(rows, (row) => row.day);
  const byYear = uniqueMap(years, (row) => row.year);
  for (const { day, kind } of rows) {
    if (kind === 'working_weekend' && !isWeekend(day)) throw new InvalidInput(`${day} is not on a weekend`);
  }

  return {
    status(day, useMovedDays = true) {
      const row = byDay.get(day);
      if (!row || (row.kind === 'working_weekend' && !useMovedDays)) return plainDay(day);
      const name = { kk: row.nameKk, ru: row.nameRu, en: row.nameEn };
      return { working: row.kind === 'working_weekend', reason: row.kind, name };
    },
    isPublished: (year) => byYear.get(year)?.state === 'published',
    version(from, to) {
      const span = Array.from({ length: yearOf(to) - yearOf(from) + 1 }, (_, index) => yearOf(from) + index);
      return span.map((year) => `${year}.${byYear.get(year)?.version ?? 0}`).join('+');
    },
  };
}

/** The first working day on or after a day (`step` 1) or on or before it (`step` -1). */
export function nearestWorkingDay(
  calendar: WorkingCalendar,
  day: CalendarDate,
  step: 1 | -1,
  useMovedDays = true,
): CalendarDate {
  let found = day;
  while (!calendar.status(found, useMovedDays).working) found = addDays(found, step);
  return found;
}

/** Working days after `from` up to and including `to`; negative when `to` is earlier. Screens say "2 working days left". */
export function workingDaysBetween(
  calendar: WorkingCalendar,
  from: CalendarDate,
  to: CalendarDate,
  useMovedDays = true,
): number {
  if (to < from) return -workingDaysBetween(calendar, to, from, useMovedDays);
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    if (calendar.status(day, useMovedDays).working) count += 1;
  }
  return count;
}

function plainDay(day: CalendarDate): DayStatus {
  return isWeekend(day) ? { working: false, reason: 'weekend' } : { working: true, reason: 'working_day' };
}

function uniqueMap<Key, Row>(rows: readonly Row[], keyOf: (row: Row) => Key): Map<Key, Row> {
  const map = new Map(rows.map((row) => [keyOf(row), row]));
  if (map.size !== rows.length) throw new InvalidInput('The calendar names a day or a year twice');
  return map;
}
