import { Entity, Index, PrimaryColumn } from 'typeorm';
import { DateColumn, IdColumn, InstantColumn, MinorColumn, TextColumn } from '../../adapters/db/columns';

/**
 * Takes a ledger entry back: money that had arrived came back from the bank. One row a refund, with its proof; it
 * belongs to the month in which it was written down, whatever month the refund was of.
 */
@Entity('refund_reversals')
export class RefundReversalEntity {
  @PrimaryColumn({ type: 'varchar', length: 36 }) id!: string;
  @IdColumn({ unique: true }) refundId!: string;
  @IdColumn() attemptId!: string;
  @Index() @IdColumn() paymentId!: string;
  @MinorColumn() amountMinor!: number;
  /** When the bank's statement shows it back. */
  @DateColumn() reversedOn!: string;
  /** The line of the statement, or the number of the bank's letter. */
  @TextColumn(200, { nullable: true }) reference!: string | null;
  /** A paper of the claim that shows it. */
  @IdColumn({ nullable: true }) documentId!: string | null;
  @TextColumn(1000) reason!: string;
  @IdColumn() byId!: string;
  @InstantColumn() at!: number;
}
