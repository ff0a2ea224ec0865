import type { RaRecord } from 'react-admin';

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
  sizeBytes: number;
  sha256: string;
  createdAt: string;
  version: number;
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
