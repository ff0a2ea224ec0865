import { Entity, Index, PrimaryColumn } from 'typeorm';
import {
  CountColumn,
  IdColumn,
  InstantColumn,
  LongTextColumn,
  MinorColumn,
  TextColumn,
} from '../../adapters/db/columns';

export const MAIL_OUTCOMES = [
  'new_claim',
  'joins_claim',
  'duplicate',
  'auto_reply',
  'question',
  'not_a_claim',
  'quarantined',
] as const;
export type MailOutcome = (typeof MAIL_OUTCOMES)[number];

/** Exactly one row for each message that reached the shop; the raw message lies sealed beside it. */
@Entity('mail_ledger')
@Index(['receivedAt', 'id'])
export class MailLedgerEntity {
  @PrimaryColumn({ type: 'varchar', length: 36 }) id!: string;
  /** By our mail server's clock, never the sender's `Date:`. */
  @InstantColumn() receivedAt!: number;
  @TextColumn(320) envelopeFrom!: string;
  @Index() @TextColumn(998, { nullable: true }) messageId!: string | null;
  @TextColumn(998) subject!: string;
  @TextColumn(16) outcome!: MailOutcome;
  @Index() @IdColumn({ nullable: true }) claimId!: string | null;
  /** The payment that a question is about: one that failed. */
  @Index() @IdColumn({ nullable: true }) paymentId!: string | null;
  /** The letter that answered a question without a claim. */
  @IdColumn({ nullable: true }) answerId!: string | null;
  /** Where it came from: `smtp:<id>` or `imap:<mailbox>;<uidvalidity>;<uid>`. A message fetched again meets this. */
  @TextColumn(200, { unique: true }) sourceKey!: string;
  @Index() @TextColumn(64) sha256!: string;
  @MinorColumn() sizeBytes!: number;
  @TextColumn(80) storageKey!: string;
  @LongTextColumn() wrappedKey!: string;
  /** Why this outcome: a stable code (`unparseable`, `too-many-parts`, `bounce`, …). */
  @TextColumn(60, { nullable: true }) reason!: string | null;
  @InstantColumn() createdAt!: number;
  /** When the raw message was erased; its row and its outcome stay. */
  @InstantColumn({ nullable: true }) erasedAt!: number | null;
  @CountColumn() version!: number;
}

/** How far a mailbox was read; moves in the transaction of the ledger row. */
@Entity('mailbox_positions')
export class MailboxPositionEntity {
  @PrimaryColumn({ type: 'varchar', length: 200 }) mailbox!: string;
  @TextColumn(20) uidValidity!: string;
  @MinorColumn() lastUid!: number;
}
