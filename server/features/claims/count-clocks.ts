import type { Tx } from '../../adapters/db/unit-of-work';
import { almatyDate } from '../../domain/almaty-time';
import { authorityTermOn } from '../../domain/authority-terms';
import type { WorkingCalendar } from '../../domain/calendar';
import type { CalendarDate } from '../../domain/calendar-date';
import {
  authorityObligation,
  type Obligation,
  type ObligationFacts,
  type ObligationKind,
  obligations,
} from '../../domain/obligations';
import { type ClaimEntity, ObligationEntity } from './claim.entity';
import { loadAuthorityTerms } from '../authorities';
import type { ClaimCore } from './claim-parts';
import { noteMoves } from './deadline-moves';
import { noteBreaches, revokeBreach } from './note-breaches';
import { isCurrent } from './present-clock';

/** A term with the day whose settings it was counted by, and which of its kind it is. */
export type Counted = Obligation & { settingsOn: CalendarDate; round: number };

/** Each term by the settings of its own day: that of the demand, or that on which the claim was opened again. */
export async function countClocks(
  tx: Tx,
  core: ClaimCore,
  claim: ClaimEntity,
  facts: ObligationFacts,
): Promise<Counted[]> {
  const calendar = await core.loadCalendar(tx);
  const starts = [claim.demandedAt, facts.reopenedAt, facts.answerReopenedAt].filter((at) => at !== null);
  const counted = await Promise.all(
    [...new Set(starts.map(almatyDate))].map(async (settingsOn) => {
      const settings = await core.loadSettings(tx, settingsOn);
      return obligations(facts, settings, calendar).map((each) => ({ ...each, settingsOn }));
    }),
  );
  const own = counted
    .flat()
    .filter(({ restartedAt, settingsOn }) => settingsOn === almatyDate(restartedAt ?? claim.demandedAt))
    .map((clock) => ({ ...clock, round: roundOf(clock.kind, claim) }));
  return [...own, ...(await countRequests(tx, core, claim, calendar, facts.now))];
}

function roundOf(kind: ObligationKind, { restarts }: Pick<ClaimEntity, 'restarts'>): number {
  return restarts[kind === 'answer_10_days' ? 'answer' : 'refund']?.round ?? 0;
}

/** What is owed to authorities, each by the term and the settings of the day on which its request came. */
async function countRequests(
  tx: Tx,
  core: ClaimCore,
  { authorityRequests }: ClaimEntity,
  calendar: WorkingCalendar,
  now: number,
): Promise<Counted[]> {
  if (!authorityRequests || authorityRequests.length === 0) return [];
  const terms = await loadAuthorityTerms(tx);
  return Promise.all(
    authorityRequests.map(async (request) => {
      const settingsOn = almatyDate(request.receivedAt);
      const term = authorityTermOn(terms, request.code, settingsOn);
      if (!term) throw new RangeError(`No term of ${request.code} on ${settingsOn}`);
      const settings = await core.loadSettings(tx, settingsOn);
      const owed = authorityObligation(request, term, settings, calendar, now);
      return { ...owed, settingsOn, round: request.round };
    }),
  );
}

/** Writes the terms of the claim as they stand; those of earlier rounds are history and stay. */
export async function writeObligations(
  tx: Tx,
  core: ClaimCore,
  { id: claimId, restarts }: Pick<ClaimEntity, 'id' | 'restarts'>,
  clocks: Counted[],
): Promise<void> {
  const stored = await tx.findBy(ObligationEntity, { claimId });
  const current = stored.filter((term) => isCurrent(term, { restarts }));
  for (const clock of clocks) {
    const known = current.find((term) => isSame(term, clock));
    const row = rowOf(clock);
    if (known && hasEnded(known, clock)) continue;
    if (known && isMoved(known, clock)) await noteMoves(tx, core, [{ ...known, to: clock }]);
    const { kind, round } = clock;
    const term = { id: known?.id ?? core.ids.next(), claimId, kind, round, ...row };
    if (known) await tx.update(ObligationEntity, { id: term.id }, { ...row, ...nextStepOf(clock, known) });
    else await tx.insert(ObligationEntity, { ...term, ...nextStepOf(clock) });
    if (row.status === 'breached') await noteBreaches(tx, core, [term]);
    else if (known?.status === 'breached') await revokeBreach(tx, core, term);
  }
  for (const term of current) {
    if (clocks.some((clock) => isSame(term, clock))) continue;
    if (term.status === 'breached') await revokeBreach(tx, core, term);
    await tx.delete(ObligationEntity, { id: term.id });
  }
}

type Named = Pick<ObligationEntity, 'kind' | 'round'>;

function isSame(one: Named, other: Named): boolean {
  return one.kind === other.kind && one.round === other.round;
}

/** The sweep looks at once at a term that begins, opens again or has another last day. */
function nextStepOf(clock: Counted, known?: ObligationEntity): { nextStepAt?: number | null } {
  if (!clock.open) return { nextStepAt: null };
  return known?.open && known.dueAt === clock.dueAt ? {} : { nextStepAt: 0 };
}

/** What is over keeps the dates by which it was judged, whatever the calendar says today. */
function hasEnded(known: ObligationEntity, clock: Counted): boolean {
  return (
    !known.open &&
    !clock.open &&
    known.startsAt === clock.startsAt &&
    known.doneAt === clock.doneAt &&
    known.voidReason === (clock.voidReason ?? null)
  );
}

/** The same term by the same settings, but another calendar and another last day. */
function isMoved(known: ObligationEntity, clock: Counted): boolean {
  return (
    known.open &&
    known.startsAt === clock.startsAt &&
    known.settingsOn === clock.settingsOn &&
    known.calendarVersion !== clock.calendarVersion &&
    known.dueOn !== clock.dueOn
  );
}

function rowOf(clock: Counted) {
  return {
    startsAt: clock.startsAt,
    startsOn: clock.startsOn,
    dueOn: clock.dueOn,
    dueAt: clock.dueAt,
    internalTargetAt: clock.internalTargetAt,
    latestSafeAt: clock.latestSafeAt,
    status: clock.status,
    open: clock.open,
    doneAt: clock.doneAt,
    voidReason: clock.voidReason ?? null,
    provisional: clock.provisional,
    settingsOn: clock.settingsOn,
    calendarVersion: clock.calendarVersion,
    article: clock.article,
    trace: clock.trace,
  };
}
