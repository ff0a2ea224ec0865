import { Entity, Index, PrimaryColumn } from 'typeorm';
import { CountColumn, IdColumn, InstantColumn, LongTextColumn, TextColumn } from '../adapters/db/columns';

/** First answer to a command id, given again when the command is repeated. */
@Entity('commands')
@Index(['createdAt'])
export class CommandEntity {
  @PrimaryColumn({ type: 'varchar', length: 100 }) commandId!: string;
  @IdColumn() actorId!: string;
  @TextColumn(100) action!: string;
  @CountColumn() status!: number;
  @LongTextColumn() response!: string;
  @InstantColumn() createdAt!: number;
}
