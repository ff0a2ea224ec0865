import * as fc from 'fast-check';
import { CLAIM_KINDS } from './claim';
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
  // 1 250 000 + 490 000 + 1 400 000 = 3 140 000; of the 100 000 they bear 39 809, 15 605 and 44 586.
  expect([...lineSums(order)]).toEqual([
    ['cup', 1_210_191],
    ['sticks', 474_395],
    ['teapot', 1_355_414],
  ]);
});

it('gives the whole purchase back for everything, delivery as the settings say', () => {
  const settings = DEFAULT_LEGAL_SETTINGS;
  const lines = purchaseSum(order) - order.deliveryFeeMinor;
  expect(purchaseSum(order)).toBe(3_190_000);
  const fee = refundsDelivery('refusal_before_handover', true, settings) ? order.deliveryFeeMinor : 0;
  expect(back(whole, 'refusal_before_handover')).toMatchObject({ totalMinor: lines + fee });
});

it.each(CLAIM_KINDS)('never gives back more than was paid: %s', (kind) => {
  expect(back(whole, kind).totalMinor).toBeLessThanOrEqual(purchaseSum(order));
});

it('adds up to the line to the last tiyn, however the pieces come back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000_000 }), fc.integer({ min: 1, max: 30 }), (sum, quantity) => {
      let total = 0;
      for (let before = 0; before < quantity; before += 1) total += piecesSum(sum, quantity, 1, before);
      expect(total).toBe(sum);
    }),
  );
});

it('refuses what cannot be', () => {
  expect(() => piecesSum(100, 2, 2, 1)).toThrow(OverRefund);
  expect(() => lineSum({ id: 'x', quantity: 0, unitMinor: 1, discountMinor: 0 })).toThrow(InvalidInput);
  expect(() => lineSum({ id: 'x', quantity: 1, unitMinor: 1, discountMinor: 2 })).toThrow(InvalidInput);
  expect(() => splitOverPayments(11, [{ paymentId: 'a', leftMinor: 10 }])).toThrow(OverRefund);
});

it('divides over payments by what is left, none above its own', () => {
  const cents = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(cents, fc.double({ min: 0, max: 1, noNaN: true }), (left, share) => {
      const payments = left.map((leftMinor, index) => ({ paymentId: String(index), leftMinor }));
      const total = Math.floor(left.reduce((a, b) => a + b, 0) * share);
      const parts = splitOverPayments(total, payments);
      expect(parts.reduce((sum, part) => sum + part.amountMinor, 0)).toBe(total);
      for (const { paymentId, amountMinor } of parts) {
        expect(amountMinor).toBeLessThanOrEqual(left[Number(paymentId)]!);
      }
    }),
  );
});
