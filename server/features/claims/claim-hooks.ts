import { findForUpdate } from '../../adapters/db/locking';
import type { Tx } from '../../adapters/db/unit-of-work';
import { mayMove, moveClaim } from '../../domain/claim';
import { payoutResult } from '../../domain/refund-state';
import { recordEvent } from '../audit';
import { RefundEntity } from '../refunds';
import { ClaimEntity } from './claim.entity';
import type { ClaimCore } from './claim-parts';
import { type LostLetter, onLetterLost } from './claim-tasks';
import { makeRefreshClaim } from './refresh-claim';
import { onReversed } from './on-reversed';
import { saveClaim } from './settle-claim';

/** What refunds and letters tell a claim, in the transaction of their own change. */
export interface ClaimHooks {
  /** The gateway accepted a refund: the refund clocks may be met. */
  onAccepted: (tx: Tx, claimId: string) => Promise<void>;
  /** A refund settled: with the last one the claim resolves and the customer is told, once. */
  onSettled: (tx: Tx, claimId: string) => Promise<void>;
  /** A refund certainly failed; the gateway's own text goes with the claim back to review. */
  onRefused: (tx: Tx, claimId: string, facts: { refundId: string; text: string }) => Promise<void>;
  /** Money that had arrived came back. */
  onReversed: (tx: Tx, claimId: string, facts: { refundId: string; text: string }) => Promise<void>;
  /** A letter came back or never left: somebody calls, and a decision answers nothing. */
  onLetterLost: (tx: Tx, claimId: string, letter: LostLetter) => Promise<void>;
  /** The mail server accepted a decision: the answer is met. */
  onLetterSent: (tx: Tx, claimId: string) => Promise<void>;
}

export function makeClaimHooks(core: ClaimCore): ClaimHooks {
  const refresh = makeRefreshClaim(core);
  return {
    onAccepted: async (tx, claimId) => {
      await refresh(tx, claimId, 'refund');
    },
    onLetterSent: async (tx, claimId) => {
      await refresh(tx, claimId, 'letter');
    },
    onLetterLost: (tx, claimId, letter) => onLetterLost(tx, core, claimId, letter),
    onSettled: (tx, claimId) => followPayout(tx, core, claimId, null),
    onRefused: (tx, claimId, facts) => followPayout(tx, core, claimId, facts),
    onReversed: (tx, claimId, facts) => onReversed(tx, core, claimId, facts),
  };
}

/** Waits while one refund of the approval may still move, so that the letter tells the whole outcome once. */
async function followPayout(
  tx: Tx,
  core: ClaimCore,
  claimId: string,
  failure: { refundId: string; text: string } | null,
): Promise<void> {
  const claim = await findForUpdate(tx, ClaimEntity, { id: claimId });
  if (!claim) return;
  const refunds = await tx.find(RefundEntity, {
    where: { claimId, source: 'claim' },
    // The letter names them in this order, on either database.
    order: { createdAt: 'ASC', id: 'ASC' },
  });
  const current = refunds.filter(({ proposalHash }) => proposalHash === claim.proposal?.hash);
  const result = payoutResult(current.map(({ state }) => state));
  if (result === 'settled' && mayMove(claim.state, 'resolve')) await resolve(tx, core, claim, current);
  else if (result === 'failed' && mayMove(claim.state, 'payout_failed')) {
    const refused = current.find(({ state }) => state !== 'settled');
    await fail(tx, core, claim, failure ?? { refundId: refused?.id ?? '', text: refused?.refusedText ?? '' });
  } else await makeRefreshClaim(core)(tx, claimId, 'refund');
}

async function resolve(tx: Tx, core: ClaimCore, claim: ClaimEntity, refunds: RefundEntity[]): Promise<void> {
  const now = core.clock.now();
  claim.state = moveClaim(claim.state, 'resolve');
  claim.closedAt = now;
  await saveClaim(tx, core, claim);
  await core.queueLetter(tx, {
    kind: 'payout',
    claim,
    dedupKey: `payout:${claim.id}:${claim.proposal?.hash ?? ''}`,
    params: {
      refunds: refunds.map(({ id, paymentId, amountMinor, currency, gatewayRefundId, rrn, settledAt }) => ({
        id,
        paymentId,
        amountMinor,
        currency,
        gatewayRefundId,
        rrn,
        settledAt,
      })),
    },
    authorId: null,
    now,
  });
  await tell(tx, core, claim, 'resolved', { refundIds: refunds.map(({ id }) => id) });
}

async function fail(
  tx: Tx,
  core: ClaimCore,
  claim: ClaimEntity,
  { refundId, text }: { refundId: string; text: string },
): Promise<void> {
  if (mayMove(claim.state, 'payout_failed')) claim.state = moveClaim(claim.state, 'payout_failed');
  const proposalHash = claim.proposal?.hash ?? '';
  claim.payoutFailure = { refundId, text, proposalHash, at: core.clock.now() };
  await saveClaim(tx, core, claim);
  await tell(tx, core, claim, 'payout_failed', { refundId, text });
}

function tell(
  tx: Tx,
  { ids, clock }: ClaimCore,
  claim: ClaimEntity,
  what: string,
  data: object,
): Promise<void> {
  return recordEvent(tx, ids, {
    actorId: null,
    action: `claim.${what}`,
    resource: 'claims',
    resourceId: claim.id,
    claimId: claim.id,
    data: { state: claim.state, ...data },
    at: clock.now(),
  });
}
