import { ApprovalHashMismatch, Forbidden } from './errors';
import type { Currency } from './money';

/** What an approval is bound to (design §5.7): nothing that leaves may differ from what was shown. */
export interface ApprovedContent {
  claimId: string;
  /** Version of the claim that the proposal was made on; later moves do not change it, edits void the proposal. */
  claimVersion: number;
  outcome: 'refund' | 'reject';
  reasonCode: string;
  refunds: readonly { paymentId: string; amountMinor: number; currency: Currency }[];
}

/**
 * One text for one content: the order of refunds does not matter, everything else does.
 * The leading tag keeps it apart from any other text that is ever hashed.
 */
export function proposalDigestInput(content: ApprovedContent): string {
  const refunds = content.refunds
    .map(({ paymentId, amountMinor, currency }) => JSON.stringify([paymentId, amountMinor, currency]))
    .sort();
  const { claimId, claimVersion, outcome, reasonCode } = content;
  return `qaitarym-proposal-1${JSON.stringify([claimId, claimVersion, outcome, reasonCode, refunds])}`;
}

/** Hash of a proposal; `sha256Hex` is an argument because the kernel knows no cryptography. */
export function proposalHash(content: ApprovedContent, sha256Hex: (text: string) => string): string {
  return sha256Hex(proposalDigestInput(content));
}

/**
 * Four eyes: who proposed never approves, whatever the role (design §5.7).
 * @throws Forbidden
 */
export function assertOtherPerson(proposedById: string, actorId: string): void {
  if (proposedById === actorId) throw new Forbidden('Who prepared the decision cannot approve it');
}

/**
 * The approval must name the hash of what stands now.
 * @throws ApprovalHashMismatch
 */
export function assertSameProposal(currentHash: string, givenHash: string): void {
  if (currentHash !== givenHash) throw new ApprovalHashMismatch('The proposal is not the one that was shown');
}
