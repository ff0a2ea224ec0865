import type { ReasonCode } from '../../domain/claim';
import type { AuthorityRequest } from '../../domain/obligations';

/** Somebody beside the customer: the payer or a representative. */
export interface Party {
  name: string;
  email?: string | null;
  phone?: string | null;
  /** For a representative: a document that proves authority was seen. */
  authorityProved?: boolean;
}

export type { ChecklistItem } from '../../domain/checklist';
export type { Waiting } from '../../domain/waiting';
export type { StateTimes } from '../../domain/state-times';

/** What the rules say of the claim; a person decides. */
export interface ClaimVerdict {
  result: 'accept' | 'manual' | 'reject';
  reasons: { code: string; clause: string; params?: Record<string, string | number> }[];
}

/** Money that a decision sends to one payment. */
export interface ProposedRefund {
  paymentId: string;
  amountMinor: number;
  /** Ids of claim lines, when the sum follows from lines. */
  lines?: string[];
}

export interface Proposal {
  outcome: 'refund' | 'reject';
  refunds: ProposedRefund[];
  reasonCode: ReasonCode;
  note: string;
  proposedById: string;
  proposedAt: number;
  /** Version of the claim that the proposal was made on; part of the hash. */
  claimVersion: number;
  /** Binds the approval to exactly this (design 5.7). */
  hash: string;
}

/** The last new beginning of the terms; `round` counts them, the first terms are round 0. */
export interface Restarts {
  refund?: { at: number; round: number };
  answer?: { at: number; round: number };
}

/** Something to do that no letter can: the claim shows it until somebody has done it. */
export interface ClaimTask {
  id: string;
  kind: 'call';
  /** `bounced`: the letter came back; `not_sent`: the mail server did not take it. */
  cause: 'bounced' | 'not_sent';
  messageId: string;
  letterKind: string;
  at: number;
  doneAt: number | null;
  doneById: string | null;
}

/** A request of an authority about the claim, and what became of it. */
export interface RecordedRequest extends AuthorityRequest {
  id: string;
  /** Counts the requests of its kind about this claim, from 0. */
  round: number;
  /** Number and date by which the authority calls its request. */
  reference: string;
  recordedById: string;
  recordedAt: number;
  /** Number and date of the answer, once it is out. */
  answerReference: string | null;
  /** The copy of the answer among the claim's documents. */
  documentId: string | null;
}

/** A payout that the gateway refused; the approval holds while its hash does. */
export interface PayoutFailure {
  refundId: string;
  text: string;
  proposalHash: string;
  at: number;
}
