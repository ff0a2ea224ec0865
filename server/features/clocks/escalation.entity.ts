import { Entity, Index, PrimaryColumn } from 'typeorm';
import { DateColumn, FlagColumn, IdColumn, InstantColumn, TextColumn } from '../../adapters/db/columns';
import type { EscalationStep } from '../../domain/escalation';
import type { ObligationKind } from '../../domain/obligations';

/** A step that a term has reached; one row a step of each date, whatever runs twice or wakes late. */
@Entity('escalations')
@Index(['obligationId', 'dueOn', 'step'], { unique: true })
export class EscalationEntity {
  @PrimaryColumn({ type: 'varchar', length: 36 }) id!: string;
  @IdColumn() obligationId!: string;
  @Index() @IdColumn() claimId!: string;
  @TextColumn(40) kind!: ObligationKind;
  @DateColumn() dueOn!: string;
  @TextColumn(8) step!: EscalationStep;
  /** A later step had been reached too when this one was seen, so nobody was told of it. */
  @FlagColumn() overtaken!: boolean;
  /** Who had the claim. */
  @IdColumn({ nullable: true }) holderId!: string | null;
  /** When the step was due, and when it was seen. */
  @InstantColumn() stepAt!: number;
  @InstantColumn() at!: number;
}

/** One step for one member of staff. */
@Entity('warnings')
@Index(['escalationId', 'userId'], { unique: true })
@Index(['userId', 'seenAt', 'at'])
@Index(['mailedAt', 'userId'])
export class WarningEntity {
  @PrimaryColumn({ type: 'varchar', length: 36 }) id!: string;
  @IdColumn() escalationId!: string;
  @IdColumn() userId!: string;
  @IdColumn() claimId!: string;
  @TextColumn(20) claimNumber!: string;
  @TextColumn(40) kind!: ObligationKind;
  @TextColumn(8) step!: EscalationStep;
  @DateColumn() dueOn!: string;
  @InstantColumn() at!: number;
  @InstantColumn({ nullable: true }) seenAt!: number | null;
  /** When it went into a digest; 0 for one that needed no mail any more. */
  @InstantColumn({ nullable: true }) mailedAt!: number | null;
}
