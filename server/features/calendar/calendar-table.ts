import type { Tx } from '../../adapters/db/unit-of-work';
import type { CalendarTable } from '../../domain/calendar-change';
import { CalendarDayEntity, CalendarYearEntity } from './calendar.entity';

/** The calendar of the database as the kernel takes it. */
export async function readTable(tx: Tx): Promise<CalendarTable> {
  const days = await tx.find(CalendarDayEntity, { order: { id: 'ASC' } });
  const years = await tx.find(CalendarYearEntity, { order: { year: 'ASC' } });
  return {
    days: days.map(({ id, kind, nameKk, nameRu, nameEn }) => ({ day: id, kind, nameKk, nameRu, nameEn })),
    years: years.map(({ year, state, calendarVersion }) => ({
      year,
      state,
      version: Number(calendarVersion),
    })),
  };
}
