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
