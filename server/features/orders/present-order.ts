import { In } from 'typeorm';
import type { Tx } from '../../adapters/db/unit-of-work';
import { maskedPerson } from '../../domain/masked-person';
import type { Role } from '../../domain/permissions';
import type { OrderEntity } from './order.entity';
import { OrderLineEntity } from './order.entity';

/** An order as the API shows it, with its lines. */
export type PresentedOrder = ReturnType<typeof presentOrder>;

/** Presents a page of orders; their lines come in one query. */
export async function presentOrders(tx: Tx, orders: OrderEntity[]): Promise<PresentedOrder[]> {
  if (orders.length === 0) return [];
  const lines = await tx.find(OrderLineEntity, {
    where: { orderId: In(orders.map(({ id }) => id)) },
    order: { position: 'ASC' },
  });
  return orders.map((order) =>
    presentOrder(
      order,
      lines.filter(({ orderId }) => orderId === order.id),
    ),
  );
}

export function presentOrder(order: OrderEntity, lines: OrderLineEntity[]) {
  return {
    id: order.id,
    number: order.number,
    customerName: order.customerName,
    customerEmail: order.customerEmail,
    customerPhone: order.customerPhone,
    currency: order.currency,
    deliveryFeeMinor: order.deliveryFeeMinor,
    discountMinor: order.discountMinor,
    totalMinor: order.totalMinor,
    placedAt: new Date(order.placedAt).toISOString(),
    handedOverOn: order.handedOverOn,
    source: order.source,
    lines: lines.map(({ id, title, quantity, unitMinor, discountMinor, category, individuallyDefined }) => ({
      id,
      title,
      quantity,
      unitMinor,
      discountMinor,
      category,
      individuallyDefined,
    })),
    createdAt: new Date(order.createdAt).toISOString(),
    version: order.version,
  };
}

/** The buyer as the reader's role may see them. */
export function maskedOrder(order: PresentedOrder, role: Role): PresentedOrder {
  const { customerName: name, customerEmail: email, customerPhone: phone } = order;
  const buyer = maskedPerson({ name, email, phone }, role);
  return { ...order, customerName: buyer.name, customerEmail: buyer.email, customerPhone: buyer.phone };
}
