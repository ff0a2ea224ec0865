import * as fc from 'fast-check';
import { InvalidInput } from './errors';
import { formatAmount, formatMoney, toDecimalText } from './money';
import { decimalToMinor, parseMoney } from './money-text';

it.each([
  ['12 500,50', 1_250_050],
  ['12\u00a0500,50\u00a0₸', 1_250_050],
  ['12\u202f500', 1_250_000],
  ['12500.5', 1_250_050],
  ['12500', 1_250_000],
  ['12,500.50', 1_250_050],
  ['1 234 567 тг.', 123_456_700],
  ['500 теңге', 50_000],
  ['500 тенге', 50_000],
  ['500 KZT', 50_000],
  [' 0,01 ', 1],
])('«%s» is %d tiyn', (text, minor) => expect(parseMoney(text)).toBe(minor));

it.each([
  '',
  '0',
  '0,00',
  '-5',
  '+5',
  '1e3',
  '1E3',
  '0x10',
  '12.345',
  '12,500',
  '1 2 3',
  '12 50',
  '12.500,50',
  '1,2,3',
  '.5',
  '5.',
  'NaN',
  'Infinity',
  '99999999999999999',
  '١٢٣',
  '12 500 $',
  '5 тг 10',
])('«%s» is no sum of money', (text) => expect(() => parseMoney(text)).toThrow(InvalidInput));

it.each<[string | number, number]>([
  [10, 1_000],
  [10.5, 1_050],
  ['10.00000', 1_000],
  [0.01, 1],
  [1250.05, 125_005],
  ['8.29', 829],
])('the gateway’s %p is %d tiyn', (value, minor) => expect(decimalToMinor(value)).toBe(minor));

it.each<string | number>([0, -1, 0.001, 1e21, NaN, '1e3', '', ' 1', '1,5'])(
  'the gateway’s %p is refused',
  (value) => {
    expect(() => decimalToMinor(value)).toThrow(InvalidInput);
  },
);

it('reads what it writes', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), (minor) => {
      expect(parseMoney(formatMoney(minor))).toBe(minor);
      expect(parseMoney(formatAmount(minor))).toBe(minor);
      expect(decimalToMinor(toDecimalText(minor))).toBe(minor);
    }),
  );
});
