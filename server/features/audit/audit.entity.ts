import { Entity, Index, PrimaryColumn } from 'typeorm';
import {
  CountColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  LongTextColumn,
  TextColumn,
} from '../../adapters/db/columns';

/** Who did what. Written in the transaction of the change; triggers forbid update and delete. */
@Entity('audit_events')
@Index(['claimId', 'at'])
@Index(['at', 'id'])
@Index(['resource', 'resourceId'])
export class AuditEventEntity {
  @PrimaryColumn({ type: 'varchar', length: 36 }) id!: string;
  @InstantColumn() at!: number;
  /** Null for the system itself. */
  @IdColumn({ nullable: true }) actorId!: string | null;
  /** `<resource>.<act>`, such as `claim.proposed`. */
  @TextColumn(60) action!: string;
  @TextColumn(40) resource!: string;
  @TextColumn(80, { nullable: true }) resourceId!: string | null;
  @IdColumn({ nullable: true }) claimId!: string | null;
  /** Codes, sums and ids; no personal values. */
  @JsonColumn() data!: object;
  /** Personal values of the change, sealed under the claim's key. */
  @LongTextColumn({ nullable: true }) sealed!: string | null;
  @TextColumn(64, { nullable: true }) requestId!: string | null;
  @TextColumn(64, { nullable: true }) address!: string | null;
}

/** One link of the hash chain over the events, appended by a single leased job. */
@Entity('audit_seals')
export class AuditSealEntity {
  @PrimaryColumn({ type: 'integer' }) seq!: number;
  @IdColumn({ unique: true }) eventId!: string;
  @TextColumn(64) prevHash!: string;
  @TextColumn(64) hash!: string;
  @CountColumn() format!: number;
}
