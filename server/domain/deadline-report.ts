import { startOfDay } from './almaty-time';
import { BREACH_CAUSES, type BreachCause } from './breach-cause';
import type { CalendarDate } from './calendar-date';
import { CLAIM_STATES, type ClaimState } from './claim';
import { OBLIGATION_KINDS, type ObligationKind, type ObligationStatus } from './obligations';
import { type StateTimes, timesUntil } from './state-times';

/** How the terms whose last day lies in a month ended; figures only, no claim and no person. */
export interface DeadlineReport {
  month: string;
  terms: {
    kind: ObligationKind;
    met: number;
    breached: number;
    /** Breached and still not done. */
    open: number;
    running: number;
    void: number;
    /** Met of all that were judged, in per cent; null when none was. */
    onTime: number | null;
    /** How late the late ones were done, on average. */
    lateMs: number | null;
  }[];
  causes: { cause: BreachCause | 'unrecorded'; kind: ObligationKind; count: number }[];
  closed: number;
  /** Of the claims that were closed in the month: how long they stood in each state. */
  states: { state: ClaimState; claims: number; averageMs: number; medianMs: number; longestMs: number }[];
}

export interface TermCount {
  kind: ObligationKind;
  status: ObligationStatus;
  open: boolean;
  count: number;
  /** Sum of the delays of those that were done late. */
  lateMs: number;
  late: number;
}

/** First and last instants of the terms of a month: a term's `dueAt` is the first moment that is too late. */
export function monthSpan(month: string): { after: number; until: number } {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const first = (of: number, inMonth: number): CalendarDate =>
    `${String(of)}-${String(inMonth).padStart(2, '0')}-01`;
  const next = number === 12 ? first(year + 1, 1) : first(year, number + 1);
  return { after: startOfDay(first(year, number)), until: startOfDay(next) };
}

/** @see docs/rules.md R-37 */
export function deadlineReport(
  month: string,
  terms: readonly TermCount[],
  breaches: readonly { kind: ObligationKind; cause: BreachCause; count: number }[],
  closed: readonly { times: StateTimes; closedAt: number }[],
): DeadlineReport {
  return {
    month,
    terms: kindsOf(terms).map((kind) => termsOf(kind, terms)),
    causes: causesOf(terms, breaches),
    closed: closed.length,
    states: statesOf(closed),
  };
}

/** The terms of every claim, and those of the authorities that asked. */
function kindsOf(terms: readonly TermCount[]): ObligationKind[] {
  return [...new Set([...OBLIGATION_KINDS, ...terms.map(({ kind }) => kind).sort()])];
}

function termsOf(kind: ObligationKind, all: readonly TermCount[]): DeadlineReport['terms'][number] {
  const mine = all.filter((row) => row.kind === kind);
  const sum = (rows: readonly TermCount[], of: 'count' | 'lateMs' | 'late' = 'count') =>
    rows.reduce((total, row) => total + row[of], 0);
  const by = (status: ObligationStatus) => mine.filter((row) => row.status === status);
  const [met, breached, late] = [sum(by('met')), sum(by('breached')), sum(by('breached'), 'late')];
  return {
    kind,
    met,
    breached,
    open: sum(by('breached').filter(({ open }) => open)),
    running: sum(by('running')),
    void: sum(by('void')),
    onTime: met + breached === 0 ? null : Math.round((met / (met + breached)) * 1000) / 10,
    lateMs: late === 0 ? null : Math.round(sum(by('breached'), 'lateMs') / late),
  };
}

/** What was breached before causes were recorded stands apart, so that the sums agree. */
function causesOf(
  terms: readonly TermCount[],
  breaches: readonly { kind: ObligationKind; cause: BreachCause; count: number }[],
): DeadlineReport['causes'] {
  return kindsOf(terms).flatMap((kind) => {
    const known = BREACH_CAUSES.map((cause) => ({
      cause,
      kind,
      count: breaches
        .filter((row) => row.kind === kind && row.cause === cause)
        .reduce((total, { count }) => total + count, 0),
    }));
    const recorded = known.reduce((total, { count }) => total + count, 0);
    const unrecorded = {
      cause: 'unrecorded' as const,
      kind,
      count: termsOf(kind, terms).breached - recorded,
    };
    return [...known, unrecorded].filter(({ count }) => count > 0);
  });
}

function statesOf(closed: readonly { times: StateTimes; closedAt: number }[]): DeadlineReport['states'] {
  const spent = closed.map(({ times, closedAt }) => timesUntil(times, closedAt));
  return CLAIM_STATES.flatMap((state) => {
    const times = spent
      .flatMap((each) => each[state] ?? [])
      .filter((ms) => ms > 0)
      .sort((a, b) => a - b);
    if (times.length === 0) return [];
    const total = times.reduce((sum, ms) => sum + ms, 0);
    return [
      {
        state,
        claims: times.length,
        averageMs: Math.round(total / times.length),
        medianMs: times[Math.floor((times.length - 1) / 2)] ?? 0,
        longestMs: times.at(-1) ?? 0,
      },
    ];
  });
}
