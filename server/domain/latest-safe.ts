import { atLocalTime } from './almaty-time';
import { nearestWorkingDay, type WorkingCalendar } from './calendar';
import { addDays, type CalendarDate } from './calendar-date';
import type { LegalSettings } from './setting-types';

const MINUTE = 60_000;

/**
 * The last moment at which a second person can still approve a payout that is to be on time.
 *
 * Back from the term: so many working days for the bank; on that day before the bank closes and while an
 * approver is there, less what the gateway may need. When that moment lies before the approvers come in, it is
 * the end of their working day before.
 *
 * @param dueOn - last day of the term, inclusive
 * @param dueAt - first instant that is too late
 * @see docs/rules.md R-25
 */
export function latestSafeMoment(
  dueOn: CalendarDate,
  dueAt: number,
  calendar: WorkingCalendar,
  settings: LegalSettings,
): number {
  const { useMovedDays } = settings;
  const workingDayBefore = (day: CalendarDate) =>
    nearestWorkingDay(calendar, addDays(day, -1), -1, useMovedDays);
  let day = nearestWorkingDay(calendar, dueOn, -1, useMovedDays);
  // A last day that does not work has its bank days before it already.
  const steps = settings['payout.bankWorkingDays'];
  for (let left = day === dueOn ? steps : Math.max(0, steps - 1); left > 0; left -= 1)
    day = workingDayBefore(day);

  const gateway = settings['payout.gatewayMinutes'] * MINUTE;
  const latest = [
    atLocalTime(day, settings['payout.bankCloses']),
    atLocalTime(day, settings['approvers.until']),
    dueAt,
  ];
  const safe = Math.min(...latest) - gateway;
  if (safe >= atLocalTime(day, settings['approvers.from'])) return safe;
  return atLocalTime(workingDayBefore(day), settings['approvers.until']) - gateway;
}
