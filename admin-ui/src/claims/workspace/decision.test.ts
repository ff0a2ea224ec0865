import type { Claim, PaymentCandidate } from '../../shared/types';
import { checkDraft, type Draft } from './decision';

const draft = (part: Partial<Draft>): Draft => ({
  mode: 'whole',
  lines: [],
  amount: '',
  reasonCode: 'changed_mind_after_handover',
  note: '',
  ...part,
});
const payment = (paymentId: string, amountMinor: number, refundedMinor = 0): PaymentCandidate => ({
  paymentId,
  transactionId: 1,
  amountMinor,
  refundedMinor,
  currency: 'KZT',
  status: 'Completed',
  cardLastFour: null,
  createdAt: '2026-11-18T00:00:00.000Z',
  reasons: [],
});
const claim = {
  requestedMinor: 1_500_000,
  currency: 'KZT',
  lines: [
    { id: 'cup', askedMinor: 1_000_000 },
    { id: 'tea', askedMinor: 500_000 },
  ],
} as Claim;

it('refunds the whole sum to the one payment', () => {
  expect(checkDraft(draft({}), claim, [payment('p', 2_000_000)])).toEqual({
    totalMinor: 1_500_000,
    refunds: [{ paymentId: 'p', amountMinor: 1_500_000 }],
    problem: null,
  });
});

it('spreads an order that was paid twice over both payments', () => {
  const { refunds } = checkDraft(draft({}), claim, [payment('a', 1_000_000), payment('b', 900_000)]);
  expect(refunds).toEqual([
    { paymentId: 'a', amountMinor: 789_474 },
    { paymentId: 'b', amountMinor: 710_526 },
  ]);
});

it('adds the delivery fee where the whole order comes back', () => {
  const orderDetails = {
    deliveryBack: { whole: 150_000, part: 0 },
    lines: [
      { id: 'o1', quantity: 1 },
      { id: 'o2', quantity: 2 },
    ],
  };
  const lines = [
    { id: 'cup', askedMinor: 1_000_000, orderLineId: 'o1', quantity: 1 },
    { id: 'tea', askedMinor: 500_000, orderLineId: 'o2', quantity: 2 },
  ];
  const whole = { ...claim, lines, orderDetails } as unknown as Claim;
  expect(checkDraft(draft({}), whole, [payment('p', 2_000_000)]).totalMinor).toBe(1_650_000);
  const part = checkDraft(draft({ mode: 'lines', lines: ['cup'] }), whole, [payment('p', 2_000_000)]);
  expect(part.totalMinor).toBe(1_000_000);
});

it('binds the sum to the ticked lines', () => {
  const { refunds } = checkDraft(draft({ mode: 'lines', lines: ['tea'] }), claim, [payment('p', 2_000_000)]);
  expect(refunds).toEqual([{ paymentId: 'p', amountMinor: 500_000, lines: ['tea'] }]);
});

it.each([
  [draft({}), [payment('p', 2_000_000, 600_000)], 'claim.decide.overCap', 'more than is left'],
  [draft({}), [], 'claim.decide.noPayment', 'no payment'],
  [draft({ mode: 'lines' }), [payment('p', 2_000_000)], 'claim.decide.noLines', 'no line'],
  [draft({ mode: 'partial', amount: '0' }), [payment('p', 2_000_000)], 'claim.decide.positive', 'zero'],
  [draft({ mode: 'partial', amount: 'x' }), [payment('p', 2_000_000)], 'claim.decide.positive', 'no number'],
  [draft({ reasonCode: '' }), [payment('p', 2_000_000)], 'claim.decide.noReason', 'no reason'],
])('sends nothing when it cannot stand: %#', (given, payments, key) => {
  expect(checkDraft(given, claim, payments).problem?.key).toBe(key);
});

it('rejects without any payment', () => {
  expect(checkDraft(draft({ mode: 'reject', reasonCode: 'out_of_term' }), claim, []).problem).toBeNull();
});
