import type { Request } from 'express';
import type { Tx } from '../../adapters/db/unit-of-work';
import { InvalidInput, NotFound } from '../../domain/errors';
import { foldForSearch } from '../../domain/fold';
import type { Role } from '../../domain/permissions';
import { field, type ListDefinition, listPage, type ListPage } from '../../http/list-query';
import type { ListConditions } from '../../http/list-conditions';
import { OrderEntity } from './order.entity';
import { maskedOrder, presentOrder, presentOrders, type PresentedOrder } from './present-order';
import { linesOf } from './save-order';

/** What the list of orders may be asked; the export asks the same. */
export const ORDERS: ListDefinition<OrderEntity> = {
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
  special: {
    handedOver: (query, value) => {
      if (typeof value !== 'boolean') {
        throw new InvalidInput('handedOver must be true or false', {
          errors: { handedOver: 'must be true or false' },
        });
      }
      query.andWhere(`row.handedOverOn IS ${value ? 'NOT ' : ''}NULL`);
    },
  },
  defaultSort: ['placedAt', 'DESC'],
};

/** A page of orders, each with its lines. */
export async function listOrders(
  tx: Tx,
  req: Request,
  role: Role,
): Promise<{ page: ListPage<OrderEntity>; rows: PresentedOrder[] }> {
  const page = await listPage(tx, ORDERS, req);
  const rows = await presentOrders(tx, page.rows);
  return { page, rows: rows.map((row) => maskedOrder(row, role)) };
}

/** @throws NotFound */
export async function getOrder(tx: Tx, id: string): Promise<PresentedOrder> {
  const order = await tx.findOneBy(OrderEntity, { id });
  if (!order) throw new NotFound('No such order');
  return presentOrder(order, await linesOf(tx, id));
}

/**
 * An order number from its start, a whole mail address, the end of a telephone, or the beginning of any word of
 * the customer's name.
 */
function searchOrders(query: ListConditions, text: string): void {
  const wanted = text.trim();
  const folded = asPattern(foldForSearch(wanted));
  const digits = wanted.replace(/\D/g, '');
  const either = [
    `row.number LIKE :orderNumber ${ESCAPED}`,
    'row.customerEmail = :orderEmail',
    `row.searchName LIKE :nameStart ${ESCAPED}`,
    `row.searchName LIKE :wordStart ${ESCAPED}`,
    ...(digits.length >= 7 ? ['row.customerPhone LIKE :phoneEnd'] : []),
  ];
  query.andWhere(`(${either.join(' OR ')})`, {
    orderNumber: `${asPattern(wanted)}%`,
    orderEmail: wanted.toLowerCase(),
    nameStart: `${folded}%`,
    wordStart: `% ${folded}%`,
    // 8 701 … and +7 701 … are one telephone.
    phoneEnd: `%${digits.slice(-10)}`,
  });
}

const ESCAPED = "ESCAPE '\\'";

/** What people type stands for itself. */
function asPattern(text: string): string {
  return text.replace(/[\\%_]/g, (sign) => `\\${sign}`);
}
