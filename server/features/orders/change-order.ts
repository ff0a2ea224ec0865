import { findForUpdate } from '../../adapters/db/locking';
import type { Tx } from '../../adapters/db/unit-of-work';
import { InvalidInput, NotFound, StaleVersion } from '../../domain/errors';
import { OrderEntity } from './order.entity';
import { OrderBody, type OrderInput, type OrderUpdate } from './orders.schema';
import { presentOrder, type PresentedOrder } from './present-order';
import { linesOf, saveOrder, type SaveContext } from './save-order';

/**
 * Makes an order by hand.
 * @throws InvalidInput when the number is taken
 */
export async function createOrder(tx: Tx, input: OrderInput, context: SaveContext): Promise<PresentedOrder> {
  if (await tx.existsBy(OrderEntity, { number: input.number })) throw numberTaken();
  const { id } = await saveOrder(tx, input, context);
  return load(tx, id);
}

/**
 * Changes an order by hand; fields that are left out stay.
 * @throws NotFound, StaleVersion with `current`, InvalidInput when the new number is another order's
 */
export async function updateOrder(
  tx: Tx,
  id: string,
  change: OrderUpdate,
  context: SaveContext,
): Promise<PresentedOrder> {
  const known = await findForUpdate(tx, OrderEntity, { id });
  if (!known) throw new NotFound('No such order');
  const current = presentOrder(known, await linesOf(tx, id));
  if (known.version !== change.version) {
    throw new StaleVersion('Somebody else changed this order', { current });
  }
  if (change.number !== undefined && change.number !== known.number) {
    if (await tx.existsBy(OrderEntity, { number: change.number })) throw numberTaken();
    await tx.update(OrderEntity, { id }, { number: change.number });
  }
  await saveOrder(tx, OrderBody.parse(merged(current, change)), context);
  return load(tx, id);
}

function merged(current: PresentedOrder, change: OrderUpdate): unknown {
  const pick = (key: keyof OrderInput): unknown => (change[key] === undefined ? current[key] : change[key]);
  return {
    number: pick('number'),
    customerName: pick('customerName'),
    customerEmail: pick('customerEmail'),
    customerPhone: pick('customerPhone'),
    currency: pick('currency'),
    deliveryFeeMinor: pick('deliveryFeeMinor'),
    discountMinor: pick('discountMinor'),
    placedAt: pick('placedAt'),
    handedOverOn: pick('handedOverOn'),
    lines: pick('lines'),
  };
}

function numberTaken(): InvalidInput {
  return new InvalidInput('Another order has this number', { errors: { number: 'is taken' } });
}

async function load(tx: Tx, id: string): Promise<PresentedOrder> {
  return presentOrder(await tx.findOneByOrFail(OrderEntity, { id }), await linesOf(tx, id));
}
