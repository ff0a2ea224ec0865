import type { JobHandler } from '../jobs';
import type { Forward } from './take-notification';

const TIMEOUT_MS = 20_000;

/** Hands the raw notification on to the shop's own address, since a terminal has one address a type. */
export function makeForward(forwardUrl: string): JobHandler {
  return async (payload) => {
    const { type, contentType, body, contentHmac, xContentHmac } = payload as unknown as Forward;
    const response = await fetch(`${forwardUrl.replace(/\/+$/, '')}/${type}`, {
      method: 'POST',
      redirect: 'error',
      headers: {
        'content-type': contentType,
        ...(contentHmac === '' ? {} : { 'content-hmac': contentHmac }),
        ...(xContentHmac === '' ? {} : { 'x-content-hmac': xContentHmac }),
      },
      body: Buffer.from(body, 'base64'),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    await response.body?.cancel();
    if (!response.ok) throw new Error(`The shop's address answered ${response.status}`);
  };
}
