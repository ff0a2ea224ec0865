import type { ClaimProposal } from '../../../shared/types';

/** All that leaves by a proposal, in tiyn. */
export function sumOf(proposal: ClaimProposal): number {
  return proposal.refunds.reduce((sum, refund) => sum + refund.amountMinor, 0);
}
