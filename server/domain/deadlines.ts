import { almatyDate, almatyMinutes, atLocalTime, parseTime, startOfDay } from './almaty-time';
import { authorityReading, type AuthorityTerm } from './authority-terms';
import { nearestWorkingDay, type WorkingCalendar } from './calendar';
import { addDays, yearOf, type CalendarDate } from './calendar-date';
import { countTerm, type Term, type TraceDay } from './count-term';
import { latestSafeMoment } from './latest-safe';
import type { LegalSettings } from './setting-types';

/** `refusal` ten days for the money or the answer · `card_refund` three working days · `mistaken` its own length. */
export const DEADLINE_KINDS = ['refusal', 'card_refund', 'mistaken', 'answer'] as const;
export type DeadlineKind = (typeof DEADLINE_KINDS)[number];

/** What a term is counted by: a rule of law and policy, or the term of an authority. */
export type DeadlineRule = DeadlineKind | AuthorityTerm;

export interface Deadline {
  /** The day of receipt in Almaty, day 0. */
  startsOn: CalendarDate;
  /** The last day on time, inclusive. */
  dueOn: CalendarDate;
  /** The first instant that is too late (with `endOfTerm` 24:00 the start of the day after `dueOn`). */
  dueAt: number;
  /** The staff's own target, before the weekend that the law would still forgive; never told to customers. */
  internalTargetAt: number;
  /** The last moment at which an approval still brings the money out in time, see `latestSafeMoment`. */
  latestSafeAt: number;
  /** Every day from day 0 to `dueOn`, to draw and to explain («why this date»). */
  trace: TraceDay[];
  /** True when the term touches a year whose calendar is not published. */
  provisional: boolean;
  /** Citation of the rule. */
  article: string;
  /** Versions of the years that were read, see `WorkingCalendar.version`. */
  calendarVersion: string;
}

/**
 * When something that arrived is due at the latest.
 *
 * Instant → Almaty day → count days → start of the day after; hours are never added up, so the 25 hours of
 * 29 February 2024 do no harm.
 *
 * @param receivedAt - UTC milliseconds of receipt by our server
 * @see docs/rules.md R-01 … R-09; Civil Code Art. 172–176
 */
export function calculateDeadline(
  receivedAt: number,
  rule: DeadlineRule,
  calendar: WorkingCalendar,
  general: LegalSettings,
): Deadline {
  const settings = typeof rule === 'string' ? general : authorityReading(rule, general);
  const term = typeof rule === 'string' ? termOf(rule, settings) : rule;
  const startsOn = startDay(receivedAt, rule, term, calendar, settings);
  const { nominalOn, dueOn, trace } = countTerm(startsOn, term, calendar, settings);

  const lastWorkingDay = nearestWorkingDay(calendar, nominalOn, -1, settings.useMovedDays);
  const targetOn = lastWorkingDay > startsOn ? lastWorkingDay : dueOn;
  const touched = Array.from(
    { length: yearOf(dueOn) - yearOf(startsOn) + 1 },
    (_, i) => yearOf(startsOn) + i,
  );

  const dueAt =
    settings.endOfTerm === '24:00' ? startOfDay(addDays(dueOn, 1)) : atLocalTime(dueOn, settings.endOfTerm);
  return {
    startsOn,
    dueOn,
    dueAt,
    internalTargetAt: atLocalTime(targetOn, settings.internalTarget),
    latestSafeAt: latestSafeMoment(dueOn, dueAt, calendar, settings),
    trace,
    provisional: !touched.every((year) => calendar.isPublished(year)),
    article: typeof rule === 'string' ? ARTICLES[rule] : rule.article,
    calendarVersion: calendar.version(startsOn, dueOn),
  };
}

const ARTICLES: Record<DeadlineKind, string> = {
  refusal: 'policy.refund.4',
  card_refund: 'policy.application',
  mistaken: 'policy.mistaken',
  answer: 'law274.42-4.2',
};

/** The rule that an article of {@link Deadline} stands for. */
export function ruleOfArticle(article: string): DeadlineKind {
  const found = DEADLINE_KINDS.find((kind) => ARTICLES[kind] === article);
  if (!found) throw new RangeError(`No rule has the article ${article}`);
  return found;
}

function termOf(kind: DeadlineKind, settings: LegalSettings): Term {
  switch (kind) {
    case 'refusal':
      return {
        days: settings['tenDay.days'],
        unit: settings['tenDay.unit'],
        rollForward: settings['tenDay.rollForward'],
      };
    case 'answer':
      return { days: settings['answer.days'], unit: 'calendar', rollForward: settings['answer.rollForward'] };
    case 'card_refund':
      return { days: settings['card.workingDays'], unit: 'working', rollForward: false };
    case 'mistaken':
      return { days: settings['mistaken.workingDays'], unit: 'working', rollForward: false };
  }
}

function startDay(
  receivedAt: number,
  rule: DeadlineRule,
  term: Term,
  calendar: WorkingCalendar,
  settings: LegalSettings,
): CalendarDate {
  const arrivedOn = almatyDate(receivedAt);
  const { receivedCutoff, receivedOnNonWorkingDay, useMovedDays } = settings;
  if (receivedCutoff !== 'none') {
    // Outside business hours, and a day off has none: else Saturday's demand would be older than Friday night's.
    const isLate = almatyMinutes(receivedAt) >= parseTime(receivedCutoff);
    return nearestWorkingDay(calendar, isLate ? addDays(arrivedOn, 1) : arrivedOn, 1, useMovedDays);
  }
  const waits =
    typeof rule === 'string'
      ? term.unit === 'working' && receivedOnNonWorkingDay === 'next_working_day'
      : rule.start === 'next_working_day';
  if (waits) {
    return nearestWorkingDay(calendar, arrivedOn, 1, useMovedDays);
  }
  return arrivedOn;
}
