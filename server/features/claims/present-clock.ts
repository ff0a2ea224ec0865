import { authorityCode } from '../../domain/authority-terms';
import type { ClaimEntity, ObligationEntity } from './claim.entity';

/** Terms of an earlier round ended when the claim was opened again; those towards authorities go on beside each other. */
export function isCurrent(
  { kind, round }: Pick<ObligationEntity, 'kind' | 'round'>,
  { restarts }: Pick<ClaimEntity, 'restarts'>,
): boolean {
  if (authorityCode(kind) !== null) return true;
  return round === (restarts[kind === 'answer_10_days' ? 'answer' : 'refund']?.round ?? 0);
}

export function presentClock(clock: ObligationEntity, trace: boolean) {
  return {
    kind: clock.kind,
    round: clock.round,
    startsOn: clock.startsOn,
    dueOn: clock.dueOn,
    dueAt: iso(clock.dueAt),
    internalTargetAt: iso(clock.internalTargetAt),
    latestSafeAt: iso(clock.latestSafeAt),
    status: clock.status,
    open: clock.open,
    doneAt: iso(clock.doneAt),
    voidReason: clock.voidReason,
    provisional: clock.provisional,
    settingsOn: clock.settingsOn,
    calendarVersion: clock.calendarVersion,
    article: clock.article,
    ...(trace ? { trace: clock.trace } : {}),
  };
}

function iso(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
