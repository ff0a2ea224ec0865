import { BadNotification } from '../../gateway-port';
import { isRecord } from './wire';

/**
 * What may be read and kept. Card expiry, token, holder's name, address and place are not on the list,
 * nor is `Data` itself, which shops fill with anything: only our own mark is taken out of it.
 */
const ALLOWED = new Set([
  'TransactionId',
  'PaymentTransactionId',
  'Amount',
  'Currency',
  'DateTime',
  'Status',
  'OperationType',
  'InvoiceId',
  'AccountId',
  'Email',
  'CardLastFour',
  'CardType',
  'Issuer',
  'Reason',
  'ReasonCode',
  'Rrn',
  'TestMode',
]);
const MAX_FIELDS = 200;
const MAX_VALUE_LENGTH = 254;

/**
 * Allowed fields of a form or JSON body as text, empty ones left out, and the raw `Data`.
 * @throws BadNotification for another kind of body, a doubled field, bad encoding, or an oversized value
 */
export function readNotificationFields(
  contentType: string | undefined,
  rawBody: Buffer,
): { fields: Record<string, string>; data: unknown } {
  const pairs = /^application\/json\b/i.test(contentType ?? '') ? jsonPairs(rawBody) : formPairs(rawBody);
  if (pairs.length > MAX_FIELDS) throw new BadNotification('The notification has too many fields');
  const fields: Record<string, string> = {};
  let data: unknown = null;
  const seen = new Set<string>();
  for (const [name, value] of pairs) {
    if (seen.has(name))
      throw new BadNotification('The notification has a field twice', { field: name.slice(0, 40) });
    seen.add(name);
    if (name === 'Data') data = value;
    if (!ALLOWED.has(name) || value === null || value === '') continue;
    fields[name] = checked(name, value);
  }
  return { fields, data };
}

function checked(field: string, value: unknown): string {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') {
    throw new BadNotification(`The field ${field} is no plain value`, { field });
  }
  const text = String(value);
  if (text.length > MAX_VALUE_LENGTH || hasControl(text)) {
    throw new BadNotification(`The field ${field} cannot be read`, { field });
  }
  return text;
}

function hasControl(text: string): boolean {
  return Array.from(text).some((sign) => sign < ' ' || sign === '\x7f');
}

function jsonPairs(rawBody: Buffer): [string, unknown][] {
  try {
    const value: unknown = JSON.parse(utf8(rawBody));
    if (isRecord(value)) return Object.entries(value);
  } catch {
    // Falls through to the one refusal below.
  }
  throw new BadNotification('The notification is no JSON object');
}

function formPairs(rawBody: Buffer): [string, unknown][] {
  try {
    return utf8(rawBody)
      .split('&')
      .filter((pair) => pair !== '')
      .map((pair) => {
        const [name = '', ...rest] = pair.split('=');
        return [decode(name), decode(rest.join('='))];
      });
  } catch {
    throw new BadNotification('The notification is no form in UTF-8');
  }
}

/** Unlike URLSearchParams this refuses broken percent signs instead of guessing. */
function decode(text: string): string {
  return decodeURIComponent(text.replace(/\+/g, ' '));
}

function utf8(bytes: Buffer): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
}
