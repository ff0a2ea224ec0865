import type {
  LedgerEntryEntity,
  RefundAttemptEntity,
  RefundEntity,
} from '../../server/features/refunds/refund.entity';
import type { ClaimEntity, ClaimLineEntity } from '../../server/features/claims/claim.entity';
import type { Story } from './make-story';

/** Money that the gateway has accepted, with the attempt that moved it; nothing for other stories. */
export function makeRefund(
  index: number,
  id: (kind: string) => string,
  claim: ClaimEntity,
  lines: readonly ClaimLineEntity[],
  { approvedAt, acceptedAt, settledAt }: Story,
): { refunds: RefundEntity[]; attempts: RefundAttemptEntity[]; ledger: LedgerEntryEntity[] } {
  const { paymentId, approvedMinor: amountMinor, proposal } = claim;
  if (acceptedAt === null || approvedAt === null || paymentId === null || amountMinor === null || !proposal)
    return { refunds: [], attempts: [], ledger: [] };
  const state = settledAt === null ? 'accepted' : 'settled';
  const gatewayRefundId = 4_000_000_000 + index;
  return {
    refunds: [
      {
        id: id('refund'),
        claimId: claim.id,
        paymentId,
        amountMinor,
        currency: claim.currency,
        state,
        source: 'claim',
        operation: 'refund',
        lines: lines.map((line) => line.id),
        proposalHash: proposal.hash,
        gatewayRefundId,
        rrn: String(gatewayRefundId).padStart(12, '0'),
        refusedText: null,
        createdAt: approvedAt,
        acceptedAt,
        settledAt,
        version: 4,
      },
    ],
    attempts: [
      {
        id: id('attempt'),
        refundId: id('refund'),
        paymentId,
        number: 1,
        state,
        operation: 'refund',
        amountMinor,
        notBefore: approvedAt,
        firstSentAt: acceptedAt,
        lastSentAt: acceptedAt,
        leaseOwner: null,
        leaseUntil: 0,
        fence: 1,
        sends: 1,
        gatewayRefundId,
        outcomeCode: 'accepted',
        outcomeText: null,
        createdAt: approvedAt,
        updatedAt: settledAt ?? acceptedAt,
      },
    ],
    ledger: [{ id: id('ledger'), refundId: id('refund'), paymentId, amountMinor, at: acceptedAt }],
  };
}
