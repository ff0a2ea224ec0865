import type { Tx } from '../../adapters/db/unit-of-work';
import type { ClaimKind, GoodsState, ReasonCode } from '../../domain/claim';
import { InvalidInput } from '../../domain/errors';
import { lineSum, lineSums, piecesSum } from '../../domain/line-sums';
import { sumMinor } from '../../domain/money';
import type { Ids } from '../../ports';
import { type OrderEntity, type OrderLineEntity, orderLinesOf } from '../orders';
import { ClaimLineEntity } from './claim.entity';

/** A line as the API takes it; prices of an order line come from the order. */
export interface LineInput {
  id?: string;
  orderLineId?: string | null;
  title?: string;
  quantity?: number;
  unitMinor?: number;
  discountMinor?: number;
  askedMinor?: number;
  reasonCode?: ReasonCode | null;
  goods?: GoodsState;
}

export type NewLine = Omit<ClaimLineEntity, 'id' | 'claimId' | 'position'>;

/** Whether goods come back at all, until somebody says otherwise. */
export function goodsOf(kind: ClaimKind): GoodsState {
  return kind === 'refusal_after_handover' || kind === 'defective' ? 'expected' : 'not_needed';
}

/**
 * Lines of an order as lines of a claim: the one whose sum was asked for, else all of them.
 * Sums already hold the share of the order's discount.
 */
export function linesFromOrder(
  order: OrderEntity,
  lines: OrderLineEntity[],
  kind: ClaimKind,
  requestedMinor: number | null,
): NewLine[] {
  const sums = lineSums({
    lines,
    discountMinor: order.discountMinor,
    deliveryFeeMinor: order.deliveryFeeMinor,
  });
  const asked = lines.filter((line) => sums.get(line.id) === requestedMinor);
  return (asked.length === 1 ? asked : lines).map((line) => ({
    orderLineId: line.id,
    title: line.title,
    quantity: line.quantity,
    unitMinor: line.unitMinor,
    discountMinor: line.quantity * line.unitMinor - (sums.get(line.id) ?? 0),
    askedMinor: sums.get(line.id) ?? 0,
    approvedMinor: null,
    reasonCode: null,
    goods: goodsOf(kind),
  }));
}

/**
 * Lines as somebody typed them, completed from the order they point at.
 * @throws InvalidInput naming the line
 */
export async function linesFromInput(
  tx: Tx,
  input: LineInput[],
  order: OrderEntity | null,
  kind: ClaimKind,
): Promise<NewLine[]> {
  const bought = order ? await orderLinesOf(tx, order.id) : [];
  const paid = order ? lineSums({ ...order, lines: bought }) : new Map<string, number>();
  return input.map((line, index) => {
    const from = bought.find(({ id }) => id === line.orderLineId);
    const bad = (field: string, text: string) =>
      new InvalidInput(`Line ${index + 1}: ${text}`, { errors: { [`lines.${index}.${field}`]: text } });
    if (line.orderLineId && !from) throw bad('orderLineId', 'the order has no such line');
    const title = line.title ?? from?.title;
    const unitMinor = from?.unitMinor ?? line.unitMinor ?? line.askedMinor;
    if (title === undefined) throw bad('title', 'is missing');
    if (unitMinor === undefined) throw bad('unitMinor', 'is missing');
    const quantity = line.quantity ?? from?.quantity ?? 1;
    if (from && quantity > from.quantity) throw bad('quantity', 'more pieces than were bought');
    // What was paid for these pieces, the order's own discount taken off (docs/rules.md R-12).
    const mostMinor = from ? piecesSum(paid.get(from.id) ?? 0, from.quantity, quantity) : null;
    const discountMinor = mostMinor === null ? (line.discountMinor ?? 0) : quantity * unitMinor - mostMinor;
    if (discountMinor > quantity * unitMinor) throw bad('discountMinor', 'is above the sum of the line');
    const lineMinor = lineSum({ id: '', quantity, unitMinor, discountMinor });
    const askedMinor = line.askedMinor ?? lineMinor;
    if (askedMinor > lineMinor) throw bad('askedMinor', 'is above the sum of the line');
    return {
      orderLineId: from?.id ?? null,
      title,
      quantity,
      unitMinor,
      discountMinor,
      askedMinor,
      approvedMinor: null,
      reasonCode: line.reasonCode ?? null,
      goods: line.goods ?? goodsOf(kind),
    };
  });
}

/** Writes the lines of a new claim, or replaces those of a known one; a given id keeps its row. */
export async function writeLines(
  tx: Tx,
  ids: Ids,
  claimId: string,
  lines: (NewLine & { id?: string })[],
): Promise<void> {
  const old = await claimLinesOf(tx, claimId);
  for (const [index, { id, ...line }] of lines.entries()) {
    const known = old.find((each) => each.id === id);
    if (id !== undefined && !known) {
      throw new InvalidInput('The claim has no such line', {
        errors: { [`lines.${index}.id`]: 'unknown line' },
      });
    }
    if (known) await tx.update(ClaimLineEntity, { id: known.id }, { ...line, position: index + 1 });
    else await tx.insert(ClaimLineEntity, { ...line, id: ids.next(), claimId, position: index + 1 });
  }
  const kept = new Set(lines.map(({ id }) => id));
  for (const { id } of old) if (!kept.has(id)) await tx.delete(ClaimLineEntity, { id });
}

export function claimLinesOf(tx: Tx, claimId: string): Promise<ClaimLineEntity[]> {
  return tx.find(ClaimLineEntity, { where: { claimId }, order: { position: 'ASC' } });
}

export function askedSum(lines: readonly { askedMinor: number }[]): number {
  return sumMinor(lines.map(({ askedMinor }) => askedMinor));
}
