import { almatyDate } from '../../domain/almaty-time';
import { authorityTermOn } from '../../domain/authority-terms';
import { IllegalMove, InvalidInput } from '../../domain/errors';
import type { Tx } from '../../adapters/db/unit-of-work';
import { loadAuthorityTerms } from '../authorities';
import { DocumentEntity } from '../documents';
import type { ClaimEntity } from './claim.entity';
import type { ClaimParts } from './claim-parts';
import type { RecordedRequest } from './claim.types';
import { purchasedOn } from './moment-of-demand';
import type { Act } from './run-verb';

/**
 * An authority asked about the claim: an obligation of its kind begins, whatever state the claim is in.
 * @throws InvalidInput for a kind that does not hold on that day, or a moment that cannot be
 * @see docs/rules.md R-38
 */
export function makeRecordAuthority({ ids }: Pick<ClaimParts, 'ids'>) {
  return async (
    { tx, claim, actor, now, event }: Act,
    body: { code: string; receivedAt: string; reference: string; reason: string },
  ): Promise<void> => {
    const { code, reference, reason } = body;
    const receivedAt = Date.parse(body.receivedAt);
    await assertReceipt(tx, claim, code, receivedAt, now, true);
    const known = claim.authorityRequests ?? [];
    const request: RecordedRequest = {
      id: ids.next(),
      code,
      round: known.filter((each) => each.code === code).length,
      receivedAt,
      reference,
      recordedById: actor.id,
      recordedAt: now,
      answeredAt: null,
      answerReference: null,
      documentId: null,
      withdrawnAt: null,
    };
    claim.authorityRequests = [...known, request];
    await event('authority_asked', { code, requestId: request.id, receivedAt: iso(receivedAt) }, { reason });
  };
}

/**
 * The reasoned answer went out to the authority: the obligation is met, or was late.
 * @throws IllegalMove when it is answered or taken back already; InvalidInput
 */
export async function answerAuthority(
  { tx, claim, now, event }: Act,
  body: {
    requestId: string;
    answeredAt: string;
    reference: string;
    note: string;
    documentId?: string | null;
  },
): Promise<void> {
  const request = requestOf(claim, body.requestId);
  if (request.answeredAt !== null || request.withdrawnAt !== null) {
    throw new IllegalMove('The request needs no answer any more', {
      current: claim.state,
      move: 'authority-answer',
    });
  }
  const answeredAt = Date.parse(body.answeredAt);
  assertAnswer(answeredAt, request.receivedAt, now);
  const documentId = body.documentId ?? null;
  if (documentId !== null && !(await tx.existsBy(DocumentEntity, { id: documentId, claimId: claim.id }))) {
    throw fault('documentId', 'is no document of this claim');
  }
  change(claim, { ...request, answeredAt, answerReference: body.reference, documentId });
  const { code, id: requestId } = request;
  await event(
    'authority_answered',
    { code, requestId, answeredAt: iso(answeredAt), documentId },
    { note: body.note },
  );
}

/**
 * What was recorded is put right, with a reason: another moment of receipt or answer, an answer that came back, a
 * request that was taken back. Both values stay in the history.
 * @throws InvalidInput
 */
export async function correctAuthority(
  { tx, claim, now, event }: Act,
  body: {
    requestId: string;
    receivedAt?: string;
    answeredAt?: string | null;
    withdrawn?: boolean;
    reason: string;
  },
): Promise<void> {
  const before = requestOf(claim, body.requestId);
  const after = { ...before };
  if (body.receivedAt !== undefined) after.receivedAt = Date.parse(body.receivedAt);
  if (body.answeredAt !== undefined) {
    if (before.answeredAt === null) throw fault('answeredAt', 'there is no answer to correct');
    after.answeredAt = body.answeredAt === null ? null : Date.parse(body.answeredAt);
    if (after.answeredAt === null) Object.assign(after, { answerReference: null, documentId: null });
  }
  if (body.withdrawn !== undefined) after.withdrawnAt = body.withdrawn ? now : null;
  if (JSON.stringify(before) === JSON.stringify(after)) throw fault('requestId', 'nothing is corrected');
  if (after.receivedAt !== before.receivedAt)
    await assertReceipt(tx, claim, after.code, after.receivedAt, now, false);
  if (after.answeredAt !== null) assertAnswer(after.answeredAt, after.receivedAt, now);
  change(claim, after);
  const { code, id: requestId } = before;
  await event(
    'authority_corrected',
    { code, requestId, before: moments(before), after: moments(after) },
    { reason: body.reason },
  );
}

function requestOf({ authorityRequests }: ClaimEntity, requestId: string): RecordedRequest {
  const found = authorityRequests?.find(({ id }) => id === requestId);
  if (!found) throw fault('requestId', 'is no request about this claim');
  return found;
}

function change(claim: ClaimEntity, request: RecordedRequest): void {
  claim.authorityRequests = (claim.authorityRequests ?? []).map((each) =>
    each.id === request.id ? request : each,
  );
}

async function assertReceipt(
  tx: Tx,
  claim: ClaimEntity,
  code: string,
  receivedAt: number,
  now: number,
  isNew: boolean,
): Promise<void> {
  if (receivedAt > now) throw fault('receivedAt', 'lies in the future');
  const bought = await purchasedOn(tx, claim);
  if (bought !== null && almatyDate(receivedAt) < bought)
    throw fault('receivedAt', 'lies before the purchase');
  const term = authorityTermOn(await loadAuthorityTerms(tx), code, almatyDate(receivedAt));
  if (!term) throw fault('code', 'is no kind of authority on that day');
  if (isNew && !term.active) throw fault('code', 'is not used any more');
}

function assertAnswer(answeredAt: number, receivedAt: number, now: number): void {
  if (answeredAt > now) throw fault('answeredAt', 'lies in the future');
  if (answeredAt < receivedAt) throw fault('answeredAt', 'lies before the request');
}

function fault(field: string, short: string): InvalidInput {
  return new InvalidInput(`${field} ${short}`, { errors: { [field]: short } });
}

function moments({ receivedAt, answeredAt, withdrawnAt }: RecordedRequest) {
  return {
    receivedAt: iso(receivedAt),
    answeredAt: answeredAt === null ? null : iso(answeredAt),
    withdrawn: withdrawnAt !== null,
  };
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
