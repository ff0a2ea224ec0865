import { createHash } from 'node:crypto';
import {
  BadNotification,
  GATEWAY_STATUSES,
  type GatewayNotification,
  type NotificationType,
} from '../../gateway-port';
import { readNotificationFields } from './notification-fields';
import { amountOf, intentOf, lastFour, safeId } from './wire';

/**
 * A notification as typed facts, from a form or JSON body.
 * @throws BadNotification
 */
export function parseNotification(
  type: NotificationType,
  contentType: string | undefined,
  rawBody: Buffer,
): GatewayNotification {
  const { fields, data } = readNotificationFields(contentType, rawBody);
  const text = (name: string): string | null => fields[name] ?? null;
  const transactionId = safeId(text('TransactionId'));
  const paymentTransactionId = type === 'refund' ? safeId(text('PaymentTransactionId')) : null;
  const amountMinor = amountOf(text('Amount'));
  if (transactionId === null) throw unreadable('TransactionId');
  if (amountMinor === null) throw unreadable('Amount');
  if (type === 'refund' && paymentTransactionId === null) throw unreadable('PaymentTransactionId');
  const currency = text('Currency');
  if (currency !== null && !/^[A-Z]{3}$/.test(currency)) throw unreadable('Currency');

  const intent = intentOf(data);
  return {
    type,
    transactionId,
    paymentTransactionId,
    amountMinor,
    currency,
    status: GATEWAY_STATUSES.find((known) => known === text('Status')) ?? null,
    operationType: text('OperationType'),
    intent,
    invoiceId: text('InvoiceId'),
    accountId: text('AccountId'),
    email: text('Email'),
    cardLastFour: lastFour(text('CardLastFour')),
    cardType: text('CardType'),
    issuer: text('Issuer'),
    reason: text('Reason'),
    reasonCode: numberOf(text('ReasonCode')),
    rrn: text('Rrn'),
    testMode: flagOf(text('TestMode')),
    occurredAt: instantOf(text('DateTime')),
    sha256: createHash('sha256').update(rawBody).digest('hex'),
    fields: intent === null ? fields : { ...fields, Intent: intent },
  };
}

function unreadable(field: string): BadNotification {
  return new BadNotification(`The notification has no readable ${field}`, { field });
}

function numberOf(text: string | null): number | null {
  return text !== null && /^\d{1,6}$/.test(text) ? Number(text) : null;
}

function flagOf(text: string | null): boolean | null {
  return text === null ? null : text === '1' || text.toLowerCase() === 'true';
}

/** `yyyy-MM-dd HH:mm:ss`, UTC. */
function instantOf(text: string | null): number | null {
  const match = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)/.exec(text ?? '');
  const ms = match ? Date.parse(`${match[1] ?? ''}T${match[2] ?? ''}Z`) : NaN;
  return Number.isNaN(ms) ? null : ms;
}
