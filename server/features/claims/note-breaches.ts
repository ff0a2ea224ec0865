import { In, IsNull } from 'typeorm';
import type { Tx } from '../../adapters/db/unit-of-work';
import { breachCause, type BreachFacts, holdersOf } from '../../domain/breach-cause';
import type { Clock, Ids } from '../../ports';
import { AuditEventEntity, recordEvents } from '../audit';
import { MessageEntity } from '../messages';
import { CAP_REASONS } from '../../domain/payout-cap';
import {
  type GatewayOutageEntity,
  outagesWithin,
  payoutStop,
  RefundAttemptEntity,
  RefundEntity,
} from '../refunds';
import { BreachEntity, ClaimEntity, DeadlineMoveEntity, type ObligationEntity } from './claim.entity';

/** What of a term its breach is written from. */
export type PassedTerm = Pick<
  ObligationEntity,
  'id' | 'claimId' | 'kind' | 'round' | 'startsAt' | 'dueOn' | 'dueAt' | 'latestSafeAt'
>;

/**
 * Keeps that terms passed, with the cause and with who had the claim when, in the transaction that marks them so.
 * A term that is known to have passed is kept once.
 * @see docs/rules.md R-34
 */
export async function noteBreaches(
  tx: Tx,
  { ids, clock }: { ids: Ids; clock: Clock },
  terms: readonly PassedTerm[],
): Promise<void> {
  if (terms.length === 0) return;
  const known = await tx.findBy(BreachEntity, { obligationId: In(terms.map(({ id }) => id)) });
  const news = terms.filter(
    ({ id }) => !known.some((row) => row.obligationId === id && row.revokedAt === null),
  );
  if (news.length === 0) return;
  // One that was revoked and passed again is written anew; its history stays in the audit.
  const again = known.filter(({ obligationId }) => news.some(({ id }) => id === obligationId));
  if (again.length > 0) await tx.delete(BreachEntity, { id: In(again.map(({ id }) => id)) });
  const at = clock.now();
  const world = await worldOf(tx, news);
  const rows = news.map((term): BreachEntity => {
    const facts = factsOf(term, world);
    const moves = world.assigned.get(term.claimId) ?? [];
    const current = world.claims.get(term.claimId)?.assigneeId ?? null;
    const holders = holdersOf(term.startsAt, term.dueAt, moves, current);
    return {
      id: ids.next(),
      obligationId: term.id,
      claimId: term.claimId,
      kind: term.kind,
      dueOn: term.dueOn,
      dueAt: term.dueAt,
      cause: breachCause({ ...facts, kind: term.kind, dueOn: term.dueOn }),
      facts,
      holders,
      holderId: holders.at(-1)?.userId ?? null,
      correctedById: null,
      revokedAt: null,
      at,
      version: 1,
    };
  });
  await tx.insert(BreachEntity, rows);
  await recordEvents(
    tx,
    ids,
    rows.map(({ claimId, kind, dueOn, cause, holderId }) => ({
      actorId: null,
      action: 'claim.term_breached',
      resource: 'claims',
      resourceId: claimId,
      claimId,
      data: { kind, dueOn, cause, holderId },
      at,
    })),
  );
}

/** A term that was kept after all, or was void: a corrected date, a later calendar. */
export async function revokeBreach(
  tx: Tx,
  { ids, clock }: { ids: Ids; clock: Clock },
  { id: obligationId, claimId, kind }: Pick<PassedTerm, 'id' | 'claimId' | 'kind'>,
): Promise<void> {
  const at = clock.now();
  const { affected } = await tx.update(
    BreachEntity,
    { obligationId, revokedAt: IsNull() },
    { revokedAt: at },
  );
  if (affected === 0) return;
  const event = { actorId: null, action: 'claim.breach_revoked', resource: 'claims', resourceId: claimId };
  await recordEvents(tx, ids, [{ ...event, claimId, data: { kind }, at }]);
}

interface Assignment {
  at: number;
  from: string | null;
  to: string | null;
}

