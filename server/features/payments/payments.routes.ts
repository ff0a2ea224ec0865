import type { UnitOfWork } from '../../adapters/db/unit-of-work';
import { NotFound } from '../../domain/errors';
import type { PaymentGateway } from '../../gateway-port';
import { field, type ListDefinition, listPage, sendPage } from '../../http/list-query';
import type { RouteSpec } from '../../http/route';
import type { Clock, Ids } from '../../ports';
import { PaymentEntity } from './payment.entity';
import { presentPayment } from './present-payment';
import { recordPayment } from './record-payment';

const PAYMENTS: ListDefinition<PaymentEntity> = {
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
    createdAt: field('createdAt', 'instant'),
  },
  search: (query, text) => {
    query.andWhere('(row.invoiceId = :q OR row.email = :qLower OR row.transactionId = :qNumber)', {
      q: text.trim(),
      qLower: text.trim().toLowerCase(),
      qNumber: /^\d{1,15}$/.test(text.trim()) ? Number(text.trim()) : -1,
    });
  },
  defaultSort: ['createdAt', 'DESC'],
};

export interface PaymentParts {
  uow: UnitOfWork;
  clock: Clock;
  ids: Ids;
  gateway: PaymentGateway;
}

export function paymentRoutes({ uow, clock, ids, gateway }: PaymentParts): RouteSpec[] {
  const find = async (id: string): Promise<PaymentEntity> => {
    const row = await uow.read((tx) => tx.findOneBy(PaymentEntity, { id }));
    if (!row) throw new NotFound('No such payment');
    return row;
  };
  return [
    {
      method: 'get',
      path: '/api/payments',
      access: 'payments.read',
      summary: 'Payments as the gateway told us',
      handler: async (req, res) => {
        const page = await uow.read((tx) => listPage(tx, PAYMENTS, req));
        sendPage(res, 'payments', page, page.rows.map(presentPayment));
      },
    },
    {
      method: 'get',
      path: '/api/payments/:id',
      access: 'payments.read',
      summary: 'One payment',
      handler: async (req, res) => {
        res.json(presentPayment(await find(String(req.params.id))));
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
        res.json(presentPayment(await uow.write((tx) => recordPayment(tx, ids, live, clock.now()))));
      },
    },
  ];
}
