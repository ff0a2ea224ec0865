import type { Request } from 'express';
import { isUniqueViolation } from '../../adapters/db/locking';
import type { Tx, UnitOfWork } from '../../adapters/db/unit-of-work';
import { almatyDate } from '../../domain/almaty-time';
import { InvalidInput } from '../../domain/errors';
import { exportRoute } from '../../http/export-csv';
import { sendPage } from '../../http/list-query';
import { actorOf, originOf, type RouteSpec } from '../../http/route';
import type { Clock, Ids } from '../../ports';
import { makeRecordExport } from '../audit';
import { createOrder, updateOrder } from './change-order';
import { csvBody, csvOf } from './csv-body';
import { ORDER_COLUMNS } from './export-orders';
import { importOrders, type ImportResult, Rehearsed } from './import-orders';
import { getOrder, listOrders, ORDERS } from './list-orders';
import { ImportQuery, OrderBody, OrderNumber, OrderUpdateBody, PushBody } from './orders.schema';
import { parseOrdersCsv } from './parse-orders-csv';
import { maskedOrder } from './present-order';
import { saveOrder, type SaveContext } from './save-order';

export interface OrderParts {
  uow: UnitOfWork;
  clock: Clock;
  ids: Ids;
  /** Called in the transaction that wrote orders, so that claims which name them can follow. */
  onOrdersSaved?: (tx: Tx, orderIds: string[]) => Promise<void>;
}

/** Routes of orders: list, one, by hand, by file, by push of the shop's site. */
export function orderRoutes(parts: OrderParts): RouteSpec[] {
  return [
    ...readRoutes(parts),
    ...handRoutes(parts),
    ...machineRoutes(parts),
    exportRoute({
      uow: parts.uow,
      record: makeRecordExport(parts),
      definition: ORDERS,
      access: 'orders.export',
      columns: ORDER_COLUMNS,
    }),
  ];
}

function readRoutes({ uow }: OrderParts): RouteSpec[] {
  return [
    {
      method: 'get',
      path: '/api/orders',
      access: 'orders.read',
      summary: 'Orders with their lines',
      handler: async (req, res) => {
        const { page, rows } = await uow.read((tx) => listOrders(tx, req, actorOf(req).role));
        sendPage(res, 'orders', page, rows);
      },
    },
    {
      method: 'get',
      path: '/api/orders/:id',
      access: 'orders.read',
      summary: 'One order with its lines',
      handler: async (req, res) => {
        const order = await uow.read((tx) => getOrder(tx, String(req.params.id)));
        res.json(maskedOrder(order, actorOf(req).role));
      },
    },
  ];
}

function handRoutes(parts: OrderParts): RouteSpec[] {
  const { uow } = parts;
  return [
    {
      method: 'post',
      path: '/api/orders',
      access: 'orders.edit',
      summary: 'Enters an order by hand',
      body: OrderBody,
      status: 201,
      handler: async (req, res) => {
        const input = OrderBody.parse(req.body);
        const order = await uow.write(async (tx) => {
          const made = await createOrder(tx, input, contextOf(parts, req, 'hand')).catch(explainTaken);
          await parts.onOrdersSaved?.(tx, [made.id]);
          return made;
        });
        res.status(201).json(order);
      },
    },
    {
      method: 'put',
      path: '/api/orders/:id',
      access: 'orders.edit',
      summary: 'Changes an order; needs its version',
      body: OrderUpdateBody,
      handler: async (req, res) => {
        const change = OrderUpdateBody.parse(req.body);
        const id = String(req.params.id);
        const order = await uow.write(async (tx) => {
          const changed = await updateOrder(tx, id, change, contextOf(parts, req, 'hand')).catch(
            explainTaken,
          );
          await parts.onOrdersSaved?.(tx, [id]);
          return changed;
        });
        res.json(order);
      },
    },
    {
      method: 'post',
      path: '/api/orders/import',
      access: 'orders.edit',
      summary: 'Imports a CSV of order lines: all of it or nothing; `dryRun=1` only shows what would happen',
      query: ImportQuery,
      bodyType: 'own',
      before: [csvBody],
      handler: async (req, res) => {
        const { dryRun } = ImportQuery.parse(req.query);
        const orders = parseOrdersCsv(csvOf(req), almatyDate(parts.clock.now()));
        const context = contextOf(parts, req, 'csv');
        res.json(
          await runImport(parts, (tx) =>
            importOrders(tx, orders, dryRun === '1' || dryRun === 'true', context),
          ),
        );
      },
    },
  ];
}

function machineRoutes(parts: OrderParts): RouteSpec[] {
  const push = async (req: Request, number: unknown) => {
    const body = PushBody.parse(req.body);
    const order = OrderBody.parse({ ...body, number: OrderNumber.parse(number ?? body.number) });
    if (body.number !== undefined && body.number !== order.number) {
      throw new InvalidInput('The path names another order', { errors: { number: 'differs from the path' } });
    }
    const context = contextOf(parts, req, 'api');
    return parts.uow.write(async (tx) => {
      const saved = await saveOrder(tx, order, context).catch(explainTaken);
      await parts.onOrdersSaved?.(tx, [saved.id]);
      return { ...(await getOrder(tx, saved.id)), change: saved.change };
    });
  };
  return [
    {
      method: 'put',
      path: '/api/push/orders/:number',
      access: 'token',
      summary: "The shop's site writes an order by its number; a repeated push changes nothing",
      body: PushBody,
      handler: async (req, res) => {
        res.json(await push(req, req.params.number));
      },
    },
    {
      method: 'post',
      path: '/api/orders/push',
      access: 'token',
      summary: "The shop's site writes an order; the number stands in the body",
      body: PushBody,
      handler: async (req, res) => {
        res.json(await push(req, undefined));
      },
    },
  ];
}

async function runImport(
  { uow, onOrdersSaved }: OrderParts,
  act: (tx: Tx) => ReturnType<typeof importOrders>,
): Promise<ImportResult> {
  try {
    return await uow.write(async (tx) => {
      const { result, savedIds } = await act(tx);
      await onOrdersSaved?.(tx, savedIds);
      return result;
    });
  } catch (error) {
    if (error instanceof Rehearsed) return error.result;
    throw error;
  }
}

function contextOf({ ids, clock }: OrderParts, req: Request, source: SaveContext['source']): SaveContext {
  return { ids, now: clock.now(), source, ...originOf(req) };
}

/** Two writers of one new number: the unique index lets the first through. */
function explainTaken(error: unknown): never {
  if (!isUniqueViolation(error)) throw error;
  throw new InvalidInput('Another order has this number', { errors: { number: 'is taken' } });
}
