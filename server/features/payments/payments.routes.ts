import type { ListConditions } from '../../http/list-conditions';
import type { Tx, UnitOfWork } from '../../adapters/db/unit-of-work';
import { NotFound } from '../../domain/errors';
import type { Role } from '../../domain/permissions';
import type { PaymentGateway } from '../../gateway-port';
import { exportRoute } from '../../http/export-csv';
import { field, type ListDefinition, listPage, sendPage } from '../../http/list-query';
import { actorOf, type RouteSpec } from '../../http/route';
import type { Clock, Ids } from '../../ports';
import { makeRecordExport } from '../audit';
import { PAYMENT_COLUMNS } from './export-payments';
import { PaymentEntity } from './payment.entity';
import { presentPayment } from './present-payment';
import { recordPayment } from './record-payment';

/** What the list of payments may be asked; the export asks the same. */
export const PAYMENTS: ListDefinition<PaymentEntity> = {
  resource: 'payments',
  entity: PaymentEntity,
  fields: {
    transactionId: field('transactionId', 'number'),
    invoiceId: field('invoiceId'),
    accountId: field('accountId'),
    email: field('email'),
    status: field('status'),
    amountMinor: field('amountMinor', 'number'),
    refundedMinor: field('refundedMinor', 'number'),
    currency: field('currency'),
    cardLastFour: field('cardLastFour'),
    testMode: field('testMode', 'boolean'),
    createdAt: field('createdAt', 'instant'),
  },
  search: searchPayments,
  defaultSort: ['createdAt', 'DESC'],
};

/** An order number, a mail address, a number of the gateway, or the last four digits of a card. */
function searchPayments(query: ListConditions, text: string): void {
  const wanted = text.trim();
  const lastFour = /^(?:[*•\s]*)(\d{4})$/.exec(wanted)?.[1];
  query.andWhere(
    `(row.invoiceId = :q OR row.email = :qLower OR row.transactionId = :qNumber${
      lastFour === undefined ? '' : ' OR row.cardLastFour = :qCard'
    })`,
    {
      q: wanted,
      qLower: wanted.toLowerCase(),
      qNumber: /^\d{1,15}$/.test(wanted) ? Number(wanted) : -1,
      qCard: lastFour,
    },
  );
}

export interface PaymentParts {
  uow: UnitOfWork;
  clock: Clock;
  ids: Ids;
  gateway: PaymentGateway;
  /** What of a payment is bound by refunds and what is left; injected, because refunds build on payments. */
  capacityOf: (tx: Tx, paymentId: string) => Promise<{ committedMinor: number; leftMinor: number }>;
}

export function paymentRoutes(parts: PaymentParts): RouteSpec[] {
  const { uow, clock, ids, gateway, capacityOf } = parts;
  const find = async (id: string): Promise<PaymentEntity> => {
    const row = await uow.read((tx) => tx.findOneBy(PaymentEntity, { id }));
    if (!row) throw new NotFound('No such payment');
    return row;
  };
  const withCapacity = async (row: PaymentEntity, role: Role) => {
    const { committedMinor, leftMinor } = await uow.read((tx) => capacityOf(tx, row.id));
    return { ...presentPayment(row, role), committedMinor, leftMinor };
  };
  return [
    exportRoute({
      uow,
      record: makeRecordExport(parts),
      definition: PAYMENTS,
      access: 'payments.export',
      columns: PAYMENT_COLUMNS,
    }),
    {
      method: 'get',
      path: '/api/payments',
      access: 'payments.read',
      summary: 'Payments as the gateway told us',
      handler: async (req, res) => {
        const page = await uow.read((tx) => listPage(tx, PAYMENTS, req));
        const { role } = actorOf(req);
        sendPage(
          res,
          'payments',
          page,
          page.rows.map((row) => presentPayment(row, role)),
        );
      },
    },
    {
      method: 'get',
      path: '/api/payments/:id',
      access: 'payments.read',
      summary: 'One payment, with what is bound by refunds and what is left',
      handler: async (req, res) => {
        res.json(await withCapacity(await find(String(req.params.id)), actorOf(req).role));
      },
    },
    {
      method: 'post',
      path: '/api/payments/:id/lookup',
      access: 'payments.lookup',
      summary: 'Ask the gateway how the payment stands now',
      handler: async (req, res) => {
        const { transactionId } = await find(String(req.params.id));
        const live = await gateway.getPayment(transactionId);
        if (!live) throw new NotFound('The gateway does not know this payment');
        const row = await uow.write((tx) => recordPayment(tx, ids, live, clock.now()));
        res.json(await withCapacity(row, actorOf(req).role));
      },
    },
  ];
}
