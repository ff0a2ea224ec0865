import type { DayStatus, LocalName, WorkingCalendar } from './calendar';
import { addDays, type CalendarDate } from './calendar-date';
import type { LegalSettings } from './setting-types';

export interface Term {
  days: number;
  unit: 'calendar' | 'working';
  /** Whether a last day that does not work moves on (Civil Code Art. 175); a working-day term ends on a working day. */
  rollForward: boolean;
}

/** One day of «why this date». Codes and days only; each language says it in its own words. */
export interface TraceDay {
  day: CalendarDate;
  /** Whether the day counts towards the term. */
  counted: boolean;
  /** Which day of the term it is, from 1; absent when it does not count. */
  number?: number;
  /** Whether it is a working day in Kazakhstan; the day strip hatches the others. */
  working: boolean;
  reason:
    | 'day_zero'
    | 'counted'
    | 'weekend'
    | 'holiday'
    | 'day_off'
    | 'moved_day_off'
    | 'working_weekend'
    | 'rolled_forward';
  name?: LocalName;
}

export interface CountedTerm {
  /** The last day by counting alone. */
  nominalOn: CalendarDate;
  /** The last day after rolling forward. */
  dueOn: CalendarDate;
  trace: TraceDay[];
}

/**
 * Counts a term day by day from the day of receipt.
 * @throws RangeError when the term is not a positive whole number of days
 */
export function countTerm(
  startsOn: CalendarDate,
  term: Term,
  calendar: WorkingCalendar,
  { dayZero, useMovedDays }: Pick<LegalSettings, 'dayZero' | 'useMovedDays'>,
): CountedTerm {
  if (!Number.isInteger(term.days) || term.days < 1) throw new RangeError(`Bad term of ${term.days} days`);
  const trace: TraceDay[] = [];
  let day = startsOn;
  let number = 0;
  if (dayZero === 'next_day') {
    trace.push(entry(day, calendar.status(day, useMovedDays), { counted: false, reason: 'day_zero' }));
    day = addDays(day, 1);
  }
  for (; ; day = addDays(day, 1)) {
    const status = calendar.status(day, useMovedDays);
    const counted = term.unit === 'calendar' || status.working;
    if (counted) number += 1;
    trace.push(
      entry(
        day,
        status,
        counted ? { counted, number, reason: countedReason(term, status) } : notCounted(status),
      ),
    );
    if (number === term.days) break;
  }

  const nominalOn = day;
  while (term.rollForward && !calendar.status(day, useMovedDays).working) {
    day = addDays(day, 1);
    const status = calendar.status(day, useMovedDays);
    trace.push(
      entry(day, status, status.working ? { counted: false, reason: 'rolled_forward' } : notCounted(status)),
    );
  }
  return { nominalOn, dueOn: day, trace };
}

type Verdict = Pick<TraceDay, 'counted' | 'number' | 'reason'>;

function countedReason(term: Term, status: DayStatus): TraceDay['reason'] {
  return term.unit === 'working' && status.reason === 'working_weekend' ? 'working_weekend' : 'counted';
}

function notCounted({ reason }: DayStatus): Verdict {
  return { counted: false, reason: reason === 'working_day' ? 'counted' : reason };
}

function entry(day: CalendarDate, { working, name }: DayStatus, verdict: Verdict): TraceDay {
  return { day, ...verdict, working, ...(name ? { name } : {}) };
}
