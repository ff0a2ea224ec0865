import type { CalendarDayKind, CalendarDayRow, CalendarYear } from './calendar';
import { isCalendarDate, isWeekend, yearOf, type CalendarDate } from './calendar-date';
import { InvalidInput } from './errors';

/** One day of a change: what it is to be; `kind` null makes it an ordinary day again. */
export interface DayEdit {
  day: CalendarDate;
  kind: CalendarDayKind | null;
  nameKk: string;
  nameRu: string;
  nameEn: string;
  /** Order, law or announcement that it follows. */
  source: string;
}

export interface YearEdit {
  year: number;
  state: CalendarYear['state'];
}

export interface CalendarEdit {
  days: readonly DayEdit[];
  years: readonly YearEdit[];
}

/** A calendar as rows, to build a `WorkingCalendar` from. */
export interface CalendarTable {
  days: CalendarDayRow[];
  years: CalendarYear[];
}

const FIRST_YEAR = 2020;
const LAST_YEAR = 2100;

/**
 * The table as it would be after a change; every year that a day or a state changes in gets its next version.
 * @throws InvalidInput with one line a fault (`days.2`, `years.0`): a day named twice or that changes nothing, a
 * working weekend on a weekday, a day off on a weekend, a published year without days
 */
export function applyEdit(table: CalendarTable, edit: CalendarEdit): CalendarTable {
  const errors = faultsOf(table, edit);
  if (Object.keys(errors).length > 0) {
    throw new InvalidInput(
      `The change contradicts itself or the calendar: ${Object.values(errors).join('; ')}`,
      {
        errors,
      },
    );
  }
  const edited = new Map(edit.days.map((day) => [day.day, day]));
  const kept = table.days.filter(({ day }) => !edited.has(day));
  const added = edit.days.flatMap(({ kind, source: _source, ...day }) =>
    kind === null ? [] : [{ ...day, kind }],
  );
  return {
    days: [...kept, ...added].sort((a, b) => (a.day < b.day ? -1 : 1)),
    years: nextYears(table.years, edit),
  };
}

/** Years that a change touches, in order. */
export function yearsOfEdit({ days, years }: CalendarEdit): number[] {
  return [...new Set([...days.map(({ day }) => yearOf(day)), ...years.map(({ year }) => year)])].sort();
}

function nextYears(known: CalendarYear[], edit: CalendarEdit): CalendarYear[] {
  const states = new Map(edit.years.map(({ year, state }) => [year, state]));
  const touched = yearsOfEdit(edit).map((year): CalendarYear => {
    const old = known.find((each) => each.year === year);
    return { year, state: states.get(year) ?? old?.state ?? 'provisional', version: (old?.version ?? 0) + 1 };
  });
  const others = known.filter(({ year }) => !touched.some((each) => each.year === year));
  return [...others, ...touched].sort((a, b) => a.year - b.year);
}

function faultsOf(table: CalendarTable, edit: CalendarEdit): Record<string, string> {
  const errors: Record<string, string> = {};
  if (edit.days.length === 0 && edit.years.length === 0) errors.days = 'the change is empty';
  const seen = new Set<CalendarDate>();
  edit.days.forEach((day, index) => {
    const fault = seen.has(day.day) ? `${day.day} is named twice` : faultOfDay(day, table);
    seen.add(day.day);
    if (fault) errors[`days.${index}`] = fault;
  });
  const years = new Set<number>();
  edit.years.forEach(({ year, state }, index) => {
    if (years.has(year)) errors[`years.${index}`] = `${year} is named twice`;
    years.add(year);
    if (year < FIRST_YEAR || year > LAST_YEAR) errors[`years.${index}`] = `${year} is out of range`;
    else if (
      table.years.some((known) => known.year === year && known.state === state) &&
      !touchesDays(edit, year)
    )
      errors[`years.${index}`] = `${year} is ${state} already`;
    else if (state === 'published' && daysOfYear(table, edit, year) === 0)
      errors[`years.${index}`] = `${year} has no days, it cannot be published`;
  });
  return errors;
}

function faultOfDay(edit: DayEdit, table: CalendarTable): string | null {
  const { day, kind } = edit;
  if (!isCalendarDate(day) || yearOf(day) < FIRST_YEAR || yearOf(day) > LAST_YEAR) return `${day} is no day`;
  const known = table.days.find((row) => row.day === day);
  if (kind === null) return known ? null : `${day} is an ordinary day already`;
  if (kind === 'working_weekend' && !isWeekend(day)) return `${day} is no weekend, it works already`;
  if ((kind === 'day_off' || kind === 'moved_day_off') && isWeekend(day))
    return `${day} is a weekend, it is off already`;
  const same =
    known?.kind === kind &&
    known.nameKk === edit.nameKk &&
    known.nameRu === edit.nameRu &&
    known.nameEn === edit.nameEn;
  return same ? `${day} is so already` : null;
}

function touchesDays({ days }: CalendarEdit, year: number): boolean {
  return days.some(({ day }) => yearOf(day) === year);
}

function daysOfYear(table: CalendarTable, edit: CalendarEdit, year: number): number {
  const days = new Set(table.days.filter(({ day }) => yearOf(day) === year).map(({ day }) => day));
  for (const { day, kind } of edit.days) {
    if (yearOf(day) !== year) continue;
    if (kind === null) days.delete(day);
    else days.add(day);
  }
  return days.size;
}
