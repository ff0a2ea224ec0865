import { Entity, Index, PrimaryColumn } from 'typeorm';
import {
  CountColumn,
  FlagColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  LongTextColumn,
  TextColumn,
} from '../../adapters/db/columns';
import type { Language } from '../../domain/claim';
import type { ObligationKind } from '../../domain/obligations';

export type MessageKind =
  | 'customer'
  | 'acknowledgement'
  | 'deficiency'
  | 'decision_refund'
  | 'decision_reject'
  | 'payout'
  | 'withdrawal'
  | 'date_correction'
  | 'reply'
  | 'note'
  | 'reminder'
  | 'waiting_warning'
  | 'closing'
  | 'payment_failed'
  | 'refund_reversed'
  | 'account'
  | 'digest';

/** `queued` waits for the mail server; `printed` is a letter for a customer without mail address. */
export type MessageState = 'received' | 'queued' | 'sent' | 'failed' | 'to_print' | 'internal';

/** A letter of a claim, in or out, or an internal note; its text is sealed under the claim's key. */
@Entity('messages')
@Index(['claimId', 'createdAt'])
export class MessageEntity {
  @PrimaryColumn({ type: 'varchar', length: 36 }) id!: string;
  /** Null for letters to staff, and for answers to questions that no claim belongs to. */
  @IdColumn({ nullable: true }) claimId!: string | null;
  @TextColumn(8) direction!: 'in' | 'out';
  @TextColumn(20) kind!: MessageKind;
  @TextColumn(12) state!: MessageState;
  @TextColumn(2, { nullable: true }) language!: Language | null;
  /** Sealed JSON `{from, to, subject, text}` (under the claim's key, or under `wrappedKey`). */
  @LongTextColumn() sealed!: string;
  /** Own data key of a message without claim. */
  @LongTextColumn({ nullable: true }) wrappedKey!: string | null;
  /** Message-ID header, with angle brackets. Ours hold 128 random bits, so a reply can be trusted. */
  @Index() @TextColumn(255, { nullable: true }) mailMessageId!: string | null;
  @TextColumn(255, { nullable: true }) inReplyTo!: string | null;
  /** Last days that the letter tells, by obligation; null when it tells none. */
  @JsonColumn({ nullable: true }) told!: Partial<Record<ObligationKind, string>> | null;
  @FlagColumn() automatic!: boolean;
  @JsonColumn() documentIds!: string[];
  @IdColumn({ nullable: true }) authorId!: string | null;
  @CountColumn() tries!: number;
  /** Unique name of the outcome that this letter tells of, so that it is written once. */
  @TextColumn(120, { unique: true }) dedupKey!: string;
  @InstantColumn() createdAt!: number;
  @InstantColumn({ nullable: true }) sentAt!: number | null;
}
