import type { Request } from 'express';
import { NOTIFICATION_TYPES, type NotificationReader } from '../../gateway-port';
import { field, type ListDefinition, listPage, sendPage } from '../../http/list-query';
import type { RouteSpec } from '../../http/route';
import { ExceptionEntity, GatewayEventEntity } from '../payments';
import type { Forward } from './forward-notification';
import { type NotificationParts, takeNotification } from './take-notification';

const EVENTS: ListDefinition<GatewayEventEntity> = {
  resource: 'gateway-events',
  entity: GatewayEventEntity,
  fields: {
    type: field('type'),
    transactionId: field('transactionId', 'number'),
    receivedAt: field('receivedAt', 'instant'),
  },
  defaultSort: ['receivedAt', 'DESC'],
};

const EXCEPTIONS: ListDefinition<ExceptionEntity> = {
  resource: 'exceptions',
  entity: ExceptionEntity,
  fields: {
    kind: field('kind'),
    paymentId: field('paymentId'),
    refundId: field('refundId'),
    transactionId: field('transactionId', 'number'),
    createdAt: field('createdAt', 'instant'),
  },
  defaultSort: ['createdAt', 'DESC'],
};

export interface WebhookParts extends NotificationParts {
  notifications: NotificationReader;
  /** Whether raw notifications are passed on. */
  forwards: boolean;
}

/** The gateway's notifications, and the two lists that they fill. */
export function webhookRoutes(parts: WebhookParts): RouteSpec[] {
  const { uow, notifications } = parts;
  const receivers = NOTIFICATION_TYPES.map((type): RouteSpec => ({
    method: 'post',
    path: `/webhooks/cloudpayments/${type}`,
    access: 'public',
    summary: `Notification "${type}" of the gateway, signed over its raw bytes`,
    handler: async (req, res) => {
      const raw = Buffer.isBuffer(req.body) ? req.body : Buffer.alloc(0);
      notifications.verify(raw, req.headers);
      const notice = notifications.parse(type, req.headers['content-type'], raw);
      await takeNotification(parts, notice, parts.forwards ? forwardOf(req, type, raw) : null);
      res.json({ code: 0 });
    },
  }));
  return [
    ...receivers,
    {
      method: 'get',
      path: '/api/gateway-events',
      access: 'gateway-events.read',
      summary: 'Notifications as they came',
      handler: async (req, res) => {
        const page = await uow.read((tx) => listPage(tx, EVENTS, req));
        const rows = page.rows.map(({ id, type, transactionId, fields, receivedAt }) => ({
          id,
          type,
          transactionId,
          fields,
          receivedAt: new Date(receivedAt).toISOString(),
        }));
        sendPage(res, 'gateway-events', page, rows);
      },
    },
    {
      method: 'get',
      path: '/api/exceptions',
      access: 'exceptions.read',
      summary: 'Differences that need a person',
      handler: async (req, res) => {
        const page = await uow.read((tx) => listPage(tx, EXCEPTIONS, req));
        const rows = page.rows.map(({ dedupKey: _key, createdAt, ...row }) => ({
          ...row,
          createdAt: new Date(createdAt).toISOString(),
        }));
        sendPage(res, 'exceptions', page, rows);
      },
    },
  ];
}

function forwardOf(req: Request, type: string, rawBody: Buffer): Forward {
  const kept = ['content-type', 'content-hmac', 'x-content-hmac'];
  const pairs = kept.map((name) => [name, req.headers[name]]);
  const headers = Object.fromEntries(pairs.filter(([, value]) => typeof value === 'string')) as Record<
    string,
    string
  >;
  return { type, headers, rawBody };
}
