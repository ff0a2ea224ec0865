import { mayMove, moveClaim } from '../../domain/claim';
import type { ClaimEntity } from './claim.entity';

/**
 * Takes back proposal and approval after an edit (design §5.7); true when there was one. A claim whose money
 * is on its way has no such move, so its edit is refused by the transition table.
 * @throws IllegalMove when money is on its way
 */
export function voidProposal(claim: ClaimEntity): boolean {
  if (claim.proposal === null) return false;
  if (claim.state === 'in_payout') moveClaim(claim.state, 'void_proposal');
  if (mayMove(claim.state, 'void_proposal')) claim.state = moveClaim(claim.state, 'void_proposal');
  claim.proposal = null;
  claim.approvedById = null;
  claim.approvedAt = null;
  claim.approvedMinor = null;
  claim.payoutFailure = null;
  return true;
}
