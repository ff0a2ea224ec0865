import { moneyWent, type AttemptState } from './attempt';

/** State of a refund: that of its last attempt; one without an attempt waits in the queue. */
export function refundState(attemptStatesOldestFirst: readonly AttemptState[]): AttemptState {
  return attemptStatesOldestFirst.at(-1) ?? 'queued';
}

export type PayoutResult = 'running' | 'settled' | 'failed';

/**
 * What the refunds of one approval mean for their claim: `settled` resolves it, `failed` brings it back to
 * review. While one refund may still move, the claim waits, so its letter tells the whole outcome once.
 */
export function payoutResult(refundStates: readonly AttemptState[]): PayoutResult {
  if (refundStates.length > 0 && refundStates.every((state) => state === 'settled')) return 'settled';
  const ended: readonly AttemptState[] = ['settled', 'refused', 'not_sent', 'reversed'];
  return refundStates.length > 0 && refundStates.every((state) => ended.includes(state))
    ? 'failed'
    : 'running';
}

/** True when the gateway has accepted every refund: from then on the refund clocks are met. */
export function allAccepted(refundStates: readonly AttemptState[]): boolean {
  return refundStates.length > 0 && refundStates.every(moneyWent);
}
