import type { Tx, UnitOfWork } from '../../adapters/db/unit-of-work';
import type { WorkingCalendar } from '../../domain/calendar';
import type { LegalSettings } from '../../domain/legal-settings';
import type { Clock, FileStore, Ids, Vault } from '../../ports';
import type { DocumentDesk } from '../documents';
import type { ClaimEntity } from './claim.entity';

export const LETTER_KINDS = [
  'acknowledgement',
  'deficiency',
  'decision_refund',
  'decision_reject',
  'payout',
  'withdrawal',
  'date_correction',
  'reminder',
  'waiting_warning',
  'closing',
  'payment_failed',
  'refund_reversed',
  'reply',
] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];

/** A letter that a claim's act owes its customer. */
export interface ClaimLetter {
  kind: LetterKind;
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

/** What opening and refreshing a claim need; intake and the other features share it. */
export interface ClaimCore {
  clock: Clock;
  ids: Ids;
  vault: Vault;
  loadCalendar: (tx: Tx) => Promise<WorkingCalendar>;
  loadSettings: (tx: Tx, onDate: string) => Promise<LegalSettings>;
  queueLetter: (tx: Tx, letter: ClaimLetter) => Promise<void>;
}

/** Everything that the routes of claims need; lower features hand in their services here. */
export interface ClaimParts extends ClaimCore {
  uow: UnitOfWork;
  files: FileStore;
  documentDesk: DocumentDesk;
}
