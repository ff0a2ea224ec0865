import type { CalendarDate } from './calendar-date';
import type { ObligationKind } from './obligations';

/** Why a term was not kept; a manager may correct the machine's finding with a reason. */
export const BREACH_CAUSES = [
  'customer_never_supplied',
  'we_were_late',
  'gateway_down',
  'calendar_changed',
] as const;
export type BreachCause = (typeof BREACH_CAUSES)[number];

/** What was known of the claim when its term passed. */
export interface BreachFacts {
  kind: ObligationKind;
  dueOn: CalendarDate;
  latestSafeAt: number;
  /** The later day from which a change of the calendar had taken the term; null when none did. */
  movedFrom: CalendarDate | null;
  /** Required papers that were missing. */
  missing: readonly string[];
  /** When a letter first asked for them and left; null when none did. */
  askedAt: number | null;
  approvedAt: number | null;
  /** Money of the approval that the gateway had not accepted. */
  refundsUnderway: number;
  /** A person had stopped all payouts, or the product itself had. */
  payoutsStopped: boolean;
  /** A cap of the shop's own settings held the money back. */
  heldByCap?: boolean;
  /** The recorded outage between approval and last day; absent from breaches of older versions. */
  outage?: { from: number; to: number | null } | null;
}

const REFUNDS: readonly ObligationKind[] = ['refund_10_days', 'card_refund_3_working_days'];

/**
 * The cause that the facts speak for. Only a term for money is excused by papers that never came or by the gateway: an
 * answer is owed in any case, to the customer as to an authority. What no fact excuses was our own lateness.
 * @see docs/rules.md R-34
 */
export function breachCause(facts: BreachFacts): BreachCause {
  const { kind, dueOn, latestSafeAt, movedFrom, missing, askedAt, approvedAt } = facts;
  if (movedFrom !== null && movedFrom > dueOn) return 'calendar_changed';
  if (!REFUNDS.includes(kind)) return 'we_were_late';
  const approvedInTime = approvedAt !== null && approvedAt <= latestSafeAt;
  const heldByUs = facts.payoutsStopped || facts.heldByCap === true;
  if (approvedInTime && facts.refundsUnderway > 0 && !heldByUs) return 'gateway_down';
  if (missing.length > 0 && askedAt !== null && askedAt < latestSafeAt) return 'customer_never_supplied';
  return 'we_were_late';
}

/** Who had a claim, from when to when; null means nobody. */
export interface Holder {
  userId: string | null;
  from: number;
  to: number;
}

/**
 * Who had the claim in a stretch of time, out of its assignments.
 * @param moves - assignments of the claim, oldest first, with who had it before
 * @param current - who has it now; counts when it was never assigned by an act
 */
export function holdersOf(
  from: number,
  to: number,
  moves: readonly { at: number; from: string | null; to: string | null }[],
  current: string | null,
): Holder[] {
  const holders: Holder[] = [];
  let holder = moves.length > 0 ? (moves[0]?.from ?? null) : current;
  let since = from;
  for (const move of moves) {
    if (move.at >= to) break;
    if (move.at > since) holders.push({ userId: holder, from: since, to: move.at });
    holder = move.to;
    since = Math.max(since, move.at);
  }
  holders.push({ userId: holder, from: since, to });
  return holders;
}
