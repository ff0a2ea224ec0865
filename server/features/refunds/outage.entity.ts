import { Entity, Index, PrimaryColumn } from 'typeorm';
import { InstantColumn, TextColumn } from '../../adapters/db/columns';
import type { Channel } from './breaker';

/** A stretch in which the gateway was away: what breached terms are excused by. At most one is open at a time. */
@Entity('gateway_outages')
export class GatewayOutageEntity {
  @PrimaryColumn({ type: 'varchar', length: 36 }) id!: string;
  /** What did not answer: questions, or payouts alone. */
  @TextColumn(10) channel!: Channel;
  /** The first failure of the row. */
  @Index() @InstantColumn() startedAt!: number;
  /** When it was taken for an outage; an answer from later than this ends it. */
  @InstantColumn() noticedAt!: number;
  @InstantColumn({ nullable: true }) endedAt!: number | null;
  /** `open`, or null once it has ended: unique, so that two processes never record the same one twice. */
  @TextColumn(4, { nullable: true, unique: true }) openMark!: 'open' | null;
}
