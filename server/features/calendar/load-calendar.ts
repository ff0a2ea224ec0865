import type { Tx } from '../../adapters/db/unit-of-work';
import { createCalendar, type WorkingCalendar } from '../../domain/calendar';
import { KZ_CALENDAR_DAYS, KZ_CALENDAR_YEARS } from '../../domain/kz-calendar-seed';
import { CalendarDayEntity, CalendarYearEntity } from './calendar.entity';
import { readTable } from './calendar-table';

/**
 * Gives the calendar of the database; it is built anew only when a year's version has changed.
 * Make one for the process.
 */
export function makeLoadCalendar(): (tx: Tx) => Promise<WorkingCalendar> {
  let cached: { key: string; calendar: WorkingCalendar } | undefined;
  return async (tx) => {
    const years = await tx.find(CalendarYearEntity, { order: { year: 'ASC' } });
    const key = years
      .map(({ year, state, calendarVersion }) => `${year}:${state}:${calendarVersion}`)
      .join(' ');
    if (cached?.key !== key) {
      const table = await readTable(tx);
      const calendar = createCalendar(table.days, table.years);
      cached = { key, calendar };
    }
    return cached.calendar;
  };
}

/** Fills an empty calendar table with the years that the product ships; a filled one is left alone. */
export async function seedCalendar(tx: Tx, now: number): Promise<void> {
  if ((await tx.count(CalendarYearEntity)) > 0) return;
  await tx.insert(
    CalendarDayEntity,
    KZ_CALENDAR_DAYS.map(({ day, ...row }) => ({ id: day, ...row, authorId: null, version: 1 })),
  );
  await tx.insert(
    CalendarYearEntity,
    KZ_CALENDAR_YEARS.map(({ year, state, version }) => ({
      year,
      state,
      calendarVersion: String(version),
      updatedAt: now,
    })),
  );
}
