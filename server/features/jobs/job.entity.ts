import { Entity, Index, PrimaryColumn } from 'typeorm';
import {
  CountColumn,
  InstantColumn,
  JsonColumn,
  LongTextColumn,
  TextColumn,
} from '../../adapters/db/columns';

/** Work to do later, exactly one row a `dedupKey`; handlers are idempotent. */
@Entity('jobs')
@Index(['state', 'runAt'])
export class JobEntity {
  @PrimaryColumn({ type: 'varchar', length: 36 }) id!: string;
  @TextColumn(60) kind!: string;
  @TextColumn(160, { unique: true }) dedupKey!: string;
  @JsonColumn() payload!: object;
  @TextColumn(8) state!: 'ready' | 'done' | 'dead';
  @InstantColumn() runAt!: number;
  @InstantColumn() leaseUntil!: number;
  @CountColumn() fence!: number;
  @CountColumn() tries!: number;
  @LongTextColumn({ nullable: true }) lastError!: string | null;
  @InstantColumn() createdAt!: number;
  @InstantColumn({ nullable: true }) finishedAt!: number | null;
}
