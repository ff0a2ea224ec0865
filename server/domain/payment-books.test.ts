import { BOOK_RULES, type BookRule, brokenRules, type PaymentBooks } from './payment-books';

/** A refund that a first attempt failed to bring and a second one brought, and one that waits. */
function sound() {
  const attempt = { amountMinor: 4_000, sends: 1, firstSentAt: 1_000 as number | null };
  return {
    paidMinor: 10_000,
    refunds: [
      { id: 'a', amountMinor: 4_000, state: 'settled' },
      { id: 'b', amountMinor: 6_000, state: 'unknown' },
    ],
    attempts: [
      { ...attempt, refundId: 'a', number: 1, state: 'refused' },
      { ...attempt, refundId: 'a', number: 2, state: 'settled' },
      { ...attempt, refundId: 'b', number: 1, state: 'unknown', amountMinor: 6_000 },
    ],
    ledger: [{ refundId: 'a', amountMinor: 4_000 }],
  } satisfies PaymentBooks;
}
type Books = PaymentBooks & { [K in 'refunds' | 'attempts' | 'ledger']: PaymentBooks[K][number][] };

it('finds nothing in sound books', () => {
  expect(brokenRules(sound())).toEqual([]);
  expect(brokenRules({ paidMinor: 1, refunds: [], attempts: [], ledger: [] })).toEqual([]);
});

const BREAK: Record<BookRule, (books: Books) => void> = {
  beyond_paid: (books) => (books.paidMinor = 9_999),
  two_in_doubt: ({ attempts }) => Object.assign(attempts[0] ?? {}, { state: 'manual' }),
  paid_twice: ({ attempts }) => Object.assign(attempts[0] ?? {}, { state: 'accepted' }),
  sums_differ: ({ ledger }) => Object.assign(ledger[0] ?? {}, { amountMinor: 4_001 }),
  states_differ: ({ refunds }) => Object.assign(refunds[0] ?? {}, { state: 'accepted' }),
  ledger_differs: ({ ledger }) => ledger.pop(),
  sent_without_time: ({ attempts }) => Object.assign(attempts[2] ?? {}, { firstSentAt: null }),
};

it.each(BOOK_RULES)('finds that %s', (rule) => {
  const books: Books = sound();
  BREAK[rule](books);
  expect(brokenRules(books)).toContain(rule);
});

it.each([
  ['an entry of what did not go', (books: Books) => books.ledger.push({ refundId: 'b', amountMinor: 6_000 })],
  ['two entries of what went', (books: Books) => books.ledger.push({ refundId: 'a', amountMinor: 4_000 })],
])('takes no %s', (_, change) => {
  const books: Books = sound();
  change(books);
  expect(brokenRules(books)).toEqual(['ledger_differs']);
});
