import { almatyDate } from './almaty-time';
import type { WorkingCalendar } from './calendar';
import type { CalendarDate } from './calendar-date';
import { countTerm } from './count-term';
import type { LegalSettings } from './setting-types';

export interface ReturnWindow {
  /** The last day on which goods of proper quality may be refused, inclusive. */
  lastOn: CalendarDate;
  /** Whether the demand came on or before it. */
  within: boolean;
}

/**
 * The 14 calendar days after handover (docs/rules.md R-08). Law 274-IV Art. 14 counts from handover, Art. 30
 * from purchase: the later of both starts the term, which rolls forward like every other.
 */
export function returnWindow(
  demandedAt: number,
  handedOverOn: CalendarDate,
  purchasedOn: CalendarDate | null,
  calendar: WorkingCalendar,
  settings: LegalSettings,
): ReturnWindow {
  const startsOn = purchasedOn !== null && purchasedOn > handedOverOn ? purchasedOn : handedOverOn;
  const term = {
    days: settings['returnWindow.days'],
    unit: 'calendar',
    rollForward: settings['returnWindow.rollForward'],
  } as const;
  const { dueOn: lastOn } = countTerm(startsOn, term, calendar, {
    dayZero: 'next_day',
    useMovedDays: settings.useMovedDays,
  });
  return { lastOn, within: almatyDate(demandedAt) <= lastOn };
}
