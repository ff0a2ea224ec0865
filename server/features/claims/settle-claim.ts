import type { Tx } from '../../adapters/db/unit-of-work';
import { almatyDate } from '../../domain/almaty-time';
import { type CheckFacts, checklistOf } from '../../domain/checklist';
import { allAccepted } from '../../domain/refund-state';
import { isClosed, mayMove, moveClaim } from '../../domain/claim';
import { nearest } from '../../domain/nearest-obligation';
import type { ObligationFacts } from '../../domain/obligations';
import type { LegalSettings } from '../../domain/setting-types';
import { timesAfter } from '../../domain/state-times';
import { beginWaiting, nextWaitingStep } from '../../domain/waiting';
import { ClaimEntity } from './claim.entity';
import { type ClaimFacts, claimFactsOf } from './claim-facts';
import type { ClaimCore } from './claim-parts';
import { type Completeness, completenessOf } from './completeness';
import { type Counted, countClocks, writeObligations } from './count-clocks';
import { authorityProved, verdictOf } from './verdict-of';

/**
 * Works out everything about a claim that follows from its facts: what is missing, checklist, verdict, clocks,
 * and that it is under review once complete. Changes the given row; `saveClaim` writes it.
 */
export async function deriveClaim(tx: Tx, core: ClaimCore, claim: ClaimEntity): Promise<Counted[]> {
  const now = core.clock.now();
  const facts = await claimFactsOf(tx, claim);
  const completeness = completenessOf(claim, facts.documents);
  claim.missing = completeness.missing;
  claim.completeAt = completeness.completeAt;
  if (claim.missing.length === 0 && isAnswered(claim, facts) && mayMove(claim.state, 'documents_complete')) {
    claim.state = moveClaim(claim.state, 'documents_complete');
    claim.askedAt = null;
  }
  claim.moneyDemandedAt = moneyDemandedAt(claim, now);
  const settings = await core.loadSettings(tx, almatyDate(claim.demandedAt));
  const calendar = await core.loadCalendar(tx);
  claim.waiting = waitingOf(claim, facts, now);
  claim.waitingNextAt =
    claim.waiting && (nextWaitingStep(claim.waiting, calendar, settings, now)?.at ?? null);
  claim.verdict = await verdictOf(tx, claim, facts, { settings, calendar, now });
  claim.checklist = checklistOf(claim.kind, checkFacts(claim, facts), claim.checklist);
  const clocks = await countClocks(
    tx,
    core,
    claim,
    clockFacts(claim, facts, completeness, { settings, now }),
  );
  const next = nearest(clocks);
  claim.dueOn = next?.dueOn ?? null;
  claim.dueAt = next?.dueAt ?? null;
  claim.latestSafeAt = next?.latestSafeAt ?? null;
  claim.provisional = next?.provisional ?? false;
  return clocks;
}

/** Whether something has come since a person asked for more than the required papers. */
function isAnswered({ askedAt }: ClaimEntity, { documents }: ClaimFacts): boolean {
  return askedAt === null || documents.some(({ createdAt }) => createdAt > askedAt);
}

/** Waiting begins with the state and begins anew when the customer has sent something. */
function waitingOf({ state, waiting, missing }: ClaimEntity, { documents }: ClaimFacts, now: number) {
  if (waiting?.closedAt != null) return isClosed(state) ? waiting : null;
  if (state !== 'needs_documents') return null;
  const known = waiting ?? beginWaiting(now, missing);
  const last = documents.at(-1)?.createdAt ?? 0;
  return last > known.since ? beginWaiting(last, known.items) : known;
}

function checkFacts(claim: ClaimEntity, { lines }: ClaimFacts): CheckFacts {
  const isOutOfTerm = claim.verdict?.reasons.some(({ code }) => code === 'out_of_term') ?? false;
  const goodsComeBack = lines.some(({ goods }) => goods !== 'not_needed');
  return {
    missing: claim.missing,
    paymentMatched: claim.paymentId !== null,
    authorityProved: authorityProved(claim),
    withinTerm: claim.handedOverOn === null ? null : !isOutOfTerm,
    goodsInspected: goodsComeBack
      ? lines.every(({ goods }) => goods === 'not_needed' || goods === 'inspected')
      : null,
  };
}

function moneyDemandedAt(claim: ClaimEntity, now: number): number | null {
  if (claim.requestedMinor === null) return null;
  return claim.moneyDemandedAt ?? (claim.version === 0 ? claim.demandedAt : now);
}

/** Writes the row under the next version, and its clocks. The caller holds the row's lock. */
export async function saveClaim(tx: Tx, core: ClaimCore, claim: ClaimEntity): Promise<ClaimEntity> {
  const clocks = await deriveClaim(tx, core, claim);
  claim.version += 1;
  claim.updatedAt = core.clock.now();
  claim.times = timesAfter(claim.times, claim.state, claim.createdAt, claim.updatedAt);
  const { id, ...row } = claim;
  await tx.update(ClaimEntity, { id }, row);
  await writeObligations(tx, core, claim, clocks);
  return claim;
}

function clockFacts(
  claim: ClaimEntity,
  facts: ClaimFacts,
  { completeAt, voided }: Completeness,
  { settings, now }: { settings: LegalSettings; now: number },
): ObligationFacts {
  const refunds = facts.refunds.filter(({ source }) => source === 'claim');
  const current = refunds.filter(({ proposalHash }) => proposalHash === claim.proposal?.hash);
  const accepted = allAccepted(current.map(({ state }) => state));
  const latest = (instants: (number | null)[]) => Math.max(...instants.map((at) => at ?? 0));
  const settled = accepted && current.every(({ settledAt }) => settledAt !== null);
  return {
    kind: claim.kind,
    demandedAt: claim.demandedAt,
    completeAt: completeAt ?? voided?.arrivedAt ?? null,
    moneyDemandedAt: claim.moneyDemandedAt,
    refundAcceptedAt: accepted ? latest(current.map(({ acceptedAt }) => acceptedAt)) : null,
    refundSettledAt: settled ? latest(current.map(({ settledAt }) => settledAt)) : null,
    answers: settings['waiting.closingAnswers']
      ? [...facts.answers, ...facts.closings].sort((a, b) => a - b)
      : facts.answers,
    reopenedAt: claim.restarts.refund?.at ?? null,
    answerReopenedAt: claim.restarts.answer?.at ?? null,
    chargedBack: claim.chargedBackAt !== null,
    closedAt: claim.closedAt,
    closedState: isClosed(claim.state) ? claim.state : null,
    closedUnsupplied: claim.waiting?.closedAt != null,
    completenessVoided: voided ? { reason: voided.reason } : null,
    now,
  };
}
