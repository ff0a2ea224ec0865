import type { Tx } from '../../adapters/db/unit-of-work';
import { almatyDate } from '../../domain/almaty-time';
import { type CheckFacts, checklistOf } from '../../domain/checklist';
import { allAccepted } from '../../domain/refund-state';
import { isClosed, mayMove, moveClaim } from '../../domain/claim';
import { nearest } from '../../domain/nearest-obligation';
import { type Obligation, obligations } from '../../domain/obligations';
import { ClaimEntity, ObligationEntity } from './claim.entity';
import { type ClaimFacts, claimFactsOf } from './claim-facts';
import type { ClaimCore } from './claim-parts';
import { type Completeness, completenessOf } from './completeness';
import { authorityProved, verdictOf } from './verdict-of';

/**
 * Works out everything about a claim that follows from its facts: what is missing, checklist, verdict, clocks,
 * and that it is under review once complete. Changes the given row; `saveClaim` writes it.
 */
export async function deriveClaim(tx: Tx, core: ClaimCore, claim: ClaimEntity): Promise<Obligation[]> {
  const now = core.clock.now();
  const facts = await claimFactsOf(tx, claim);
  const completeness = completenessOf(claim, facts.documents);
  claim.missing = completeness.missing;
  claim.completeAt = completeness.completeAt;
  if (claim.missing.length === 0 && isAnswered(claim, facts) && mayMove(claim.state, 'documents_complete')) {
    claim.state = moveClaim(claim.state, 'documents_complete');
    claim.askedAt = null;
  }
  const settings = await core.loadSettings(tx, almatyDate(claim.demandedAt));
  const calendar = await core.loadCalendar(tx);
  claim.verdict = await verdictOf(tx, claim, facts, { settings, calendar, now });
  claim.checklist = checklistOf(claim.kind, checkFacts(claim, facts), claim.checklist);
  const clocks = obligations(clockFacts(claim, facts, completeness, now), settings, calendar);
  const next = nearest(clocks);
  claim.dueOn = next?.dueOn ?? null;
  claim.dueAt = next?.dueAt ?? null;
  claim.latestSafeAt = next?.latestSafeAt ?? null;
  return clocks;
}

/** Whether something has come since a person asked for more than the required papers. */
function isAnswered({ askedAt }: ClaimEntity, { documents }: ClaimFacts): boolean {
  return askedAt === null || documents.some(({ createdAt }) => createdAt > askedAt);
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

/** Writes the row under the next version, and its clocks. The caller holds the row's lock. */
export async function saveClaim(tx: Tx, core: ClaimCore, claim: ClaimEntity): Promise<ClaimEntity> {
  const clocks = await deriveClaim(tx, core, claim);
  claim.version += 1;
  claim.updatedAt = core.clock.now();
  const { id, ...row } = claim;
  await tx.update(ClaimEntity, { id }, row);
  await writeObligations(tx, core, id, clocks);
  return claim;
}

export async function writeObligations(
  tx: Tx,
  { ids }: ClaimCore,
  claimId: string,
  clocks: Obligation[],
): Promise<void> {
  const old = await tx.findBy(ObligationEntity, { claimId });
  for (const clock of clocks) {
    const row = {
      startsOn: clock.startsOn,
      dueOn: clock.dueOn,
      dueAt: clock.dueAt,
      internalTargetAt: clock.internalTargetAt,
      status: clock.status,
      calendarVersion: clock.calendarVersion,
      article: clock.article,
      trace: clock.trace,
    };
    const known = old.find(({ kind }) => kind === clock.kind);
    if (known) await tx.update(ObligationEntity, { id: known.id }, row);
    else await tx.insert(ObligationEntity, { id: ids.next(), claimId, kind: clock.kind, ...row });
  }
  for (const { id, kind } of old) {
    if (!clocks.some((clock) => clock.kind === kind)) await tx.delete(ObligationEntity, { id });
  }
}

function clockFacts(
  claim: ClaimEntity,
  facts: ClaimFacts,
  { completeAt, voided }: Completeness,
  now: number,
) {
  const refunds = facts.refunds.filter(({ source }) => source === 'claim');
  const current = refunds.filter(({ proposalHash }) => proposalHash === claim.proposal?.hash);
  const accepted = allAccepted(current.map(({ state }) => state));
  const latest = (instants: (number | null)[]) => Math.max(...instants.map((at) => at ?? 0));
  const settled = accepted && current.every(({ settledAt }) => settledAt !== null);
  return {
    kind: claim.kind,
    demandedAt: claim.demandedAt,
    completeAt: completeAt ?? voided?.arrivedAt ?? null,
    demandsMoney: claim.requestedMinor !== null,
    refundAcceptedAt: accepted ? latest(current.map(({ acceptedAt }) => acceptedAt)) : null,
    refundSettledAt: settled ? latest(current.map(({ settledAt }) => settledAt)) : null,
    answeredAt: facts.answeredAt,
    closedAt: claim.closedAt,
    closedState: isClosed(claim.state) ? claim.state : null,
    completenessVoided: voided ? { reason: voided.reason } : null,
    now,
  };
}
