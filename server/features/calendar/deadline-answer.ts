import { z } from 'zod';
import {
  AUTHORITY_CODE,
  authorityCode,
  type AuthorityTerm,
  authorityTermOn,
} from '../../domain/authority-terms';
import type { WorkingCalendar } from '../../domain/calendar';
import type { CalendarDate } from '../../domain/calendar-date';
import { calculateDeadline, DEADLINE_KINDS, type DeadlineRule } from '../../domain/deadlines';
import { InvalidInput } from '../../domain/errors';
import type { LegalSettings } from '../../domain/legal-settings';

/** What the deadline calculator is asked, by the API and by `npm run deadline`; `authority_…` is an added kind. */
export const DeadlineQuery = z.strictObject({
  received: z.string().max(40),
  kind: z.union([
    z.enum(DEADLINE_KINDS),
    z.string().refine((kind) => AUTHORITY_CODE.test(authorityCode(kind) ?? ''), 'is no kind of term'),
  ]),
});

/**
 * What a kind is counted by.
 * @throws InvalidInput for an authority that has no term on that day
 */
export function ruleFor(
  kind: string,
  authorities: readonly AuthorityTerm[],
  onDate: CalendarDate,
): DeadlineRule {
  const own = DEADLINE_KINDS.find((each) => each === kind);
  const rule = own ?? authorityTermOn(authorities, authorityCode(kind) ?? '', onDate);
  if (rule) return rule;
  throw new InvalidInput('The kind has no term on that day', { errors: { kind: 'has no term on that day' } });
}

/** What it answers; dates as `YYYY-MM-DD`, instants as ISO 8601 UTC. */
export function deadlineAnswer(
  receivedAt: number,
  rule: DeadlineRule,
  calendar: WorkingCalendar,
  settings: LegalSettings,
) {
  const deadline = calculateDeadline(receivedAt, rule, calendar, settings);
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
