import { z } from 'zod';
import type { WorkingCalendar } from '../../domain/calendar';
import { calculateDeadline } from '../../domain/deadlines';
import type { LegalSettings } from '../../domain/legal-settings';

/** What the deadline calculator is asked, by the API and by `npm run deadline`. */
export const DeadlineQuery = z.strictObject({
  received: z.string().max(40),
  kind: z.enum(['refusal', 'card_refund', 'mistaken']),
});

/** What it answers; dates as `YYYY-MM-DD`, instants as ISO 8601 UTC. */
export function deadlineAnswer(
  receivedAt: number,
  kind: z.infer<typeof DeadlineQuery>['kind'],
  calendar: WorkingCalendar,
  settings: LegalSettings,
) {
  const deadline = calculateDeadline(receivedAt, kind, calendar, settings);
  return {
    startsOn: deadline.startsOn,
    dueOn: deadline.dueOn,
    dueAt: new Date(deadline.dueAt).toISOString(),
    internalTargetAt: new Date(deadline.internalTargetAt).toISOString(),
    latestSafeAt: new Date(deadline.latestSafeAt).toISOString(),
    article: deadline.article,
    calendarVersion: deadline.calendarVersion,
    trace: deadline.trace,
    ...(deadline.provisional ? { provisional: true } : {}),
  };
}
