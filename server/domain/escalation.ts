import { almatyDate, almatyMinutes, atLocalTime, parseTime } from './almaty-time';
import { nearestWorkingDay, type WorkingCalendar } from './calendar';
import { addDays, type CalendarDate } from './calendar-date';
import type { Deadline } from './deadlines';
import type { LegalSettings } from './setting-types';

/**
 * How far a running term has come: `first` and `second` so many working days before its last day, `target` at the
 * staff's own target, `breach` when it has passed, `overdue` so many working days later while it is still open.
 */
export const ESCALATION_STEPS = ['first', 'second', 'target', 'breach', 'overdue'] as const;
export type EscalationStep = (typeof ESCALATION_STEPS)[number];

export interface StepMoment {
  step: EscalationStep;
  /** UTC milliseconds. */
  at: number;
}

/** Whom a step is told to; a claim that nobody holds is told to the managers at every step. */
const TOLD: Record<EscalationStep, readonly ('assignee' | 'managers')[]> = {
  first: ['assignee'],
  second: ['assignee', 'managers'],
  target: ['assignee', 'managers'],
  breach: ['assignee', 'managers'],
  overdue: ['assignee', 'managers'],
};

/**
 * The moments at which a term is warned about, earliest first.
 * @see docs/rules.md R-33
 */
export function escalationSteps(
  { dueOn, dueAt, internalTargetAt }: Pick<Deadline, 'dueOn' | 'dueAt' | 'internalTargetAt'>,
  calendar: WorkingCalendar,
  settings: LegalSettings,
): StepMoment[] {
  const opening = (day: CalendarDate) => atLocalTime(day, settings['approvers.from']);
  const away = (days: number) => workingDaysAway(dueOn, days, calendar, settings);
  const moments: StepMoment[] = [
    { step: 'first', at: opening(away(-settings['escalation.firstWorkingDays'])) },
    { step: 'second', at: opening(away(-settings['escalation.secondWorkingDays'])) },
    { step: 'target', at: internalTargetAt },
    { step: 'breach', at: dueAt },
    { step: 'overdue', at: opening(away(settings['escalation.overdueWorkingDays'])) },
  ];
  return moments.sort((a, b) => a.at - b.at);
}

/** Who hears of a step, by role; nobody twice. */
export function toldOf(
  step: EscalationStep,
  assigneeId: string | null,
  managerIds: readonly string[],
): string[] {
  const whom = TOLD[step];
  const people = [
    ...(assigneeId !== null && whom.includes('assignee') ? [assigneeId] : []),
    ...(assigneeId === null || whom.includes('managers') ? managerIds : []),
  ];
  return [...new Set(people)];
}

/** Whether staff are at work: letters to them wait for the morning, and for Monday. */
export function isWorkingHour(now: number, calendar: WorkingCalendar, settings: LegalSettings): boolean {
  const minutes = almatyMinutes(now);
  return (
    calendar.status(almatyDate(now), settings.useMovedDays).working &&
    minutes >= parseTime(settings['approvers.from']) &&
    minutes < parseTime(settings['approvers.until'])
  );
}

/** The working day so many working days before (negative) or after a day. */
function workingDaysAway(
  day: CalendarDate,
  days: number,
  calendar: WorkingCalendar,
  { useMovedDays }: LegalSettings,
): CalendarDate {
  const step = days < 0 ? -1 : 1;
  let found = day;
  for (let left = Math.abs(days); left > 0; left -= 1)
    found = nearestWorkingDay(calendar, addDays(found, step), step, useMovedDays);
  return found;
}
