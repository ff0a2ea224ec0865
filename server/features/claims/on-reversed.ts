import { findForUpdate } from '../../adapters/db/locking';
import type { Tx } from '../../adapters/db/unit-of-work';
import { isClosed, moveClaim } from '../../domain/claim';
import { recordEvent } from '../audit';
import { RefundEntity } from '../refunds';
import { ClaimEntity } from './claim.entity';
import type { ClaimCore } from './claim-parts';
import { saveClaim } from './settle-claim';

/**
 * Money that had arrived came back. A claim that was over is open again under its old terms: what was owed is owed
 * still, and the approval that sent it is used up. The customer is told, and asked about the card.
 */
export async function onReversed(
  tx: Tx,
  core: ClaimCore,
  claimId: string,
  { refundId, text }: { refundId: string; text: string },
): Promise<void> {
  const claim = await findForUpdate(tx, ClaimEntity, { id: claimId });
  if (!claim) return;
  const now = core.clock.now();
  const from = claim.state;
  const refund = await tx.findOneByOrFail(RefundEntity, { id: refundId });
  if (isClosed(claim.state)) {
    claim.state = moveClaim(claim.state, 'reopen');
    claim.closedAt = null;
    claim.proposal = null;
    claim.approvedById = null;
    claim.approvedAt = null;
    claim.approvedMinor = null;
    claim.payoutFailure = null;
  }
  await saveClaim(tx, core, claim);
  const { paymentId, amountMinor, currency, gatewayRefundId, settledAt } = refund;
  await core.queueLetter(tx, {
    kind: 'refund_reversed',
    claim,
    dedupKey: `reversed:${refundId}`,
    params: { refunds: [{ paymentId, amountMinor, currency, gatewayRefundId, settledAt }] },
    authorId: null,
    now,
  });
  await recordEvent(tx, core.ids, {
    actorId: null,
    action: 'claim.refund_came_back',
    resource: 'claims',
    resourceId: claim.id,
    claimId: claim.id,
    data: { state: claim.state, from, refundId, text },
    at: now,
  });
}
