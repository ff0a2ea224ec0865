import { In } from 'typeorm';
import { findForUpdate } from '../../adapters/db/locking';
import type { Tx } from '../../adapters/db/unit-of-work';
import { PaymentEntity } from '../payments';
import { applyMove } from './move-attempt';
import { RefundAttemptEntity } from './refund.entity';
import type { RefundParts } from './refund-parts';

/**
 * The gateway shows the payment cancelled: our open void of it, if there is one, was executed. A hold can be
 * released once only, so no id is needed to tell whose it was. Safe to repeat. Call it in a write.
 */
export async function settleVoid(
  tx: Tx,
  parts: Pick<RefundParts, 'ids' | 'clock' | 'hooks'>,
  paymentId: string,
): Promise<void> {
  await findForUpdate(tx, PaymentEntity, { id: paymentId });
  const attempt = await tx.findOneBy(RefundAttemptEntity, {
    paymentId,
    operation: 'void',
    state: In(['sending', 'unknown', 'manual']),
  });
  if (!attempt) return;
  const change = { outcomeCode: 'found_at_gateway', leaseUntil: 0 };
  const accepted = await applyMove(tx, parts, attempt, 'accept', change);
  if (accepted) await applyMove(tx, parts, accepted, 'settle');
}
