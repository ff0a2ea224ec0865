import type { ClaimState } from '../../../server/domain/claim';
import type { TraceDay } from '../../../server/domain/count-term';
import type { DeadlineTone } from '../theme/augment';
import { dayInAlmaty, daysBetween, timeInAlmaty } from './format';
import type { Claim, Obligation } from './types';

/** What a deadline chip says: its colour, the key of its words and what fills them. */
export interface DeadlineFacts {
  tone: DeadlineTone;
  text: string;
  args: Record<string, unknown>;
  /** The last day, to stand under the chip. */
  dueOn: string | null;
}

type Clocks = Pick<Claim, 'state' | 'dueOn' | 'dueAt' | 'closedAt'> & { obligations?: Obligation[] };

/**
 * The chip of a claim. Red when the first instant after the last day has come; violet while the claim waits for
 * papers; amber on the last working day and the day before; grey otherwise. Working days are counted from the
 * trace when the record brings it, else a five-day week stands in.
 */
export function deadlineOfClaim(claim: Clocks, now: Date): DeadlineFacts {
  const { dueOn, dueAt, obligations = [] } = claim;
  if (!dueOn || !dueAt) return ended(claim, obligations);
  const running = obligations.find((one) => one.status === 'running' && one.dueOn === dueOn);
  if (Date.parse(dueAt) <= now.getTime()) return overdue(dueOn, now, running?.trace);
  if (WAITS.includes(claim.state)) return { tone: 'paused', text: 'app.deadline.paused', args: {}, dueOn };
  return left(dueOn, running?.internalTargetAt ?? null, now, running?.trace);
}

/** The chip of one obligation. */
export function deadlineOfObligation(one: Obligation, now: Date): DeadlineFacts {
  const { dueOn, dueAt, status } = one;
  if (status === 'met') return { tone: 'met', text: 'app.deadline.met', args: {}, dueOn };
  if (status === 'breached') return { tone: 'overdue', text: 'app.deadline.breached', args: {}, dueOn };
  if (status === 'void' || !dueOn || !dueAt) {
    return {
      tone: 'paused',
      text: status === 'void' ? 'claim.obligationStatus.void' : 'app.deadline.paused',
      args: {},
      dueOn,
    };
  }
  if (Date.parse(dueAt) <= now.getTime()) return overdue(dueOn, now, one.trace);
  return left(dueOn, one.internalTargetAt, now, one.trace);
}

/** Working days from one date to a later one, the first not counted, the last counted. */
export function workingDaysBetween(from: string, to: string, trace: readonly TraceDay[] = []): number {
  const known = new Map(trace.map((step) => [step.day, step.working]));
  let count = 0;
  for (let i = 1; i <= daysBetween(from, to); i += 1) {
    const day = new Date(Date.parse(from) + i * 86_400_000);
    const weekend = day.getUTCDay() === 0 || day.getUTCDay() === 6;
    if (known.get(day.toISOString().slice(0, 10)) ?? !weekend) count += 1;
  }
  return count;
}

const WAITS: readonly ClaimState[] = ['needs_documents'];

function ended(claim: Clocks, obligations: readonly Obligation[]): DeadlineFacts {
  if (obligations.some((one) => one.status === 'breached')) {
    return { tone: 'overdue', text: 'app.deadline.breached', args: {}, dueOn: null };
  }
  if (claim.closedAt && obligations.some((one) => one.status === 'met')) {
    return { tone: 'met', text: 'app.deadline.met', args: {}, dueOn: null };
  }
  return { tone: 'safe', text: 'app.deadline.none', args: {}, dueOn: null };
}

function overdue(dueOn: string, now: Date, trace?: readonly TraceDay[]): DeadlineFacts {
  const days = workingDaysBetween(dueOn, dayInAlmaty(now), trace);
  return days === 0
    ? { tone: 'overdue', text: 'app.deadline.overdueToday', args: {}, dueOn }
    : { tone: 'overdue', text: 'app.deadline.overdue', args: { smart_count: days }, dueOn };
}

function left(dueOn: string, target: string | null, now: Date, trace?: readonly TraceDay[]): DeadlineFacts {
  const today = dayInAlmaty(now);
  const aim = target ? dayInAlmaty(target) : dueOn;
  const days = workingDaysBetween(today, aim, trace);
  if (days > 0)
    return {
      tone: days < 2 ? 'soon' : 'safe',
      text: 'app.deadline.left',
      args: { smart_count: days },
      dueOn,
    };
  const before = target && aim === today && Date.parse(target) > now.getTime();
  return before
    ? { tone: 'soon', text: 'app.deadline.today', args: { time: timeInAlmaty(target) }, dueOn }
    : {
        tone: 'soon',
        text: dueOn === today ? 'app.deadline.todayLast' : 'app.deadline.last',
        args: { date: dueOn },
        dueOn,
      };
}
