import type { NotSentReason, UnknownReason } from '../../gateway-port';

/** Codes that end a connection before a byte of the request left. */
const BEFORE_SENDING = new Set(['ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT', 'ECONNREFUSED']);
/** The certificate is refused while the line is being set up. */
const TLS_CODE = /^(CERT_|ERR_TLS_CERT|DEPTH_ZERO_SELF_SIGNED|SELF_SIGNED_CERT|UNABLE_TO_(GET|VERIFY))/;

/**
 * What an error of fetch says about the request: certainly not sent, or anything.
 * Only failures of the connecting itself count as not sent; a reset may come after the gateway has executed.
 */
export function classifyFailure(
  error: unknown,
  timeout: AbortSignal,
  shutdown: AbortSignal | undefined,
): { why: NotSentReason | UnknownReason; detail: string } {
  if (shutdown?.aborted) return { why: 'shutdown', detail: 'the process is ending' };
  if (timeout.aborted) return { why: 'timeout', detail: 'no answer in time' };
  const causes = causesOf(error);
  const detail = causes.map(({ code }) => code).find((code) => code !== '') ?? 'the connection failed';
  if (causes.length > 0 && causes.every(isBeforeSending)) return { why: 'connection_refused', detail };
  return { why: 'connection_lost', detail };
}

interface Cause {
  code: string;
  syscall: string;
}

function isBeforeSending({ code, syscall }: Cause): boolean {
  return syscall === 'connect' || BEFORE_SENDING.has(code) || TLS_CODE.test(code);
}

/** The causes under fetch's TypeError; a host with several addresses fails with one error for each. */
function causesOf(error: unknown): Cause[] {
  const cause = fieldOf(error, 'cause');
  const several = fieldOf(cause, 'errors');
  const all: unknown[] = Array.isArray(several) ? several : [cause];
  return all
    .filter((one) => typeof one === 'object' && one !== null)
    .map((one) => ({ code: textOf(one, 'code'), syscall: textOf(one, 'syscall') }));
}

function textOf(error: unknown, field: 'code' | 'syscall'): string {
  const value = fieldOf(error, field);
  return typeof value === 'string' ? value : '';
}

/** By shape, not by class: fetch's errors come from another realm than ours when a test runs them. */
function fieldOf(value: unknown, field: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[field] : undefined;
}
