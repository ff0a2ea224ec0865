import type { RaRecord } from 'react-admin';
import type { DeclineCause } from '../../../server/domain/decline-reasons';

export const MAIL_OUTCOMES = [
  'new_claim',
  'joins_claim',
  'duplicate',
  'auto_reply',
  'question',
  'not_a_claim',
  'quarantined',
] as const;

/** What has no claim yet may be looked at again. */
export const RERUNNABLE: readonly string[] = ['quarantined', 'question', 'not_a_claim', 'auto_reply'];

/** One message of the ledger as the API shows it. */
export interface LedgerMessage extends RaRecord {
  id: string;
  receivedAt: string;
  envelopeFrom: string;
  messageId: string | null;
  subject: string;
  outcome: (typeof MAIL_OUTCOMES)[number];
  reason: string | null;
  claimId: string | null;
  /** Of a question: the payment that failed, and the letter that answered. */
  paymentId: string | null;
  answerId: string | null;
  /** Comes with one message, not in lists. */
  failedPayments?: FailedPayment[];
  sizeBytes: number;
  sha256: string;
  createdAt: string;
  version: number;
}

/** A payment that did not go through. */
export interface FailedPayment {
  paymentId: string;
  transactionId: number;
  invoiceId: string | null;
  amountMinor: number;
  currency: string;
  cardLastFour: string | null;
  reasonCode: number | null;
  cause: DeclineCause;
  createdAt: string;
}

/** The message opened from its seal. */
export interface MessageText {
  /** Set when the message could not be read. */
  problem: string | null;
  from?: { name: string; address: string };
  subject?: string;
  text?: string;
  attachments?: { name: string | null; contentType: string; sizeBytes: number }[];
}
