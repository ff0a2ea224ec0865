import type { CalendarDate } from './calendar-date';

/**
 * How near a refund that waits in the queue is to missing its date: `late` has missed it; `today` is its last day;
 * `unsafe` is past the moment until which bank and gateway are sure to make it; `none` has time.
 */
export const PAYOUT_RISKS = ['late', 'today', 'unsafe', 'none'] as const;
export type PayoutRisk = (typeof PAYOUT_RISKS)[number];

export function payoutRisk(
  term: { dueOn: CalendarDate | null; dueAt: number | null; latestSafeAt: number | null },
  { now, today }: { now: number; today: CalendarDate },
): PayoutRisk {
  const { dueOn, dueAt, latestSafeAt } = term;
  if (dueAt !== null && dueAt <= now) return 'late';
  if (dueOn !== null && dueOn <= today) return 'today';
  return latestSafeAt !== null && latestSafeAt <= now ? 'unsafe' : 'none';
}
