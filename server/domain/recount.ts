import { almatyDate, almatyMinutes } from './almaty-time';
import type { WorkingCalendar } from './calendar';
import type { CalendarDate } from './calendar-date';
import { calculateDeadline, type Deadline, type DeadlineRule } from './deadlines';
import type { LegalSettings } from './setting-types';

/** What a stored term is counted from; nothing else of its claim is needed. */
export interface StoredTerm {
  rule: DeadlineRule;
  startsAt: number;
  /** The legal settings of this day count for it. */
  settingsOn: CalendarDate;
}

/**
 * Counts many stored terms by one calendar. Terms that began on one day by one rule are one calculation: a
 * hundred thousand claims are some hundred of them.
 */
export function makeRecount(
  calendar: WorkingCalendar,
  settingsOn: (day: CalendarDate) => LegalSettings,
): (term: StoredTerm) => Deadline {
  const known = new Map<string, Deadline>();
  return (term) => {
    const settings = settingsOn(term.settingsOn);
    // With a cut-off the minute counts too.
    const moment = settings.receivedCutoff === 'none' ? '' : String(almatyMinutes(term.startsAt));
    const rule = typeof term.rule === 'string' ? term.rule : `${term.rule.code}@${term.rule.validFrom}`;
    const key = [rule, almatyDate(term.startsAt), moment, term.settingsOn].join(' ');
    const found = known.get(key) ?? calculateDeadline(term.startsAt, term.rule, calendar, settings);
    known.set(key, found);
    return found;
  };
}
