/** What the sums of an order come from. */
interface Priced {
  quantity: number;
  unitMinor: number;
  discountMinor: number;
}

export function lineSum({ quantity, unitMinor, discountMinor }: Priced): number {
  return quantity * unitMinor - discountMinor;
}

/** Goods after the discounts of their lines. */
export function goodsSum(lines: readonly Priced[]): number {
  return lines.reduce((sum, line) => sum + lineSum(line), 0);
}
