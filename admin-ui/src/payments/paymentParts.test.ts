import { partsOf } from './paymentParts';
import type { Payment } from './types';

const payment = (part: Partial<Payment>) => ({ amountMinor: 10_000, refundedMinor: 0, ...part }) as Payment;
const minors = (part: Partial<Payment>) => partsOf(payment(part)).map(({ minor }) => minor);

it.each<[string, Partial<Payment>, number[]]>([
  ['nothing went back', { committedMinor: 0, leftMinor: 10_000 }, [0, 0, 10_000]],
  [
    'a part is back, a part is under way',
    { refundedMinor: 3_000, committedMinor: 5_000, leftMinor: 5_000 },
    [3_000, 2_000, 5_000],
  ],
  ['all is back', { refundedMinor: 10_000, committedMinor: 10_000, leftMinor: 0 }, [10_000, 0, 0]],
  ['a list knows no more', { refundedMinor: 4_000 }, [4_000, 0, 6_000]],
  [
    'the gateway shows more than we bound',
    { refundedMinor: 6_000, committedMinor: 5_000, leftMinor: 5_000 },
    [5_000, 0, 5_000],
  ],
])('%s', (_what, part, wanted) => {
  expect(minors(part)).toEqual(wanted);
  expect(minors(part).reduce((sum, minor) => sum + minor, 0)).toBe(10_000);
});
