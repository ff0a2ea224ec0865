import * as fc from 'fast-check';
import { InvalidInput } from './errors';
import {
  assertPositiveMinor,
  formatAmount,
  formatMoney,
  isCurrency,
  shareOut,
  sumMinor,
  toDecimalText,
} from './money';

it.each([
  [1_250_000, '12\u00a0500\u00a0₸'],
  [1_250_050, '12\u00a0500,50\u00a0₸'],
  [1_250_005, '12\u00a0500,05\u00a0₸'],
  [99, '0,99\u00a0₸'],
  [100_000_000_00, '100\u00a0000\u00a0000\u00a0₸'],
  [-5_000, '−50\u00a0₸'],
])('%d tiyn reads %s', (minor, text) => expect(formatMoney(minor)).toBe(text));

it('knows the signs of the other accounts', () => {
  expect(formatMoney(100, 'RUB')).toBe('1\u00a0₽');
  expect([isCurrency('KZT'), isCurrency('kzt'), isCurrency('XXX')]).toEqual([true, false, false]);
  expect(formatAmount(123_456_700)).toBe('1\u00a0234\u00a0567');
});

it.each([
  [1, '0.01'],
  [1_250_050, '12500.50'],
  [100, '1.00'],
  [-250, '-2.50'],
])('%d tiyn goes to the gateway as %s', (minor, text) => expect(toDecimalText(minor)).toBe(text));

it.each([0, -1, 1.5, NaN, Infinity, Number.MAX_SAFE_INTEGER + 1])('%d is no sum to refund', (minor) => {
  expect(() => assertPositiveMinor(minor)).toThrow(InvalidInput);
});

it('refuses a sum beyond the safe integers', () => {
  expect(sumMinor([1, 2, 3])).toBe(6);
  expect(() => sumMinor([Number.MAX_SAFE_INTEGER, 1])).toThrow(InvalidInput);
  expect(() => sumMinor([0.5, 0.5])).toThrow(InvalidInput);
});

it.each([
  [100, [1, 1, 1], [34, 33, 33]],
  [10, [3, 3, 1], [4, 4, 2]],
  [0, [0, 0], [0, 0]],
  [5, [0, 1, 0], [0, 5, 0]],
  [1, [1, 1], [1, 0]],
  [0, [], []],
])('shares %d over %j as %j', (total, weights, parts) => expect(shareOut(total, weights)).toEqual(parts));

it.each([
  [1, [0, 0]],
  [1, []],
  [-1, [1]],
  [1, [-1, 2]],
  [1.5, [1]],
])('cannot share %d over %j', (total, weights) =>
  expect(() => shareOut(total, weights)).toThrow(InvalidInput),
);

it('shares to the last tiyn, fairly, whatever the sizes', () => {
  const weight = fc.integer({ min: 0, max: 2 ** 40 });
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 2 ** 50 }),
      fc.array(weight, { minLength: 1, maxLength: 20 }),
      (total, weights) => {
        fc.pre(weights.some((each) => each > 0));
        const parts = shareOut(total, weights);
        const whole = weights.reduce((sum, each) => sum + each, 0);
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(total);
        parts.forEach((part, index) => {
          const floor = (BigInt(total) * BigInt(weights[index] ?? 0)) / BigInt(whole);
          expect([Number(floor), Number(floor) + 1]).toContain(part);
          if (weights[index] === 0) expect(part).toBe(0);
        });
      },
    ),
  );
});
