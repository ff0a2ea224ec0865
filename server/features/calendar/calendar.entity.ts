import { Entity, PrimaryColumn } from 'typeorm';
import { CountColumn, InstantColumn, LongTextColumn, TextColumn } from '../../adapters/db/columns';

/** A day that differs from the plain week. */
@Entity('calendar_days')
export class CalendarDayEntity {
  /** `YYYY-MM-DD`; also the id at the API. */
  @PrimaryColumn({ type: 'varchar', length: 10 }) id!: string;
  @TextColumn(20) kind!: 'holiday' | 'day_off' | 'moved_day_off' | 'working_weekend';
  @TextColumn(200) nameKk!: string;
  @TextColumn(200) nameRu!: string;
  @TextColumn(200) nameEn!: string;
  @LongTextColumn() source!: string;
  @TextColumn(8) confidence!: 'high' | 'medium' | 'low';
  @CountColumn() version!: number;
}

/** A year may be counted in; a `provisional` one says so wherever a date leans on it. */
@Entity('calendar_years')
export class CalendarYearEntity {
  @PrimaryColumn({ type: 'integer' }) year!: number;
  @TextColumn(12) state!: 'published' | 'provisional';
  @TextColumn(40) calendarVersion!: string;
  @InstantColumn() updatedAt!: number;
}
