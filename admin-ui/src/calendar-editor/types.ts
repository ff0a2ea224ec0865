import type { CalendarDayKind } from '../../../server/domain/calendar';
import type { DayEdit, YearEdit } from '../../../server/domain/calendar-change';
import type { ClaimState } from '../../../server/domain/claim';

export type { DayEdit, YearEdit } from '../../../server/domain/calendar-change';

/** What a day is to be; null makes it ordinary again. */
export type Kind = CalendarDayKind | null;

/** A change as the server keeps it. */
export interface Change {
  id: string;
  state: 'draft' | 'publishing' | 'published' | 'discarded';
  reason: string;
  days: DayEdit[];
  years: YearEdit[];
  createdById: string;
  createdAt: string;
  publishedAt: string | null;
  total: number;
  done: number;
  moved: number;
  earlier: number;
  late: number;
  told: number;
}

/** What a draft would do to the open claims. */
export interface Preview {
  claims: number;
  moved: number;
  earlier: number;
  later: number;
  late: number;
  told: number;
  rows: {
    claimId: string;
    number: string;
    kind: string;
    state: ClaimState | null;
    fromOn: string;
    toOn: string;
    late: boolean;
    toldOn: string | null;
  }[];
  dates: { fromOn: string; toOn: string; terms: number }[];
}

export interface Reminder {
  code: 'next_year' | 'kurban_ait';
  year: number;
}
