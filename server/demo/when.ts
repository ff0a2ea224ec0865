import { almatyDate, atLocalTime, startOfDay } from '../domain/almaty-time';
import { addDays, type CalendarDate } from '../domain/calendar-date';
import { nearestWorkingDay, type WorkingCalendar } from '../domain/calendar';

const MINUTE_MS = 60_000;

/** A moment of the demo's past, counted from the day that it is made on. */
export type When =
  /** Working days back from today, at a time of day. */
  | { workdaysAgo: number; at: string }
  /** Calendar days back from today, at a time of day. */
  | { daysAgo: number; at: string }
  /** A moment ago, but not before this day began. */
  | { minutesAgo: number };

/** A moment after the demand: working days later (0 is the same day), or a moment ago. */
export type Later = { workdays: number; at: string } | { minutesAgo: number };

export interface Calendar {
  now: number;
  working: WorkingCalendar;
}

/** @returns UTC milliseconds, never in the future */
export function momentOf(when: When, { now, working }: Calendar): number {
  const today = almatyDate(now);
  if ('minutesAgo' in when) return Math.max(startOfDay(today), now - when.minutesAgo * MINUTE_MS);
  const day =
    'daysAgo' in when ? addDays(today, -when.daysAgo) : workingDaysBefore(working, today, when.workdaysAgo);
  return Math.min(now, atLocalTime(day, when.at));
}

export function laterMoment(later: Later, demandedAt: number, calendar: Calendar): number {
  if ('minutesAgo' in later) return momentOf(later, calendar);
  const day = workingDaysAfter(calendar.working, almatyDate(demandedAt), later.workdays);
  return Math.min(calendar.now, atLocalTime(day, later.at));
}

function workingDaysBefore(calendar: WorkingCalendar, from: CalendarDate, count: number): CalendarDate {
  let day = from;
  for (let left = count; left > 0; left -= 1) day = nearestWorkingDay(calendar, addDays(day, -1), -1);
  return day;
}

function workingDaysAfter(calendar: WorkingCalendar, from: CalendarDate, count: number): CalendarDate {
  let day = from;
  for (let left = count; left > 0; left -= 1) day = nearestWorkingDay(calendar, addDays(day, 1), 1);
  return day;
}
