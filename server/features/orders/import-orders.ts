import type { Tx } from '../../adapters/db/unit-of-work';
import { InvalidInput } from '../../domain/errors';
import { orderTotal } from './order-total';
import type { OrderInput } from './orders.schema';
import { saveOrder, type SaveContext, type SaveResult } from './save-order';

/** What an import did, or would do. */
export interface ImportResult {
  dryRun: boolean;
  orders: number;
  lines: number;
  created: number;
  updated: number;
  unchanged: number;
  /** At most a hundred, for the preview. */
  preview: PreviewedOrder[];
}

/** One order of the file, for the eye that checks the import. */
export interface PreviewedOrder {
  number: string;
  change: SaveResult['change'];
  customerName: string;
  lines: number;
  totalMinor: number;
  currency: string;
}

const PREVIEW = 100;

/** Thrown to undo a rehearsal; it never leaves this feature. */
export class Rehearsed extends Error {
  constructor(readonly result: ImportResult) {
    super('rehearsed');
  }
}

/**
 * Saves all orders of a file or none: the caller's transaction holds them together.
 * @throws InvalidInput naming the order that cannot be saved; Rehearsed at the end of a dry run
 */
export async function importOrders(
  tx: Tx,
  orders: OrderInput[],
  dryRun: boolean,
  context: SaveContext,
): Promise<{ result: ImportResult; savedIds: string[] }> {
  const saved: SaveResult[] = [];
  for (const order of orders) {
    try {
      saved.push(await saveOrder(tx, order, context));
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
      throw new InvalidInput(`Nothing was imported; order ${order.number}: ${error.message}`, error.details);
    }
  }
  const count = (change: SaveResult['change']) => saved.filter((each) => each.change === change).length;
  const result: ImportResult = {
    dryRun,
    orders: orders.length,
    lines: orders.reduce((sum, { lines }) => sum + lines.length, 0),
    created: count('created'),
    updated: count('updated'),
    unchanged: count('unchanged'),
    preview: orders.slice(0, PREVIEW).map((order, index) => ({
      number: order.number,
      change: saved[index]?.change ?? 'unchanged',
      customerName: order.customerName,
      lines: order.lines.length,
      totalMinor: orderTotal(order),
      currency: order.currency,
    })),
  };
  if (dryRun) throw new Rehearsed(result);
  return { result, savedIds: saved.map(({ id }) => id) };
}
