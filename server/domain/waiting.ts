import { almatyDate, atLocalTime } from './almaty-time';
import { nearestWorkingDay, type WorkingCalendar } from './calendar';
import { addDays, type CalendarDate } from './calendar-date';
import type { AskableItem } from './claim';
import type { ObligationKind } from './obligations';
import type { LegalSettings } from './setting-types';

/** Papers that a customer was asked for, and what has been sent since. */
export interface Waiting {
  /** When they were asked for, or when the customer last sent something. */
  since: number;
  items: AskableItem[];
  /** When each reminder was written. */
  reminders: number[];
  /** When the customer was told that the claim may be closed. */
  warnedAt: number | null;
  /** When a person closed the claim because nothing came. */
  closedAt: number | null;
}

export type WaitingStep = 'remind' | 'warn';

export function beginWaiting(since: number, items: readonly AskableItem[]): Waiting {
  return { since, items: [...items], reminders: [], warnedAt: null, closedAt: null };
}

/**
 * The next letter of a silent wait, on a working morning; null once the customer is warned. A warning that is due leaves
 * out the reminders before it, so somebody who was not written to for long gets one letter, not three.
 * @see docs/rules.md R-35
 */
export function nextWaitingStep(
  { since, reminders, warnedAt, closedAt }: Waiting,
  calendar: WorkingCalendar,
  settings: LegalSettings,
  now: number,
): { step: WaitingStep; at: number } | null {
  if (warnedAt !== null || closedAt !== null) return null;
  const after = (days: number) => {
    const day = nearestWorkingDay(calendar, addDays(almatyDate(since), days), 1, settings.useMovedDays);
    return atLocalTime(day, settings['approvers.from']);
  };
  const warning = { step: 'warn', at: after(settings['waiting.warningDays']) } as const;
  if (warning.at <= now || reminders.length >= settings['waiting.reminders']) return warning;
  const reminder = after(settings['waiting.reminderDays'] * (reminders.length + 1));
  return reminder < warning.at ? { step: 'remind', at: reminder } : warning;
}

/**
 * The first day on which a person may close the claim: long enough after the papers were asked for, and as long after
 * the warning as the settings put between the two. Null while the customer is not warned: nobody is closed out unheard.
 */
export function mayCloseOn({ since, warnedAt }: Waiting, settings: LegalSettings): CalendarDate | null {
  if (warnedAt === null) return null;
  const byWait = addDays(almatyDate(since), settings['waiting.closeDays']);
  const notice = Math.max(1, settings['waiting.closeDays'] - settings['waiting.warningDays']);
  const byWarning = addDays(almatyDate(warnedAt), notice);
  return byWait > byWarning ? byWait : byWarning;
}

/** What missing papers do to a term, and what closing the claim for want of them does. */
export interface WaitingEffect {
  kind: ObligationKind;
  /** `starts_when_complete`: it has not begun while something is missing; it never pauses once it runs. */
  waiting: 'runs' | 'starts_when_complete';
  closing: 'ends' | 'runs' | 'answered';
}

export function waitingEffects(settings: LegalSettings): WaitingEffect[] {
  const closing = settings['waiting.closingEndsRefund'] ? 'ends' : 'runs';
  const tenDays = settings['start.tenDay'] === 'first_demand';
  const card = settings['start.card'] === 'first_demand';
  return [
    { kind: 'refund_10_days', waiting: tenDays ? 'runs' : 'starts_when_complete', closing },
    { kind: 'card_refund_3_working_days', waiting: card ? 'runs' : 'starts_when_complete', closing },
    {
      kind: 'answer_10_days',
      waiting: 'runs',
      closing: settings['waiting.closingAnswers'] ? 'answered' : 'runs',
    },
  ];
}
