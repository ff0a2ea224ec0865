import { findForUpdate } from '../../adapters/db/locking';
import type { Tx } from '../../adapters/db/unit-of-work';
import { almatyDate } from '../../domain/almaty-time';
import { foldForSearch } from '../../domain/fold';
import { assertHandedOver } from '../../domain/handover';
import type { Ids } from '../../ports';
import { recordEvent } from '../audit';
import { OrderEntity, OrderLineEntity } from './order.entity';
import { orderTotal } from './order-total';
import type { OrderInput } from './orders.schema';

export interface SaveContext {
  ids: Ids;
  now: number;
  source: OrderEntity['source'];
  /** A person, or the API token of the shop's site. */
  actorId: string;
  requestId?: string;
  address?: string;
}

export interface SaveResult {
  id: string;
  number: string;
  change: 'created' | 'updated' | 'unchanged';
}

/**
 * Writes an order by its number: a new one is made, a known one takes the new facts, an equal one is left
 * alone, so that a push or an import may be repeated. Lines keep their ids by position; claims point at them.
 * @throws InvalidInput when the handover lies in the future
 */
export async function saveOrder(tx: Tx, input: OrderInput, context: SaveContext): Promise<SaveResult> {
  assertHandedOver(input.handedOverOn, almatyDate(context.now));
  const totalMinor = orderTotal(input);
  const known = await findForUpdate(tx, OrderEntity, { number: input.number });
  if (!known) {
    const id = await insertOrder(tx, input, totalMinor, context);
    return { id, number: input.number, change: 'created' };
  }
  const lines = await linesOf(tx, known.id);
  const row = columnsOf(input, totalMinor);
  if (sameFacts(known, row) && sameLines(lines, input.lines)) {
    return { id: known.id, number: known.number, change: 'unchanged' };
  }
  await tx.update(OrderEntity, { id: known.id }, { ...row, version: known.version + 1 });
  await replaceLines(tx, known.id, lines, input.lines, context.ids);
  await audit(tx, context, 'order.updated', known.id, {
    number: input.number,
    totalMinor,
    was: known.totalMinor,
  });
  return { id: known.id, number: known.number, change: 'updated' };
}

/** Lines of one order in their order. */
export function linesOf(tx: Tx, orderId: string): Promise<OrderLineEntity[]> {
  return tx.find(OrderLineEntity, { where: { orderId }, order: { position: 'ASC' } });
}

async function insertOrder(
  tx: Tx,
  input: OrderInput,
  totalMinor: number,
  context: SaveContext,
): Promise<string> {
  const id = context.ids.next();
  await tx.insert(OrderEntity, {
    id,
    number: input.number,
    ...columnsOf(input, totalMinor),
    source: context.source,
    createdAt: context.now,
    version: 1,
  });
  await replaceLines(tx, id, [], input.lines, context.ids);
  await audit(tx, context, 'order.created', id, { number: input.number, totalMinor, source: context.source });
  return id;
}

function columnsOf(input: OrderInput, totalMinor: number) {
  return {
    customerName: input.customerName,
    searchName: foldForSearch(input.customerName).slice(0, 200),
    customerEmail: input.customerEmail ?? null,
    customerPhone: input.customerPhone ?? null,
    currency: input.currency,
    deliveryFeeMinor: input.deliveryFeeMinor,
    discountMinor: input.discountMinor,
    totalMinor,
    placedAt: Date.parse(input.placedAt),
    handedOverOn: input.handedOverOn ?? null,
  };
}

type Line = OrderInput['lines'][number];

function lineColumns(line: Line) {
  const { title, quantity, unitMinor, discountMinor, category, individuallyDefined } = line;
  return { title, quantity, unitMinor, discountMinor, category, individuallyDefined };
}

async function replaceLines(
  tx: Tx,
  orderId: string,
  old: OrderLineEntity[],
  lines: Line[],
  ids: Ids,
): Promise<void> {
  for (const [index, line] of lines.entries()) {
    const known = old[index];
    if (known) await tx.update(OrderLineEntity, { id: known.id }, lineColumns(line));
    else
      await tx.insert(OrderLineEntity, {
        id: ids.next(),
        orderId,
        position: index + 1,
        ...lineColumns(line),
      });
  }
  for (const gone of old.slice(lines.length)) await tx.delete(OrderLineEntity, { id: gone.id });
}

function sameFacts(known: OrderEntity, row: ReturnType<typeof columnsOf>): boolean {
  return (Object.keys(row) as (keyof typeof row)[]).every((key) => known[key] === row[key]);
}

function sameLines(old: OrderLineEntity[], lines: Line[]): boolean {
  return (
    old.length === lines.length &&
    old.every((line, index) => {
      const other = lines[index];
      return other !== undefined && JSON.stringify(lineColumns(line)) === JSON.stringify(lineColumns(other));
    })
  );
}

async function audit(
  tx: Tx,
  { ids, now, actorId, requestId, address }: SaveContext,
  action: string,
  id: string,
  data: Record<string, unknown>,
): Promise<void> {
  await recordEvent(tx, ids, {
    actorId,
    action,
    resource: 'orders',
    resourceId: id,
    data,
    requestId,
    address,
    at: now,
  });
}
