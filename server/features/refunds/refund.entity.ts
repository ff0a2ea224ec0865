import { Entity, Index, PrimaryColumn } from 'typeorm';
import {
  CountColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  LongTextColumn,
  MinorColumn,
  TextColumn,
} from '../../adapters/db/columns';
import type { AttemptState } from '../../domain/attempt';

/** Money to one payment. `state` is that of its last attempt; an external refund was made in the gateway's cabinet. */
@Entity('refunds')
@Index(['paymentId', 'state'])
export class RefundEntity {
  @PrimaryColumn({ type: 'varchar', length: 36 }) id!: string;
  @Index() @IdColumn({ nullable: true }) claimId!: string | null;
  @IdColumn() paymentId!: string;
  @MinorColumn() amountMinor!: number;
  @TextColumn(3) currency!: string;
  @TextColumn(12) state!: AttemptState;
  @TextColumn(8) source!: 'claim' | 'external';
  /** `refund` of a Completed payment, `void` of an Authorized one. */
  @TextColumn(8) operation!: 'refund' | 'void';
  @JsonColumn() lines!: string[];
  /** The approval under which it goes out. */
  @TextColumn(64, { nullable: true }) proposalHash!: string | null;
  @MinorColumn({ nullable: true, unique: true }) gatewayRefundId!: number | null;
  @TextColumn(40, { nullable: true }) rrn!: string | null;
  @LongTextColumn({ nullable: true }) refusedText!: string | null;
  @InstantColumn() createdAt!: number;
  @InstantColumn({ nullable: true }) acceptedAt!: number | null;
  @InstantColumn({ nullable: true }) settledAt!: number | null;
  @CountColumn() version!: number;
}

/** One X-Request-ID: the intent that is committed before the gateway is called. */
@Entity('refund_attempts')
@Index(['refundId', 'number'], { unique: true })
@Index(['state', 'notBefore'])
@Index(['paymentId', 'state'])
export class RefundAttemptEntity {
  /** Also the X-Request-ID and `JsonData.intent`. */
  @PrimaryColumn({ type: 'varchar', length: 36 }) id!: string;
  @IdColumn() refundId!: string;
  @IdColumn() paymentId!: string;
  @CountColumn() number!: number;
  @TextColumn(12) state!: AttemptState;
  @TextColumn(8) operation!: 'refund' | 'void';
  @MinorColumn() amountMinor!: number;
  /** When a queued one may be sent, and when an open end is looked at next. */
  @InstantColumn() notBefore!: number;
  @InstantColumn({ nullable: true }) firstSentAt!: number | null;
  @InstantColumn({ nullable: true }) lastSentAt!: number | null;
  @TextColumn(80, { nullable: true }) leaseOwner!: string | null;
  @InstantColumn() leaseUntil!: number;
  /** Grows with each lease: a worker that wakes after its lease can record nothing. */
  @CountColumn() fence!: number;
  @CountColumn() sends!: number;
  @MinorColumn({ nullable: true }) gatewayRefundId!: number | null;
  /** Why it is where it is: `timeout`, `http-500`, `refused`, … */
  @TextColumn(60, { nullable: true }) outcomeCode!: string | null;
  @LongTextColumn({ nullable: true }) outcomeText!: string | null;
  @InstantColumn() createdAt!: number;
  @InstantColumn() updatedAt!: number;
}

/** One HTTP call of an attempt, for the screen that compares both sides. */
@Entity('gateway_calls')
export class GatewayCallEntity {
  @PrimaryColumn({ type: 'varchar', length: 36 }) id!: string;
  @Index() @IdColumn() attemptId!: string;
  @TextColumn(40) method!: string;
  @InstantColumn() startedAt!: number;
  @CountColumn() durationMs!: number;
  @TextColumn(60) outcome!: string;
}

/** Money that is certainly back, one row an accepted refund. */
@Entity('ledger_entries')
export class LedgerEntryEntity {
  @PrimaryColumn({ type: 'varchar', length: 36 }) id!: string;
  @IdColumn({ unique: true }) refundId!: string;
  @Index() @IdColumn() paymentId!: string;
  @MinorColumn() amountMinor!: number;
  @InstantColumn() at!: number;
}
