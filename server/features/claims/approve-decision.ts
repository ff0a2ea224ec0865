import type { Tx } from '../../adapters/db/unit-of-work';
import { almatyDate } from '../../domain/almaty-time';
import { assertOtherPerson, assertSameProposal } from '../../domain/approval';
import { moveClaim } from '../../domain/claim';
import { ApprovalHashMismatch } from '../../domain/errors';
import { shareOut, sumMinor } from '../../domain/money';
import { reserveRefunds } from '../refunds';
import { type ClaimEntity, ClaimLineEntity } from './claim.entity';
import type { Proposal } from './claim.types';
import { claimLinesOf } from './claim-lines';
import type { ClaimParts } from './claim-parts';
import { assertLines, hashOf } from './propose-decision';
import type { Act } from './run-verb';

/**
 * The second pair of eyes: binds the decision to the hash that was shown, reserves the money or sends the
 * rejection, in one transaction.
 * @throws Forbidden for the proposer; ApprovalHashMismatch; IllegalMove; OverRefund
 */
export function makeApproveDecision(parts: ClaimParts) {
  return async (act: Act, body: { proposalHash: string }): Promise<void> => {
    const { claim, actor, now, event } = act;
    const { proposal } = claim;
    moveClaim(claim.state, proposal?.outcome === 'reject' ? 'approve_rejection' : 'approve_refund');
    if (!proposal) throw new ApprovalHashMismatch('There is no proposal');
    assertOtherPerson(proposal.proposedById, actor.id);
    assertSameProposal(proposal.hash, body.proposalHash);
    assertSameProposal(hashOf(claim, proposal), body.proposalHash);
    claim.approvedById = actor.id;
    claim.approvedAt = now;
    const { outcome, reasonCode, refunds, hash } = proposal;
    await event('approved', { outcome, reasonCode, refunds, hash });
    if (outcome === 'reject') await reject(parts, act, proposal);
    else await grant(parts, act, proposal);
  };
}

async function reject(parts: ClaimParts, { tx, claim, actor, now }: Act, proposal: Proposal): Promise<void> {
  claim.state = moveClaim(claim.state, 'approve_rejection');
  claim.closedAt = now;
  claim.approvedMinor = 0;
  await parts.queueLetter(tx, {
    kind: 'decision_reject',
    claim,
    dedupKey: `decision:${claim.id}:${proposal.hash}`,
    params: { reasonCode: proposal.reasonCode, note: proposal.note, decidedById: actor.id },
    authorId: actor.id,
    now,
  });
}

async function grant(parts: ClaimParts, { tx, claim, actor, now }: Act, proposal: Proposal): Promise<void> {
  claim.state = moveClaim(claim.state, 'approve_refund');
  // Another claim about the same lines may have been approved since this was proposed.
  await assertLines(tx, claim, proposal.refunds, await parts.loadSettings(tx, almatyDate(now)));
  claim.approvedMinor = sumMinor(proposal.refunds.map(({ amountMinor }) => amountMinor));
  await shareOverLines(tx, claim, proposal);
  await parts.queueLetter(tx, {
    kind: 'decision_refund',
    claim,
    dedupKey: `decision:${claim.id}:${proposal.hash}`,
    params: { reasonCode: proposal.reasonCode, refunds: proposal.refunds, amountMinor: claim.approvedMinor },
    authorId: actor.id,
    now,
  });
  await startPayout(tx, parts, claim, now);
}

/**
 * Reserves the refunds of an approved claim; with `goods.payoutWaits` only when the goods have been inspected.
 * @throws OverRefund when a payment holds less by now
 */
export async function startPayout(tx: Tx, parts: ClaimParts, claim: ClaimEntity, now: number): Promise<void> {
  const { proposal, approvedById } = claim;
  if (claim.state !== 'approved' || !proposal || approvedById === null) return;
  const settings = await parts.loadSettings(tx, almatyDate(now));
  if (settings['goods.payoutWaits'] && !(await goodsAreBack(tx, claim.id))) return;
  const refunds = proposal.refunds.map((refund) => ({ ...refund, currency: claim.currency }));
  await reserveRefunds(tx, parts, {
    claimId: claim.id,
    proposalHash: proposal.hash,
    refunds,
    actorId: approvedById,
  });
  claim.state = moveClaim(claim.state, 'start_payout');
}

async function goodsAreBack(tx: Tx, claimId: string): Promise<boolean> {
  const lines = await claimLinesOf(tx, claimId);
  return lines.every(({ goods }) => goods === 'not_needed' || goods === 'inspected');
}

/** What was granted a line: by the lines that a refund names, else over all of them by what was asked. */
async function shareOverLines(tx: Tx, claim: ClaimEntity, { refunds }: Proposal): Promise<void> {
  const lines = await claimLinesOf(tx, claim.id);
  const granted = new Map(lines.map(({ id }) => [id, 0]));
  for (const refund of refunds) {
    const named = lines.filter(({ id }) => !refund.lines?.length || refund.lines.includes(id));
    const weights = named.map(({ askedMinor }) => askedMinor);
    if (sumMinor(weights) === 0) continue;
    const parts = shareOut(refund.amountMinor, weights);
    for (const [index, { id }] of named.entries())
      granted.set(id, (granted.get(id) ?? 0) + (parts[index] ?? 0));
  }
  for (const [id, approvedMinor] of granted) await tx.update(ClaimLineEntity, { id }, { approvedMinor });
}
