import { authorityCode } from './authority-terms';
import type { CalendarDate } from './calendar-date';
import type { Obligation } from './obligations';

/** The columns a claim is sorted by. */
export interface Nearest {
  /** The last day of the nearest open term, inclusive. */
  dueOn: CalendarDate;
  /** The first instant after it. */
  dueAt: number;
  /** The earliest "send by" of all open terms: business hours a working day before, for an answer or an authority the internal target. */
  latestSafeAt: number;
  provisional: boolean;
}

/** What of a term decides its place in a queue. */
export type OpenTerm = Pick<
  Obligation,
  'kind' | 'open' | 'dueOn' | 'dueAt' | 'latestSafeAt' | 'internalTargetAt' | 'provisional'
>;

/**
 * The nearest term that still asks for an act, an overdue one first; null when nothing runs.
 * Where two terms cover one refund, the earlier date rules (reference §2).
 */
export function nearest(obligations: readonly OpenTerm[]): Nearest | null {
  const open = obligations.filter((obligation) => obligation.open);
  const [first, ...others] = open;
  if (!first) return null;
  const { dueOn, dueAt, provisional } = others.reduce(
    (best, each) => (each.dueAt < best.dueAt ? each : best),
    first,
  );
  return { dueOn, dueAt, provisional, latestSafeAt: Math.min(...open.map(safeAt)) };
}

/** An answer, to the customer or to an authority, needs no bank, so its own target is safe. */
function safeAt({ kind, latestSafeAt, internalTargetAt }: OpenTerm): number {
  return kind === 'answer_10_days' || authorityCode(kind) !== null ? internalTargetAt : latestSafeAt;
}
