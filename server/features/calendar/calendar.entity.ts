import { Entity, Index, PrimaryColumn } from 'typeorm';
import {
  CountColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  LongTextColumn,
  TextColumn,
} from '../../adapters/db/columns';
import type { DayEdit, YearEdit } from '../../domain/calendar-change';

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
  /** Who put it so; null for the days that the product ships. */
  @IdColumn({ nullable: true }) authorId!: string | null;
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

/** What a day was before a change. */
export type DayBefore = Pick<CalendarDayEntity, 'id' | 'kind' | 'nameKk' | 'nameRu' | 'nameEn' | 'source'>;

/**
 * One change of the calendar: a draft until somebody publishes it, then at work on the open claims (`publishing`)
 * until each of them is counted anew. Published ones are the history of the calendar.
 */
@Entity('calendar_changes')
@Index(['state', 'publishedAt'])
export class CalendarChangeEntity {
  @PrimaryColumn({ type: 'varchar', length: 36 }) id!: string;
  @TextColumn(12) state!: 'draft' | 'publishing' | 'published' | 'discarded';
  @LongTextColumn() reason!: string;
  @JsonColumn() days!: DayEdit[];
  @JsonColumn() years!: YearEdit[];
  /** Versions of the years that it touches, as they were when it was drafted. */
  @JsonColumn() base!: Record<string, number>;
  /** The days that it replaced, for the record; null in a draft. */
  @JsonColumn({ nullable: true }) before!: DayBefore[] | null;
  @IdColumn() createdById!: string;
  @InstantColumn() createdAt!: number;
  @IdColumn({ nullable: true }) publishedById!: string | null;
  @InstantColumn({ nullable: true }) publishedAt!: number | null;
  @InstantColumn({ nullable: true }) finishedAt!: number | null;
  /** The last claim that was counted anew; it goes up with the claims, in one transaction. */
  @TextColumn(36) cursor!: string;
  /** Open claims that it had to look at, and how far it is. */
  @CountColumn() total!: number;
  @CountColumn() done!: number;
  @CountColumn() moved!: number;
  @CountColumn() earlier!: number;
  @CountColumn() late!: number;
  @CountColumn() told!: number;
  @CountColumn() version!: number;
}
