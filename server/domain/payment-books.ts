import { inDoubt, moneyWent, type AttemptState } from './attempt';
import { sumMinor } from './money';

/** What we have written down about our own refunds of one payment. */
export interface PaymentBooks {
  paidMinor: number;
  refunds: readonly { id: string; amountMinor: number; state: AttemptState }[];
  attempts: readonly {
    refundId: string;
    number: number;
    amountMinor: number;
    state: AttemptState;
    sends: number;
    firstSentAt: number | null;
  }[];
  ledger: readonly { refundId: string; amountMinor: number }[];
}

export const BOOK_RULES = [
  /** What went or may have gone is no more than was paid. */
  'beyond_paid',
  /** One attempt at a time may be in doubt. */
  'two_in_doubt',
  /** A refund goes once, whatever attempts it takes. */
  'paid_twice',
  /** A refund, its attempts and its entry are about the same sum. */
  'sums_differ',
  /** A refund is what its last attempt is. */
  'states_differ',
  /** What certainly went has one entry, nothing else has any. */
  'ledger_differs',
  /** What was sent says since when, or its key could be used for ever. */
  'sent_without_time',
] as const;
export type BookRule = (typeof BOOK_RULES)[number];

/**
 * The rules that the books of a payment break. Every transaction keeps them; one that is broken means that a program or
 * a hand has written what it must not, and that nothing may be sent on the strength of these rows.
 */
export function brokenRules(books: PaymentBooks): BookRule[] {
  const { paidMinor, refunds, attempts } = books;
  const gone = attempts.filter(({ state }) => moneyWent(state) || inDoubt(state));
  const broken: Record<BookRule, boolean> = {
    beyond_paid: sumMinor(gone.map(({ amountMinor }) => amountMinor)) > paidMinor,
    two_in_doubt: attempts.filter(({ state }) => inDoubt(state)).length > 1,
    paid_twice: refunds.some(({ id }) => gone.filter(({ refundId }) => refundId === id).length > 1),
    sums_differ: refunds.some(({ id, amountMinor }) =>
      [...of(attempts, id), ...of(books.ledger, id)].some((row) => row.amountMinor !== amountMinor),
    ),
    states_differ: refunds.some(({ id, state }) => lastOf(of(attempts, id))?.state !== state),
    ledger_differs: refunds.some(({ id, state }) => !fits(of(books.ledger, id).length, state)),
    sent_without_time: attempts.some(
      ({ state, sends, firstSentAt }) => inDoubt(state) && (sends < 1 || firstSentAt === null),
    ),
  };
  return BOOK_RULES.filter((rule) => broken[rule]);
}

function of<T extends { refundId: string }>(rows: readonly T[], refundId: string): T[] {
  return rows.filter((row) => row.refundId === refundId);
}

function lastOf<T extends { number: number }>(attempts: readonly T[]): T | undefined {
  return [...attempts].sort((a, b) => b.number - a.number)[0];
}

/** The entry of money that came back later stays. */
function fits(entries: number, state: AttemptState): boolean {
  return entries === (moneyWent(state) || state === 'reversed' ? 1 : 0);
}
