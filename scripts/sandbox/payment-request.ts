import { parseAmount } from './amount';
import { newOperation } from './operations';
import { integer, jsonText, text, type Params } from './params';
import { OPERATION_STATUSES, type Operation, type OperationStatus } from './types';

/**
 * A payment as `POST /__sandbox/payments` describes it; what is left out looks like an ordinary Kazakh card.
 *
 * @returns null when amount, status or date cannot be understood
 */
export function parsePaymentRequest(params: Params, now: number, nextId: () => number): Operation | null {
  const amountMinor = parseAmount(params.amount);
  const status = OPERATION_STATUSES.find((known) => known === (params.status ?? 'Completed'));
  const createdAt = params.createdAt === undefined ? now : instant(params.createdAt);
  if (!amountMinor || !status || createdAt === null) return null;

  const cardType = text(params.cardType) ?? 'Visa';
  return newOperation({
    id: nextId(),
    type: 0,
    status,
    amountMinor,
    currency: text(params.currency) ?? 'KZT',
    createdAt,
    invoiceId: text(params.invoiceId),
    accountId: text(params.accountId),
    email: text(params.email),
    description: text(params.description),
    jsonData: jsonText(params.jsonData),
    reasonCode: reasonCode(status, params.reasonCode),
    cardFirstSix: text(params.cardFirstSix) ?? (cardType === 'Visa' ? '440043' : '516949'),
    cardLastFour: text(params.cardLastFour) ?? '4242',
    cardType,
    cardExpDate: '12/39',
    issuer: text(params.issuer) ?? 'JSC KASPI BANK',
    name: text(params.name),
  });
}

function reasonCode(status: OperationStatus, asked: unknown): number {
  return status === 'Declined' ? (integer(asked) ?? 5051) : 0;
}

function instant(value: unknown): number | null {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? value : null;
  const ms = typeof value === 'string' ? Date.parse(value) : NaN;
  return Number.isNaN(ms) ? null : ms;
}
