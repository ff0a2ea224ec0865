import type { CalendarYear } from './calendar';
import { yearOf, type CalendarDate } from './calendar-date';

/** `next_year`: its calendar is not published; `kurban_ait`: its first day is computed, not announced. */
export interface CalendarReminder {
  code: 'next_year' | 'kurban_ait';
  year: number;
}

/** When the ministry has usually published the next year's calendar. */
const NEXT_YEAR_FROM = '12-15';
/** From here on the first day of Kurban Ait is announced; in 2024 it was, nine days before. */
const KURBAN_FROM = '04-01';

/**
 * What an administrator is to look after on a day.
 * @param kurban - first day of Kurban Ait by year, with how sure it is; absent when the year has none
 */
export function calendarReminders(
  today: CalendarDate,
  years: readonly CalendarYear[],
  kurban: ReadonlyMap<number, { day: CalendarDate; confirmed: boolean }>,
): CalendarReminder[] {
  const year = yearOf(today);
  const monthDay = today.slice(5);
  const published = (wanted: number) =>
    years.some((each) => each.year === wanted && each.state === 'published');
  const reminders: CalendarReminder[] = [];
  if (!published(year)) reminders.push({ code: 'next_year', year });
  if (monthDay >= NEXT_YEAR_FROM && !published(year + 1))
    reminders.push({ code: 'next_year', year: year + 1 });
  const feast = kurban.get(year);
  const isPast = feast !== undefined && feast.day < today;
  if (monthDay >= KURBAN_FROM && !feast?.confirmed && !isPast && monthDay < '10-01') {
    reminders.push({ code: 'kurban_ait', year });
  }
  return reminders;
}
