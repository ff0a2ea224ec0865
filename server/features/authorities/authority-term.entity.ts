import { Entity, Index, PrimaryColumn } from 'typeorm';
import {
  CountColumn,
  DateColumn,
  FlagColumn,
  IdColumn,
  InstantColumn,
  LongTextColumn,
  TextColumn,
} from '../../adapters/db/columns';
import type { AuthorityStart } from '../../domain/authority-terms';

/** The term of one kind of authority from a day on; rows are added, never changed. */
@Entity('authority_terms')
@Index(['code', 'validFrom'], { unique: true })
export class AuthorityTermEntity {
  @PrimaryColumn({ type: 'varchar', length: 36 }) id!: string;
  @TextColumn(30) code!: string;
  @TextColumn(100) nameKk!: string;
  @TextColumn(100) nameRu!: string;
  @TextColumn(100) nameEn!: string;
  @CountColumn() days!: number;
  @TextColumn(8) unit!: 'calendar' | 'working';
  @FlagColumn() rollForward!: boolean;
  @TextColumn(20) start!: AuthorityStart;
  /** Citation of the law or the order that sets the term. */
  @TextColumn(200) article!: string;
  /** False: from this day on no new request of the kind is recorded. */
  @FlagColumn() active!: boolean;
  @DateColumn() validFrom!: string;
  @LongTextColumn() reason!: string;
  @IdColumn({ nullable: true }) createdById!: string | null;
  @InstantColumn() createdAt!: number;
}
