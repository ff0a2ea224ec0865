import { moveClaim, type ReasonCode } from '../../domain/claim';
import { InvalidInput } from '../../domain/errors';
import type { Tx } from '../../adapters/db/unit-of-work';
import { almatyDate } from '../../domain/almaty-time';
import { ClaimEntity, ObligationEntity } from './claim.entity';
import type { Restarts } from './claim.types';
import type { ClaimParts } from './claim-parts';
import type { Act } from './run-verb';

/** A manager rejects before anything was proposed; the letter cites the clause of `reasonCode`. */
export function makeRejectClaim(parts: ClaimParts) {
  return async (
    { tx, claim, actor, now, event }: Act,
    body: { reasonCode: ReasonCode; note: string },
  ): Promise<void> => {
    claim.state = moveClaim(claim.state, 'reject');
    claim.closedAt = now;
    claim.payoutFailure = null;
    const { reasonCode, note } = body;
    await parts.queueLetter(tx, {
      kind: 'decision_reject',
      claim,
      dedupKey: `decision:${claim.id}:rejected:${claim.version}`,
      params: { reasonCode, note, decidedById: actor.id },
      authorId: actor.id,
      now,
    });
    await event('rejected', { reasonCode }, { note });
  };
}

/** The customer takes the demand back; a letter confirms it. */
export function makeWithdrawClaim(parts: ClaimParts) {
  return async ({ tx, claim, actor, now, event }: Act, body: { reason: string }): Promise<void> => {
    claim.state = moveClaim(claim.state, 'withdraw');
    claim.closedAt = now;
    dropProposal(claim);
    await parts.queueLetter(tx, {
      kind: 'withdrawal',
      claim,
      dedupKey: `withdrawal:${claim.id}:${claim.version}`,
      params: {},
      authorId: actor.id,
      now,
    });
    await event('withdrawn', {}, { reason: body.reason });
  };
}

/**
 * The same demand stands in another claim, which goes on.
 * @throws InvalidInput when that claim is unknown, this one, or itself a duplicate
 */
export async function markDuplicate(
  { tx, claim, now, event }: Act,
  body: { ofClaimId: string },
): Promise<void> {
  const original =
    body.ofClaimId === claim.id ? null : await tx.findOneBy(ClaimEntity, { id: body.ofClaimId });
  if (!original || original.state === 'duplicate') {
    throw new InvalidInput('Name another claim that is no duplicate itself', {
      errors: { ofClaimId: 'no such claim' },
    });
  }
  claim.state = moveClaim(claim.state, 'mark_duplicate');
  claim.duplicateOfId = original.id;
  claim.closedAt = now;
  dropProposal(claim);
  await event('marked_duplicate', { ofClaimId: original.id, ofNumber: original.number });
}

/**
 * A closed claim is looked at again; nothing that was decided before counts for the next decision. It is a new
 * demand with new terms (setting `reopen.clocks`), except for a duplicate, which was put away by our own mistake.
 */
export function makeReopenClaim(parts: ClaimParts) {
  return async ({ tx, claim, now, event }: Act, body: { reason: string }): Promise<void> => {
    const from = claim.state;
    const settings = await parts.loadSettings(tx, almatyDate(now));
    claim.state = moveClaim(claim.state, 'reopen');
    if (from !== 'duplicate' && settings['reopen.clocks'] === 'from_reopening') {
      claim.restarts = await restartsOf(tx, claim, now);
    }
    claim.closedAt = null;
    claim.duplicateOfId = null;
    claim.waiting = null;
    dropProposal(claim);
    claim.approvedMinor = null;
    await event('reopened', { from, restarts: claim.restarts }, { reason: body.reason });
  };
}

/** An answer that is still owed keeps its term; everything else begins anew. */
export async function restartsOf(tx: Tx, { id, restarts }: ClaimEntity, now: number): Promise<Restarts> {
  const again = { at: now, round: Math.max(restarts.refund?.round ?? 0, restarts.answer?.round ?? 0) + 1 };
  const owed = await tx.existsBy(ObligationEntity, { claimId: id, kind: 'answer_10_days', open: true });
  return { refund: again, ...(owed ? { answer: restarts.answer } : { answer: again }) };
}

/** The manager wants it otherwise; the reviewer sees why. */
export async function returnProposal({ claim, event }: Act, body: { reason: string }): Promise<void> {
  claim.state = moveClaim(claim.state, 'return');
  const hash = claim.proposal?.hash ?? null;
  dropProposal(claim);
  await event('returned', { hash }, { reason: body.reason });
}

function dropProposal(claim: ClaimEntity): void {
  claim.proposal = null;
  claim.approvedById = null;
  claim.approvedAt = null;
  claim.payoutFailure = null;
}
