import type { Request } from 'express';
import type { SelectQueryBuilder } from 'typeorm';
import type { Tx } from '../../adapters/db/unit-of-work';
import { NotFound } from '../../domain/errors';
import { field, type ListDefinition, listPage, type ListPage } from '../../http/list-query';
import { OrderEntity } from './order.entity';
import { presentOrder, presentOrders, type PresentedOrder } from './present-order';
import { linesOf } from './save-order';

const ORDERS: ListDefinition<OrderEntity> = {
  resource: 'orders',
  entity: OrderEntity,
  fields: {
    number: field('number'),
    customerName: field('customerName'),
    customerEmail: field('customerEmail'),
    customerPhone: field('customerPhone'),
    currency: field('currency'),
    deliveryFeeMinor: field('deliveryFeeMinor', 'number'),
    discountMinor: field('discountMinor', 'number'),
    totalMinor: field('totalMinor', 'number'),
    placedAt: field('placedAt', 'instant'),
    handedOverOn: field('handedOverOn', 'date'),
    source: field('source'),
    createdAt: field('createdAt', 'instant'),
    version: field('version', 'number'),
  },
  search: searchOrders,
  defaultSort: ['placedAt', 'DESC'],
};

/** A page of orders, each with its lines. */
export async function listOrders(
  tx: Tx,
  req: Request,
): Promise<{ page: ListPage<OrderEntity>; rows: PresentedOrder[] }> {
  const page = await listPage(tx, ORDERS, req);
  return { page, rows: await presentOrders(tx, page.rows) };
}

/** @throws NotFound */
export async function getOrder(tx: Tx, id: string): Promise<PresentedOrder> {
  const order = await tx.findOneBy(OrderEntity, { id });
  if (!order) throw new NotFound('No such order');
  return presentOrder(order, await linesOf(tx, id));
}

/** An order number, from its start, or a whole mail address. */
function searchOrders(query: SelectQueryBuilder<OrderEntity>, text: string): void {
  const wanted = text.trim();
  const pattern = `${wanted.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  query.andWhere("(row.number LIKE :orderNumber ESCAPE '\\' OR row.customerEmail = :orderEmail)", {
    orderNumber: pattern,
    orderEmail: wanted.toLowerCase(),
  });
}
