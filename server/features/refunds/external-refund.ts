import type { Tx } from '../../adapters/db/unit-of-work';
import type { Ids } from '../../ports';
import { recordEvent } from '../audit';
import { PaymentEntity } from '../payments';
import { RefundEntity } from './refund.entity';

/** Money that went back without us: made by hand in the gateway's cabinet. */
export interface ExternalFacts {
  gatewayRefundId: number;
  amountMinor: number;
  rrn: string | null;
  at: number;
}

/** Writes the refund against its payment, so that less is left for claims; known ones change nothing. */
export async function recordExternalRefund(
  tx: Tx,
  ids: Ids,
  payment: PaymentEntity,
  { gatewayRefundId, amountMinor, rrn, at }: ExternalFacts,
  now: number,
): Promise<void> {
  if (await tx.existsBy(RefundEntity, { gatewayRefundId })) return;
  const id = ids.next();
  await tx.insert(RefundEntity, {
    id,
    claimId: null,
    paymentId: payment.id,
    amountMinor,
    currency: payment.currency,
    state: 'settled',
    source: 'external',
    operation: 'refund',
    lines: [],
    proposalHash: null,
    gatewayRefundId,
    rrn,
    refusedText: null,
    createdAt: at,
    acceptedAt: at,
    settledAt: at,
    version: 1,
  });
  await tx.increment(PaymentEntity, { id: payment.id }, 'refundedMinor', amountMinor);
  await recordEvent(tx, ids, {
    actorId: null,
    action: 'refund.found_outside',
    resource: 'refunds',
    resourceId: id,
    data: { paymentId: payment.id, amountMinor, gatewayRefundId },
    at: now,
  });
}

/** A notification may name a wrong sum; the gateway's list is right, and the payment's mirror follows it. */
export async function correctExternalRefund(
  tx: Tx,
  ids: Ids,
  refund: RefundEntity,
  amountMinor: number,
  now: number,
): Promise<void> {
  const { id, paymentId, version } = refund;
  await tx.update(RefundEntity, { id }, { amountMinor, version: version + 1 });
  await tx.increment(PaymentEntity, { id: paymentId }, 'refundedMinor', amountMinor - refund.amountMinor);
  await recordEvent(tx, ids, {
    actorId: null,
    action: 'refund.corrected_outside',
    resource: 'refunds',
    resourceId: id,
    data: { paymentId, amountMinor, before: refund.amountMinor },
    at: now,
  });
}
