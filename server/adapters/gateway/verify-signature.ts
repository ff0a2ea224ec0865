import { createHmac, timingSafeEqual } from 'node:crypto';
import { BadSignature, type SignatureHeaders } from '../../gateway-port';

/**
 * Checks the HMAC of a notification over the bytes as they came, before anything parses them.
 *
 * `Content-HMAC` signs the raw text. Only where that header is absent does `X-Content-HMAC` count, which signs
 * the URL-decoded text. A wrong first header is not saved by a right second one.
 *
 * @throws BadSignature
 */
export function verifySignature(rawBody: Buffer, headers: SignatureHeaders, secret: string): void {
  const overRaw = headers['content-hmac'];
  const right =
    overRaw !== undefined
      ? isSignature(overRaw, rawBody, secret)
      : isSignature(headers['x-content-hmac'], decoded(rawBody), secret);
  if (!right) throw new BadSignature('The notification is not signed by the gateway');
}

function isSignature(given: string | string[] | undefined, message: Buffer | null, secret: string): boolean {
  if (typeof given !== 'string' || message === null) return false;
  const expected = createHmac('sha256', secret).update(message).digest();
  const actual = Buffer.from(given, 'base64');
  return actual.length === expected.length && timingSafeEqual(actual, expected);
}

function decoded(rawBody: Buffer): Buffer | null {
  try {
    return Buffer.from(decodeURIComponent(rawBody.toString('utf8').replace(/\+/g, ' ')));
  } catch {
    return null;
  }
}
