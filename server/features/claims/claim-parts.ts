import type { Tx, UnitOfWork } from '../../adapters/db/unit-of-work';
import type { WorkingCalendar } from '../../domain/calendar';
import type { LegalSettings } from '../../domain/legal-settings';
import type { Clock, FileStore, Ids, Vault } from '../../ports';
import type { DocumentDesk } from '../documents';
import type { ClaimEntity } from './claim.entity';
import type { ProposedRefund } from './claim.types';

/** A letter that a claim's act owes its customer. */
export interface ClaimLetter {
  kind:
    | 'acknowledgement'
    | 'deficiency'
    | 'decision_refund'
    | 'decision_reject'
    | 'payout'
    | 'withdrawal'
    | 'reply';
  claim: ClaimEntity;
  /** Names the outcome that the letter tells of: at most one letter a key. */
  dedupKey: string;
  /** Facts beyond the claim: items, note, reasonCode, text, refunds … */
  params: Record<string, unknown>;
  /** Who wrote it; null for a machine's letter. */
  authorId: string | null;
  documentIds?: string[];
  now: number;
}

/** A payment that may be the one; `reasons` are codes: `order`, `email`, `amount`, `date` … */
export interface MatchedPayment {
  paymentId: string;
  transactionId: number;
  amountMinor: number;
  refundedMinor: number;
  leftMinor: number;
  currency: string;
  status: string;
  cardLastFour: string | null;
  cardType: string | null;
  createdAt: number;
  reasons: string[];
}

export interface PaymentQuery {
  email: string | null;
  orderNumber: string | null;
  requestedMinor: number | null;
  demandedAt: number;
}

/** Refunds to send under one approval. */
export interface PayoutOrder {
  claimId: string;
  proposalHash: string;
  refunds: (ProposedRefund & { currency: string })[];
  actorId: string;
}

/** What opening and refreshing a claim need; intake and the other features share it. */
export interface ClaimCore {
  clock: Clock;
  ids: Ids;
  vault: Vault;
  loadCalendar: (tx: Tx) => Promise<WorkingCalendar>;
  loadSettings: (tx: Tx, onDate: string) => Promise<LegalSettings>;
  matchPayments: (tx: Tx, query: PaymentQuery) => Promise<MatchedPayment[]>;
  queueLetter: (tx: Tx, letter: ClaimLetter) => Promise<void>;
}

/** Everything that the routes of claims need; lower features hand in their services here. */
export interface ClaimParts extends ClaimCore {
  uow: UnitOfWork;
  files: FileStore;
  documentDesk: DocumentDesk;
  /** What is left on a payment when everything not certainly failed is counted. */
  capacityOf: (
    tx: Tx,
    paymentId: string,
  ) => Promise<{ paidMinor: number; committedMinor: number; leftMinor: number }>;
  /** Commits the intents under the lock of the payments. @throws OverRefund */
  reserveRefunds: (tx: Tx, order: PayoutOrder) => Promise<unknown>;
  /** A new attempt for each refund of the approval that certainly failed. @throws OverRefund */
  retryRefunds: (
    tx: Tx,
    order: { claimId: string; proposalHash: string; actorId: string },
  ) => Promise<unknown>;
}
