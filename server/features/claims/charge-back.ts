import { mayMove } from '../../domain/claim';
import { IllegalMove } from '../../domain/errors';
import type { Act } from './run-verb';
import { voidProposal } from './void-proposal';

/**
 * The bank has taken the payment back for its customer (`happened`), or the shop has won the dispute. While it
 * stands nothing is owed in money, paying would pay twice; the answer is owed all the same.
 * @throws IllegalMove when it stands so already, or money is on its way
 */
export async function chargeBack(
  { claim, now, event }: Act,
  body: { happened: boolean; reason: string },
): Promise<void> {
  if (body.happened === (claim.chargedBackAt !== null) || claim.state === 'in_payout') {
    throw new IllegalMove('The claim stands so already, or its money is on the way', {
      current: claim.state,
      move: 'chargeback',
    });
  }
  if (mayMove(claim.state, 'void_proposal')) voidProposal(claim);
  claim.chargedBackAt = body.happened ? now : null;
  await event(body.happened ? 'charged_back' : 'chargeback_won', {}, { reason: body.reason });
}
