import type { ClaimKind } from './claim';
import { InvalidInput } from './errors';
import { lineSums, piecesSum, refundsDelivery, type OrderSums } from './line-sums';
import { sumMinor } from './money';
import type { LegalSettings } from './setting-types';

export interface ReturnedLine {
  lineId: string;
  quantity: number;
  /** Pieces of the line that earlier claims have brought back. */
  quantityBefore?: number;
}

export interface ReturnedSum {
  lines: { lineId: string; sumMinor: number }[];
  /** The delivery fee when it goes back too, else 0. */
  deliveryMinor: number;
  totalMinor: number;
}

/**
 * The refund for what is returned: it equals the purchase sum of those pieces (policy, "equals the purchase sum").
 * @throws InvalidInput when a line is not in the order or comes twice
 */
export function returnedSum(
  order: OrderSums,
  returned: readonly ReturnedLine[],
  kind: ClaimKind,
  settings: LegalSettings,
): ReturnedSum {
  if (new Set(returned.map(({ lineId }) => lineId)).size !== returned.length)
    throw new InvalidInput('A line comes twice');
  const sums = lineSums(order);
  const lines = returned.map(({ lineId, quantity, quantityBefore }) => {
    const bought = order.lines.find(({ id }) => id === lineId);
    const paid = sums.get(lineId);
    if (!bought || paid === undefined) throw new InvalidInput('The order has no such line');
    return { lineId, sumMinor: piecesSum(paid, bought.quantity, quantity, quantityBefore) };
  });
  const whole = isWholeOrder(order.lines, returned);
  const deliveryMinor = refundsDelivery(kind, whole, settings) ? order.deliveryFeeMinor : 0;
  return {
    lines,
    deliveryMinor,
    totalMinor: sumMinor([...lines.map((line) => line.sumMinor), deliveryMinor]),
  };
}

/** Whether nothing of the order stays with the buyer. */
export function isWholeOrder(
  bought: readonly { id: string; quantity: number }[],
  returned: readonly ReturnedLine[],
): boolean {
  const back = new Map(
    returned.map(({ lineId, quantity, quantityBefore = 0 }) => [lineId, quantity + quantityBefore]),
  );
  return bought.every(({ id, quantity }) => back.get(id) === quantity);
}
