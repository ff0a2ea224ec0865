import type { Claim } from '../shared/types';

/** What has to happen next, as a key of the catalogue; `ready` is drawn in green. */
export interface NextStep {
  key: string;
  /** Papers that are missing, to be named in the reader's language. */
  missing?: Claim['missing'];
  ready?: boolean;
  failed?: boolean;
}

/** The one thing that moves this claim on. */
export function nextStepOf(claim: Claim): NextStep {
  if (claim.payoutFailure) return { key: 'claim.step.failed', failed: true };
  switch (claim.state) {
    case 'proposed':
      return { key: 'claim.step.approve' };
    case 'approved':
      return { key: 'claim.step.payout' };
    case 'in_payout':
      return { key: 'claim.step.confirm' };
    case 'received':
    case 'needs_documents':
    case 'in_review':
      return openStep(claim);
    default:
      return { key: 'claim.step.done' };
  }
}

function openStep(claim: Claim): NextStep {
  if (claim.missing.length > 0) return { key: 'claim.step.missing', missing: claim.missing };
  // Asked for something that no list of papers names, such as a proof of authority.
  if (claim.state === 'needs_documents') return { key: 'claim.step.customer' };
  if (claim.checklist.some((item) => item.required && item.ok !== true)) {
    return { key: claim.assigneeId ? 'claim.step.check' : 'claim.step.take' };
  }
  return { key: 'claim.step.decide', ready: true };
}