interface World {
  claims: Map<string, ClaimEntity>;
  refunds: RefundEntity[];
  moves: DeadlineMoveEntity[];
  letters: Pick<MessageEntity, 'claimId' | 'createdAt'>[];
  assigned: Map<string, Assignment[]>;
  payoutsStopped: boolean;
  outages: GatewayOutageEntity[];
  /** Refunds that a cap of ours keeps in the queue. */
  held: Set<string>;
}

async function worldOf(tx: Tx, terms: readonly PassedTerm[]): Promise<World> {
  const claimIds = [...new Set(terms.map(({ claimId }) => claimId))];
  const ofClaims = { claimId: In(claimIds) };
  const claims = await tx.findBy(ClaimEntity, { id: In(claimIds) });
  const letters = await tx.find(MessageEntity, {
    select: { id: true, claimId: true, createdAt: true },
    where: {
      ...ofClaims,
      direction: 'out',
      kind: In(['acknowledgement', 'deficiency', 'reminder', 'waiting_warning']),
      state: In(['sent', 'to_print']),
    },
    order: { createdAt: 'ASC' },
  });
  const events = await tx.find(AuditEventEntity, {
    where: { ...ofClaims, action: 'claim.assigned' },
    order: { at: 'ASC', id: 'ASC' },
  });
  const assigned = new Map<string, Assignment[]>();
  for (const { claimId, at, data } of events) {
    const { from, to } = data as Omit<Assignment, 'at'>;
    const key = claimId ?? '';
    assigned.set(key, [...(assigned.get(key) ?? []), { at, from, to }]);
  }
  const refunds = await tx.findBy(RefundEntity, { ...ofClaims, source: 'claim', acceptedAt: IsNull() });
  const from = Math.min(...terms.map(({ startsAt }) => startsAt));
  const to = Math.max(...terms.map(({ dueAt }) => dueAt));
  return {
    claims: new Map(claims.map((claim) => [claim.id, claim])),
    refunds,
    moves: await tx.findBy(DeadlineMoveEntity, { ...ofClaims, earlier: true }),
    letters,
    assigned,
    payoutsStopped: (await payoutStop(tx)) !== null,
    outages: await outagesWithin(tx, from, to),
    held: await heldRefunds(tx, refunds),
  };
}

async function heldRefunds(tx: Tx, refunds: readonly RefundEntity[]): Promise<Set<string>> {
  const queued = refunds.filter(({ state }) => state === 'queued').map(({ id }) => id);
  if (queued.length === 0) return new Set();
  const where = { refundId: In(queued), state: 'queued' as const, outcomeCode: In([...CAP_REASONS]) };
  return new Set((await tx.findBy(RefundAttemptEntity, where)).map(({ refundId }) => refundId));
}

/** The outage that stood between the approval and the end of a term, the first of several. */
function outageBetween(outages: readonly GatewayOutageEntity[], from: number | null, to: number) {
  if (from === null) return null;
  const hit = outages.find(({ startedAt, endedAt }) => startedAt < to && (endedAt ?? to) > from);
  return hit ? { from: hit.startedAt, to: hit.endedAt } : null;
}

function factsOf(
  { claimId, kind, round, dueOn, dueAt, latestSafeAt }: PassedTerm,
  { claims, refunds, moves, letters, payoutsStopped, outages, held }: World,
): Omit<BreachFacts, 'kind' | 'dueOn'> {
  const claim = claims.get(claimId);
  const hash = claim?.proposal?.hash;
  const underway = refunds.filter((each) => each.claimId === claimId && each.proposalHash === hash);
  const move = moves.find(
    (each) => each.claimId === claimId && each.kind === kind && each.round === round && each.toOn === dueOn,
  );
  return {
    latestSafeAt,
    movedFrom: move?.fromOn ?? null,
    missing: claim?.missing ?? [],
    askedAt: letters.find((letter) => letter.claimId === claimId)?.createdAt ?? null,
    approvedAt: claim?.approvedAt ?? null,
    refundsUnderway: underway.length,
    payoutsStopped,
    heldByCap: underway.some(({ id }) => held.has(id)),
    outage: outageBetween(outages, claim?.approvedAt ?? null, dueAt),
  };
}
