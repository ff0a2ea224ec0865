import { Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn, JsonColumn, LongTextColumn, TextColumn } from '../../adapters/db/columns';

/** A raw notification on its way to the shop's own address; deleted as soon as it is there. */
@Entity('webhook_forwards')
export class WebhookForwardEntity {
  @PrimaryColumn({ type: 'varchar', length: 36 }) id!: string;
  @TextColumn(12) type!: string;
  /** Content type and signatures. */
  @JsonColumn() headers!: Record<string, string>;
  /** The bytes in base64, sealed. */
  @LongTextColumn() sealed!: string;
  @LongTextColumn() wrappedKey!: string;
  @InstantColumn() createdAt!: number;
}
