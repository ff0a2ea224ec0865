import type { GatewayOutageEntity } from './outage.entity';
import type { GatewayCallEntity, RefundAttemptEntity, RefundEntity } from './refund.entity';
import type { RefundReversalEntity } from './reversal.entity';

const instant = (at: number | null) => (at === null ? null : new Date(at).toISOString());

/** Public shape of a refund. */
export function presentRefund(row: RefundEntity) {
  return {
    id: row.id,
    claimId: row.claimId,
    paymentId: row.paymentId,
    amountMinor: row.amountMinor,
    currency: row.currency,
    state: row.state,
    source: row.source,
    operation: row.operation,
    lines: row.lines,
    gatewayRefundId: row.gatewayRefundId,
    rrn: row.rrn,
    refusedText: row.refusedText,
    createdAt: instant(row.createdAt),
    acceptedAt: instant(row.acceptedAt),
    settledAt: instant(row.settledAt),
    version: row.version,
  };
}

/** The attempt with its calls: our side of the story, for the desk that compares both. */
export function presentAttempt(row: RefundAttemptEntity, calls: GatewayCallEntity[]) {
  return {
    id: row.id,
    number: row.number,
    state: row.state,
    sends: row.sends,
    outcomeCode: row.outcomeCode,
    outcomeText: row.outcomeText,
    firstSentAt: instant(row.firstSentAt),
    lastSentAt: instant(row.lastSentAt),
    notBefore: instant(row.notBefore),
    calls: calls.map(({ method, startedAt, durationMs, outcome }) => ({
      method,
      startedAt: instant(startedAt),
      durationMs,
      outcome,
    })),
  };
}

/** A stretch in which the gateway was away; `endedAt` is null while it is. */
export function presentOutage({ id, channel, startedAt, endedAt }: GatewayOutageEntity) {
  return { id, channel, startedAt: instant(startedAt), endedAt: instant(endedAt) };
}

/** How the money came back, with its proof; null for a refund that stayed. */
export function presentReversal(row: RefundReversalEntity | null) {
  if (!row) return null;
  const { reversedOn, reference, documentId, reason, byId, at } = row;
  return { reversedOn, reference, documentId, reason, byId, at: instant(at) };
}
