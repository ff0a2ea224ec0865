import * as fc from 'fast-check';
import { CLAIM_KINDS, type ClaimKind } from './claim';
import { InvalidInput, OverRefund } from './errors';
import { DEFAULT_LEGAL_SETTINGS } from './legal-settings';
import {
  lineSum,
  lineSums,
  piecesSum,
  purchaseSum,
  refundsDelivery,
  splitOverPayments,
  type OrderSums,
} from './line-sums';
import { returnedSum } from './returned-sum';

const order: OrderSums = {
  lines: [
    { id: 'cup', quantity: 2, unitMinor: 625_000, discountMinor: 0 },
    { id: 'sticks', quantity: 4, unitMinor: 122_500, discountMinor: 0 },
    { id: 'teapot', quantity: 1, unitMinor: 1_500_000, discountMinor: 100_000 },
  ],
  discountMinor: 100_000,
  deliveryFeeMinor: 150_000,
};
const back = (
  returned: Parameters<typeof returnedSum>[1],
  kind: Parameters<typeof returnedSum>[2] = 'refusal_after_handover',
) => returnedSum(order, returned, kind, DEFAULT_LEGAL_SETTINGS);
const whole = [
  { lineId: 'cup', quantity: 2 },
  { lineId: 'sticks', quantity: 4 },
  { lineId: 'teapot', quantity: 1 },
];

it('shares the discount of the order over its lines by their sums', () => {
  expect([...lineSums(order)]).toEqual([
    ['cup', 1_210_191],
    ['sticks', 474_395],
    ['teapot', 1_355_414],
  ]);
  expect(purchaseSum(order)).toBe(3_190_000);
});

it.each([
  [{ quantity: 0, unitMinor: 1, discountMinor: 0 }, 'quantity'],
  [{ quantity: 1.5, unitMinor: 1, discountMinor: 0 }, 'quantity'],
  [{ quantity: 1, unitMinor: -1, discountMinor: 0 }, 'negative'],
  [{ quantity: 1, unitMinor: 1, discountMinor: -1 }, 'negative'],
  [{ quantity: 1, unitMinor: 1, discountMinor: 2 }, 'above'],
])('refuses the line %j', (line, text) => expect(() => lineSum({ id: 'x', ...line })).toThrow(text));

it('refuses a discount above everything', () => {
  expect(() => lineSums({ ...order, discountMinor: 3_140_001 })).toThrow(InvalidInput);
});

it('gives back what the returned pieces cost', () => {
  expect(back([{ lineId: 'cup', quantity: 1 }])).toEqual({
    lines: [{ lineId: 'cup', sumMinor: 605_096 }],
    deliveryMinor: 0,
    totalMinor: 605_096,
  });
  expect(back([{ lineId: 'cup', quantity: 1, quantityBefore: 1 }]).totalMinor).toBe(605_095);
});

it.each<[ClaimKind, typeof whole, number, string]>([
  ['refusal_before_handover', whole, 3_190_000, 'the whole order before handover: the fee too'],
  ['refusal_after_handover', whole, 3_040_000, 'after handover the delivery was rendered'],
  ['refusal_before_handover', whole.slice(0, 2), 1_684_586, 'a part stays with the buyer'],
  ['defective', whole.slice(0, 1), 1_360_191, 'the seller’s fault'],
])('%s: delivery fee (%#)', (kind, returned, total) => {
  expect(back(returned, kind).totalMinor).toBe(total);
});

it('refuses what the order does not hold', () => {
  expect(() => back([{ lineId: 'cup', quantity: 3 }])).toThrow(OverRefund);
  expect(() => back([{ lineId: 'cup', quantity: 1, quantityBefore: 2 }])).toThrow(OverRefund);
  expect(() => back([{ lineId: 'cup', quantity: 0 }])).toThrow(InvalidInput);
  expect(() => back([{ lineId: 'none', quantity: 1 }])).toThrow(InvalidInput);
  expect(() =>
    back([
      { lineId: 'cup', quantity: 1 },
      { lineId: 'cup', quantity: 1 },
    ]),
  ).toThrow('twice');
});

it('asks the settings about the delivery fee', () => {
  const settings = {
    ...DEFAULT_LEGAL_SETTINGS,
    'deliveryFee.refundAllLines': true,
    'deliveryFee.refundDefective': false,
  };
  expect(CLAIM_KINDS.map((kind) => refundsDelivery(kind, true, settings))).toEqual([
    true,
    true,
    true,
    false,
    true,
  ]);
  expect(
    refundsDelivery('refusal_before_handover', false, { ...settings, 'deliveryFee.refundPartial': true }),
  ).toBe(true);
});

it('splits a refund over two payments by what they hold', () => {
  const payments = [
    { paymentId: 'a', leftMinor: 1_000 },
    { paymentId: 'b', leftMinor: 3_000 },
    { paymentId: 'c', leftMinor: 0 },
  ];
  expect(splitOverPayments(1_001, payments)).toEqual([
    { paymentId: 'a', amountMinor: 250 },
    { paymentId: 'b', amountMinor: 751 },
  ]);
  expect(splitOverPayments(4_000, payments)).toEqual([
    { paymentId: 'a', amountMinor: 1_000 },
    { paymentId: 'b', amountMinor: 3_000 },
  ]);
  expect(() => splitOverPayments(4_001, payments)).toThrow(OverRefund);
});

const money = fc.integer({ min: 1, max: 10_000_000 });
const anyOrder = fc.record({
  lines: fc.uniqueArray(
    fc.record({
      id: fc.string(),
      quantity: fc.integer({ min: 1, max: 9 }),
      unitMinor: money,
      discountMinor: fc.constant(0),
    }),
    {
      selector: ({ id }) => id,
      minLength: 1,
      maxLength: 6,
    },
  ),
  discountMinor: fc.integer({ min: 0, max: 1 }),
  deliveryFeeMinor: money,
});

it('gives back exactly the purchase sum, whole or piece by piece', () => {
  fc.assert(
    fc.property(anyOrder, (any) => {
      const sums = lineSums(any);
      expect(purchaseSum(any) - any.deliveryFeeMinor).toBe(
        [...sums.values()].reduce((sum, part) => sum + part, 0),
      );
      for (const { id, quantity } of any.lines) {
        const paid = sums.get(id) ?? 0;
        let total = 0;
        for (let before = 0; before < quantity; before += 1) total += piecesSum(paid, quantity, 1, before);
        expect(total).toBe(paid);
      }
      const returned = any.lines.map(({ id, quantity }) => ({ lineId: id, quantity }));
      expect(returnedSum(any, returned, 'refusal_before_handover', DEFAULT_LEGAL_SETTINGS).totalMinor).toBe(
        purchaseSum(any),
      );
    }),
  );
});

it('never asks more of a payment than it holds', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 2 ** 40 }), { minLength: 1, maxLength: 8 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (left, share) => {
        const payments = left.map((leftMinor, index) => ({ paymentId: String(index), leftMinor }));
        const total = Math.floor(left.reduce((sum, part) => sum + part, 0) * share);
        const parts = splitOverPayments(total, payments);
        expect(parts.reduce((sum, { amountMinor }) => sum + amountMinor, 0)).toBe(total);
        for (const { paymentId, amountMinor } of parts)
          expect(amountMinor).toBeLessThanOrEqual(left[Number(paymentId)] ?? 0);
      },
    ),
  );
});
