import { In, IsNull } from 'typeorm';
import { assertOtherPerson, assertSameProposal } from '../../domain/approval';
import { type AskableItem, isClosed, moveClaim, requiredItems } from '../../domain/claim';
import { beginWaiting } from '../../domain/waiting';
import { IllegalMove, InvalidInput } from '../../domain/errors';
import { may } from '../../domain/permissions';
import { DocumentEntity } from '../documents';
import { MessageEntity } from '../messages';
import { retryRefunds } from '../refunds';
import { UserEntity } from '../users';
import { ClaimLineEntity } from './claim.entity';
import { startPayout } from './approve-decision';
import type { ClaimParts } from './claim-parts';
import type { Act } from './run-verb';
import { voidProposal } from './void-proposal';

/** @throws InvalidInput when nobody of that id works on claims */
export async function assignClaim(
  { tx, claim, event }: Act,
  body: { assigneeId: string | null },
): Promise<void> {
  if (body.assigneeId !== null) {
    const user = await tx.findOneBy(UserEntity, { id: body.assigneeId });
    if (!user?.active || !may(user.role, 'claims.work')) {
      throw new InvalidInput('Nobody of that id works on claims', {
        errors: { assigneeId: 'no such reviewer' },
      });
    }
  }
  const from = claim.assigneeId;
  claim.assigneeId = body.assigneeId;
  await event('assigned', { from, to: body.assigneeId });
}

/**
 * Asks the customer for what is missing; the ten days go on running. A paper that is there and asked for again
 * was found wanting, so its check fails; proof of authority or anything else is waited for until something comes.
 */
export function makeRequestDocuments(parts: ClaimParts) {
  return async (act: Act, body: { items: AskableItem[]; note: string }): Promise<void> => {
    const { tx, claim, actor, now, event } = act;
    claim.state = moveClaim(claim.state, 'request_documents');
    const items = [...new Set(body.items)];
    const required: readonly string[] = requiredItems(claim.kind);
    const missing: readonly string[] = claim.missing;
    for (const item of items) {
      if (!required.includes(item)) claim.askedAt = now;
      else if (!missing.includes(item)) await answerCheck(act, { item, ok: false, note: body.note });
    }
    claim.waiting = beginWaiting(now, items);
    await parts.queueLetter(tx, {
      kind: 'deficiency',
      claim,
      dedupKey: `deficiency:${claim.id}:${claim.version}`,
      params: { items, note: body.note },
      authorId: actor.id,
      now,
    });
    await event('documents_requested', { items }, { note: body.note });
  };
}

/**
 * A person's answer to one question of the checklist. A required one that fails takes a standing proposal back;
 * a paper that fails stops the card clock until it is found good or a newer one comes.
 * @throws InvalidInput for an unknown item
 */
export async function answerCheck(
  { claim, actor, now, event }: Act,
  body: { item: string; ok: boolean; note: string },
): Promise<void> {
  if (isClosed(claim.state))
    throw new IllegalMove('The claim is closed', { current: claim.state, move: 'check' });
  const known = claim.checklist.find(({ code }) => code === body.item);
  if (!known) throw new InvalidInput('The checklist has no such item', { errors: { item: 'unknown item' } });
  const { item: code, ok, note } = body;
  if (!ok && known.required) voidProposal(claim);
  const answer = {
    code,
    required: known.required,
    ok,
    auto: false,
    byId: actor.id,
    at: now,
    ...(note ? { note } : {}),
  };
  // Passing restores the original arrival, unless it was a newer paper that answered the failed check.
  const kept = known.auto && known.failedAt !== undefined ? { ...answer, failedAt: known.failedAt } : answer;
  const checked = ok ? kept : { ...answer, failedAt: now };
  claim.checklist = claim.checklist.map((each) => (each.code === code ? checked : each));
  await event('checked', { item: code, ok, was: known.ok }, note ? { note } : undefined);
}

/**
 * A letter in a person's own words, with documents of the claim.
 * @throws InvalidInput when a document is of another claim, or erased: its papers are nobody else's to read
 */
export function makeReply(parts: ClaimParts) {
  return async (
    { tx, claim, actor, now, event }: Act,
    body: { text: string; documentIds: string[]; commandId: string },
  ): Promise<void> => {
    const documentIds = [...new Set(body.documentIds)];
    const own = { id: In(documentIds), claimId: claim.id, erasedAt: IsNull() };
    if (documentIds.length > 0 && (await tx.countBy(DocumentEntity, own)) < documentIds.length) {
      throw new InvalidInput('Only documents of this claim go with its letter', {
        errors: { documentIds: 'no such document' },
      });
    }
    await parts.queueLetter(tx, {
      kind: 'reply',
      claim,
      dedupKey: `reply:${claim.id}:${claim.version}`,
      params: { text: body.text },
      authorId: actor.id,
      documentIds,
      now,
    });
    await event('replied', { documentIds });
  };
}

/** A note for colleagues; it never leaves the house. */
export function makeAddNote(parts: ClaimParts) {
  return async ({ tx, claim, actor, now, event }: Act, body: { text: string }): Promise<void> => {
    const sealed = JSON.stringify({ from: actor.name, to: null, subject: null, text: body.text });
    const id = parts.ids.next();
    await tx.insert(MessageEntity, {
      id,
      claimId: claim.id,
      direction: 'in',
      kind: 'note',
      state: 'internal',
      language: null,
      sealed: parts.vault.sealText(claim.wrappedKey, sealed),
      wrappedKey: null,
      mailMessageId: null,
      inReplyTo: null,
      automatic: false,
      documentIds: [],
      authorId: actor.id,
      tries: 0,
      dedupKey: `note:${id}`,
      createdAt: now,
      sentAt: null,
    });
    await event('noted', { messageId: id });
  };
}

/** Where the goods of one line are; a payout that waits for them starts when the last is inspected. */
export function makeChangeGoods(parts: ClaimParts) {
  return async (act: Act, body: { lineId: string; goods: ClaimLineEntity['goods'] }): Promise<void> => {
    const { tx, claim, now, event } = act;
    const line = await tx.findOneBy(ClaimLineEntity, { id: body.lineId, claimId: claim.id });
    if (!line) throw new InvalidInput('The claim has no such line', { errors: { lineId: 'unknown line' } });
    await tx.update(ClaimLineEntity, { id: line.id }, { goods: body.goods });
    await event('goods_changed', { lineId: line.id, from: line.goods, to: body.goods });
    await startPayout(tx, parts, claim, now);
  };
}

/**
 * Sends a refused payout once more under the approval that still holds.
 * @throws IllegalMove when nothing was refused; ApprovalHashMismatch; OverRefund
 */
export function makeRetryPayout(parts: ClaimParts) {
  return async ({ tx, claim, actor, event }: Act, body: { proposalHash: string }): Promise<void> => {
    const { proposal, payoutFailure } = claim;
    if (!proposal || !payoutFailure || claim.approvedById === null) {
      throw new IllegalMove('No refused payout waits', { current: claim.state, move: 'retry_payout' });
    }
    assertSameProposal(proposal.hash, body.proposalHash);
    assertSameProposal(payoutFailure.proposalHash, body.proposalHash);
    assertOtherPerson(proposal.proposedById, actor.id);
    claim.state = moveClaim(claim.state, 'retry_payout');
    claim.payoutFailure = null;
    await retryRefunds(tx, parts, { claimId: claim.id, proposalHash: proposal.hash, actorId: actor.id });
    await event('payout_retried', { hash: proposal.hash });
  };
}
