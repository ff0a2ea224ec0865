import { Entity, Index, PrimaryColumn } from 'typeorm';
import {
  DateColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  LongTextColumn,
  TextColumn,
} from '../../adapters/db/columns';

/** One value of a legal setting from a date on; rows are added, never changed. */
@Entity('settings')
@Index(['key', 'validFrom'], { unique: true })
export class SettingEntity {
  @PrimaryColumn({ type: 'varchar', length: 36 }) id!: string;
  @TextColumn(60) key!: string;
  @JsonColumn() value!: unknown;
  @DateColumn() validFrom!: string;
  @LongTextColumn() reason!: string;
  @TextColumn(300) law!: string;
  @IdColumn({ nullable: true }) createdById!: string | null;
  @InstantColumn() createdAt!: number;
}

/** Facts of the installation that every instance shares: payouts stopped, demo seeded, … */
@Entity('system_flags')
export class SystemFlagEntity {
  @PrimaryColumn({ type: 'varchar', length: 60 }) key!: string;
  @JsonColumn() value!: unknown;
  @InstantColumn() updatedAt!: number;
}
