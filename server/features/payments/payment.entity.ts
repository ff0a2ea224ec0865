import { Entity, Index, PrimaryColumn } from 'typeorm';
import {
  CountColumn,
  FlagColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  MinorColumn,
  TextColumn,
} from '../../adapters/db/columns';

export type PaymentStatus = 'AwaitingAuthentication' | 'Authorized' | 'Completed' | 'Cancelled' | 'Declined';

/** What the gateway told us of a payment. `refundedMinor` counts everything that is certainly back. */
@Entity('payments')
export class PaymentEntity {
  @PrimaryColumn({ type: 'varchar', length: 36 }) id!: string;
  @MinorColumn({ unique: true }) transactionId!: number;
  @Index() @TextColumn(100, { nullable: true }) invoiceId!: string | null;
  @TextColumn(200, { nullable: true }) accountId!: string | null;
  @Index() @TextColumn(254, { nullable: true }) email!: string | null;
  @TextColumn(24) status!: PaymentStatus;
  @MinorColumn() amountMinor!: number;
  @MinorColumn() refundedMinor!: number;
  @TextColumn(3) currency!: string;
  @TextColumn(4, { nullable: true }) cardLastFour!: string | null;
  @TextColumn(40, { nullable: true }) cardType!: string | null;
  @TextColumn(200, { nullable: true }) issuer!: string | null;
  @FlagColumn() testMode!: boolean;
  @CountColumn({ nullable: true }) reasonCode!: number | null;
  @InstantColumn() createdAt!: number;
  /** When this row last agreed with the gateway. */
  @InstantColumn() seenAt!: number;
  @CountColumn() version!: number;
}

/** A notification of the gateway: hash and allow-listed fields, never card expiry or token. */
@Entity('gateway_events')
@Index(['type', 'sha256'], { unique: true })
@Index(['type', 'transactionId'])
export class GatewayEventEntity {
  @PrimaryColumn({ type: 'varchar', length: 36 }) id!: string;
  @TextColumn(12) type!: string;
  @MinorColumn() transactionId!: number;
  /** Of the raw body, hex: the same bytes again are no news. */
  @TextColumn(64) sha256!: string;
  @JsonColumn() fields!: Record<string, string>;
  @InstantColumn() receivedAt!: number;
}

export type ExceptionKind =
  | 'unknown_payment'
  | 'amount_mismatch'
  | 'only_at_gateway'
  | 'only_with_us'
  | 'over_refund'
  | 'changed_notification'
  | 'payment_changed'
  | 'held_by_cap'
  | 'books_broken';

/** Something at the gateway that a person must look at. */
@Entity('exceptions')
export class ExceptionEntity {
  @PrimaryColumn({ type: 'varchar', length: 36 }) id!: string;
  @TextColumn(32) kind!: ExceptionKind;
  @IdColumn({ nullable: true }) paymentId!: string | null;
  @IdColumn({ nullable: true }) refundId!: string | null;
  @MinorColumn({ nullable: true }) transactionId!: number | null;
  @JsonColumn() details!: Record<string, string | number | null>;
  @TextColumn(160, { unique: true }) dedupKey!: string;
  @InstantColumn() createdAt!: number;
}
