import { findForUpdate } from '../../adapters/db/locking';
import type { Tx } from '../../adapters/db/unit-of-work';
import { almatyDate } from '../../domain/almaty-time';
import { IllegalMove, InvalidInput, NotFound, StaleVersion } from '../../domain/errors';
import { DocumentEntity } from '../documents';
import { applyMove } from './move-attempt';
import { RefundAttemptEntity, RefundEntity } from './refund.entity';
import type { RefundParts } from './refund-parts';
import { RefundReversalEntity } from './reversal.entity';

export interface ReversalOrder {
  refundId: string;
  version: number;
  reversedOn: string;
  reference?: string | null | undefined;
  documentId?: string | null | undefined;
  reason: string;
  actorId: string;
}

/**
 * The bank has sent settled money back (card closed, account gone). A manager shows it by the bank's statement or a
 * paper of the claim; the sum is free again, the claim is opened again, and its refund is owed as before. Nothing is
 * sent from here: the money goes out again only by a new proposal and a new approval.
 *
 * @throws StaleVersion; IllegalMove unless the refund of a claim has settled; InvalidInput without proof, or for a
 *   day before the money went or after today
 */
export async function reverseRefund(
  tx: Tx,
  parts: Pick<RefundParts, 'ids' | 'clock' | 'hooks'>,
  order: ReversalOrder,
): Promise<void> {
  const now = parts.clock.now();
  const refund = await findForUpdate(tx, RefundEntity, { id: order.refundId });
  if (!refund) throw new NotFound('No such refund');
  if (refund.version !== order.version) {
    throw new StaleVersion('The refund has changed', { current: refund.version });
  }
  const attempt = await tx.findOneBy(RefundAttemptEntity, { refundId: refund.id, state: 'settled' });
  if (!attempt || refund.operation === 'void') {
    throw new IllegalMove('Only a refund of ours that has settled can come back', {
      current: refund.state,
      move: 'reverse',
    });
  }
  assertDay(order.reversedOn, almatyDate(refund.settledAt ?? now), almatyDate(now));
  const proof = await proofOf(tx, refund, order);
  const text = [proof.reference, order.reason].filter(Boolean).join(': ');
  const change = { outcomeCode: 'reversed', outcomeText: text };
  if (!(await applyMove(tx, parts, attempt, 'reverse', change, order.actorId))) {
    throw new IllegalMove('The refund has just changed');
  }
  await tx.insert(RefundReversalEntity, {
    id: parts.ids.next(),
    refundId: refund.id,
    attemptId: attempt.id,
    paymentId: refund.paymentId,
    amountMinor: refund.amountMinor,
    reversedOn: order.reversedOn,
    ...proof,
    reason: order.reason,
    byId: order.actorId,
    at: now,
  });
}

function assertDay(day: string, settledOn: string, today: string): void {
  if (day >= settledOn && day <= today) return;
  const text = day > today ? 'lies ahead' : `is before the money went, ${settledOn}`;
  throw new InvalidInput('It cannot have come back on that day', { errors: { reversedOn: text } });
}

async function proofOf(
  tx: Tx,
  { claimId }: RefundEntity,
  { reference, documentId }: ReversalOrder,
): Promise<Pick<RefundReversalEntity, 'reference' | 'documentId'>> {
  if (!reference && !documentId) {
    throw new InvalidInput('Show by what it is known: a line of the statement, or a paper of the claim', {
      errors: { reference: 'is missing' },
    });
  }
  if (documentId && (claimId === null || !(await tx.existsBy(DocumentEntity, { id: documentId, claimId })))) {
    throw new InvalidInput('Only a paper of this claim is its proof', {
      errors: { documentId: 'no such document' },
    });
  }
  return { reference: reference ?? null, documentId: documentId ?? null };
}
