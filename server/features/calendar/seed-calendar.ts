import type { Tx } from '../../adapters/db/unit-of-work';
import { KZ_CALENDAR_DAYS, KZ_CALENDAR_YEARS } from '../../domain/kz-calendar-seed';
import { CalendarDayEntity, CalendarYearEntity } from './calendar.entity';

/**
 * Fills an empty calendar with the one that the product ships; from then on the table counts, so a year that is
 * there already is left alone. Instances that start at once may both call it.
 */
export async function seedCalendar(tx: Tx, now: number): Promise<void> {
  const known = new Set((await tx.find(CalendarYearEntity)).map(({ year }) => year));
  const years = KZ_CALENDAR_YEARS.filter(({ year }) => !known.has(year));
  if (years.length === 0) return;
  const fresh = new Set(years.map(({ year }) => year));
  const days = KZ_CALENDAR_DAYS.filter(({ day }) => fresh.has(Number(day.slice(0, 4))));
  await tx
    .createQueryBuilder()
    .insert()
    .into(CalendarDayEntity)
    .values(days.map(({ day, ...facts }) => ({ id: day, ...facts, version: 1 })))
    .orIgnore()
    .updateEntity(false)
    .execute();
  await tx
    .createQueryBuilder()
    .insert()
    .into(CalendarYearEntity)
    .values(
      years.map(({ year, state, version }) => ({
        year,
        state,
        calendarVersion: `${version}`,
        updatedAt: now,
      })),
    )
    .orIgnore()
    .updateEntity(false)
    .execute();
}
