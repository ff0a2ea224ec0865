import type { Claim } from './types';

/** The sum that a claim is about: approved, else asked for, else what its lines come to; null when nobody knows. */
export function claimSum(
  claim: Pick<Claim, 'approvedMinor' | 'requestedMinor'> & { lines?: Claim['lines'] },
): number | null {
  const byLines = (claim.lines ?? []).reduce((sum, line) => sum + line.askedMinor, 0);
  return claim.approvedMinor ?? claim.requestedMinor ?? (byLines > 0 ? byLines : null);
}
