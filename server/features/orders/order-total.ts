import { InvalidInput } from '../../domain/errors';
import { sumMinor } from '../../domain/money';

interface Sums {
  deliveryFeeMinor: number;
  discountMinor: number;
  lines: readonly { quantity: number; unitMinor: number; discountMinor: number }[];
}

/**
 * What the buyer owed, in tiyn: lines less their discounts, less the discount on the whole, plus delivery.
 * @throws InvalidInput when a discount is larger than what it is taken from, or a sum leaves the safe integers
 */
export function orderTotal({ deliveryFeeMinor, discountMinor, lines }: Sums): number {
  const goods = sumMinor(lines.map(lineTotal));
  if (discountMinor > goods) {
    throw new InvalidInput('The discount is larger than the goods', {
      errors: { discountMinor: 'too large' },
    });
  }
  return sumMinor([goods - discountMinor, deliveryFeeMinor]);
}

function lineTotal(line: Sums['lines'][number], index: number): number {
  const whole = line.quantity * line.unitMinor;
  if (line.discountMinor > whole) {
    throw new InvalidInput('The discount is larger than its line', {
      errors: { [`lines.${String(index)}.discountMinor`]: 'too large' },
    });
  }
  return whole - line.discountMinor;
}
