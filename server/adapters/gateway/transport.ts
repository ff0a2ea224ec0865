import type { NotSentReason, UnknownReason } from '../../gateway-port';
import { classifyFailure } from './classify-failure';
import { makeSemaphore } from './semaphore';

export interface GatewayConnection {
  /** For example `https://api.tiptoppay.kz`. */
  baseUrl: string;
  publicId: string;
  apiSecret: string;
  /** Wait for the whole answer. Below the lease of an attempt and the gateway's own five minutes. */
  timeoutMs: number;
  /** Requests of ours in process at once: at most 4 of the 5 of a test terminal, 10 of the 30 of a live one. */
  maxConcurrency: number;
  /** Aborted when the process must go: calls in flight end at once, as unknown. */
  shutdown?: AbortSignal;
}

/** What came back over the wire, not yet judged. */
export type Reply =
  | { kind: 'answer'; status: number; body: string }
  | { kind: 'failure'; why: NotSentReason | UnknownReason; detail: string };

/** Answers are small; a page of a hundred rows is some 150 KB. */
const MAX_ANSWER_BYTES = 4 * 1024 * 1024;

export type Send = (path: string, params: object, requestId: string | null) => Promise<Reply>;

/** One POST, never repeated by itself, never redirected, never longer than the cap. Does not throw. */
export function makeTransport(connection: GatewayConnection): Send {
  const { baseUrl, publicId, apiSecret, timeoutMs, maxConcurrency, shutdown } = connection;
  const base = baseUrl.replace(/\/+$/, '');
  const authorization = `Basic ${Buffer.from(`${publicId}:${apiSecret}`).toString('base64')}`;
  const withSlot = makeSemaphore(maxConcurrency);

  return (path, params, requestId) => {
    // A refund leaves soon after it was written down as sent, or not at all: its quiet time runs already.
    const tooLate = AbortSignal.timeout(timeoutMs);
    return withSlot(async () => {
      if (shutdown?.aborted) return { kind: 'failure', why: 'connection_refused', detail: 'shutting down' };
      if (tooLate.aborted) return { kind: 'failure', why: 'connection_refused', detail: 'no slot in time' };
      const timeout = AbortSignal.timeout(timeoutMs);
      try {
        const response = await fetch(`${base}/${path}`, {
          method: 'POST',
          // Not 'error': that looks like a lost connection, and a redirect deserves its own name.
          redirect: 'manual',
          headers: {
            authorization,
            'content-type': 'application/json',
            ...(requestId === null ? {} : { 'x-request-id': requestId }),
          },
          body: JSON.stringify(params),
          signal: shutdown ? AbortSignal.any([timeout, shutdown]) : timeout,
        });
        const body = await readCapped(response);
        if (response.status >= 300 && response.status < 400) {
          return { kind: 'failure', why: 'redirect', detail: `HTTP ${response.status}` };
        }
        if (body === null) return { kind: 'failure', why: 'malformed', detail: 'the answer is too long' };
        return { kind: 'answer', status: response.status, body };
      } catch (error) {
        return { kind: 'failure', ...classifyFailure(error, timeout, shutdown) };
      }
    });
  };
}

async function readCapped(response: Response): Promise<string | null> {
  if (response.body === null) return '';
  const reader = response.body.getReader();
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    bytes += part.value.byteLength;
    if (bytes > MAX_ANSWER_BYTES) {
      await reader.cancel();
      return null;
    }
    chunks.push(part.value);
  }
  return Buffer.concat(chunks).toString('utf8');
}
