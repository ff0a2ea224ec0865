import { assertAfterPurchase, impossibleMoment } from './moment-of-demand';
import type { Act } from './run-verb';

/**
 * The demand reached the shop at another moment than the claim says. The terms are counted anew from it; both
 * moments and the reason stay in the history.
 *
 * @throws InvalidInput when the moment lies in the future, or before the day of the purchase
 */
export async function correctReceived(
  { tx, claim, now, event }: Act,
  body: { demandedAt: string; reason: string },
): Promise<void> {
  const demandedAt = Date.parse(body.demandedAt);
  if (demandedAt > now) throw impossibleMoment('A demand cannot lie in the future', 'lies in the future');
  await assertAfterPurchase(tx, claim, demandedAt);
  const before = { demandedAt: iso(claim.demandedAt), dueOn: claim.dueOn };
  if (claim.moneyDemandedAt === claim.demandedAt) claim.moneyDemandedAt = demandedAt;
  claim.demandedAt = demandedAt;
  claim.demandedReason = body.reason.slice(0, 500);
  await event('received_corrected', { before, demandedAt: iso(demandedAt) }, { reason: body.reason });
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
