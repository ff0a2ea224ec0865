import { GATEWAY_STATUSES, type GatewayOperation, type GatewayStatus } from '../../gateway-port';
import { decimalToMinor } from '../../domain/money-text';

/** The gateway's envelope. The message is for people only: it is localised and unstable. */
export interface Envelope {
  success: boolean;
  message: string | null;
  errorCode: string | null;
  model: unknown;
}

type Fields = Readonly<Record<string, unknown>>;

/** @returns null for anything that is not JSON with a boolean `Success` */
export function readEnvelope(body: string): Envelope | null {
  const value = parseJson(body);
  if (!isRecord(value) || typeof value.Success !== 'boolean') return null;
  const model = value.Model;
  const reasonCode = isRecord(model) ? model.ReasonCode : undefined;
  return {
    success: value.Success,
    message: textOf(value.Message) ?? (isRecord(model) ? textOf(model.CardHolderMessage) : null),
    errorCode: textOf(value.ErrorCode) ?? textOf(reasonCode),
    model,
  };
}

/** `TransactionId` of a model; null when there is none that we could work with. */
export function idOf(model: unknown): number | null {
  return isRecord(model) ? safeId(model.TransactionId) : null;
}

/**
 * Reads a row leniently: unknown fields are ignored, absent ones are null.
 * @returns null when the id, amount, status or date cannot be understood
 */
export function readOperation(model: unknown): GatewayOperation | null {
  if (!isRecord(model)) return null;
  const transactionId = safeId(model.TransactionId);
  const amountMinor = amountOf(model.Amount);
  const status = GATEWAY_STATUSES.find((known) => known === model.Status);
  const createdAt = dateOf(model, 'Created');
  const currency = textOf(model.Currency);
  if (transactionId === null || amountMinor === null || !status || createdAt === null || currency === null)
    return null;

  const originalTransactionId = safeId(model.OriginalTransactionId);
  return {
    transactionId,
    kind: kindOf(model.Type, originalTransactionId),
    status: status satisfies GatewayStatus,
    amountMinor,
    currency,
    originalTransactionId,
    intent: intentOf(model.JsonData),
    invoiceId: textOf(model.InvoiceId),
    accountId: textOf(model.AccountId),
    email: textOf(model.Email),
    cardLastFour: lastFour(model.CardLastFour),
    cardType: textOf(model.CardType),
    issuer: textOf(model.Issuer),
    reason: textOf(model.Reason),
    reasonCode: typeof model.ReasonCode === 'number' ? model.ReasonCode : null,
    rrn: textOf(model.Rrn),
    testMode: model.TestMode === true,
    createdAt,
    authorizedAt: dateOf(model, 'Auth'),
    confirmedAt: dateOf(model, 'Confirm'),
    refunded: model.Refunded === true,
  };
}

/** Our mark inside JsonData or Data, which come as text or as an object. */
export function intentOf(data: unknown): string | null {
  const value = typeof data === 'string' ? parseJson(data) : data;
  const intent = isRecord(value) ? value.intent : null;
  return typeof intent === 'string' && intent.length <= 64 ? intent : null;
}

/** A positive amount of at most two decimals in minor units; null otherwise. */
export function amountOf(value: unknown): number | null {
  if (typeof value !== 'number' && typeof value !== 'string') return null;
  try {
    return decimalToMinor(value);
  } catch {
    return null;
  }
}

/** A positive id that a number holds exactly; a rounded one could be another payment's. */
export function safeId(value: unknown): number | null {
  const id = typeof value === 'string' && /^\d{1,16}$/.test(value) ? Number(value) : value;
  return typeof id === 'number' && Number.isSafeInteger(id) && id > 0 ? id : null;
}

/** Four digits and nothing else, whatever came: a longer number must not get any further. */
export function lastFour(value: unknown): string | null {
  return typeof value === 'string' && /^\d{4}$/.test(value) ? value : null;
}

export function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Type 1 for a refund is an inference of ours, so a link to a payment counts as well. */
function kindOf(type: unknown, originalTransactionId: number | null): GatewayOperation['kind'] {
  if (type === 1 || (originalTransactionId !== null && type !== 2)) return 'refund';
  return type === 0 || type === undefined || type === null ? 'payment' : 'other';
}

/** `/Date(ms)/` is exact; the Iso form beside it is UTC without saying so. */
function dateOf(model: Fields, name: string): number | null {
  const exact = /^\/Date\((-?\d{1,15})[^)]*\)\/$/.exec(textOf(model[`${name}Date`]) ?? '');
  if (exact) return Number(exact[1]);
  const iso = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)/.exec(textOf(model[`${name}DateIso`]) ?? '');
  const ms = iso ? Date.parse(`${iso[1] ?? ''}Z`) : NaN;
  return Number.isNaN(ms) ? null : ms;
}

function textOf(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
