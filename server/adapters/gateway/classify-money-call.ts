import type { RefundOutcome } from '../../gateway-port';
import type { Reply } from './transport';
import { idOf, readEnvelope } from './wire';

/**
 * What is certain after a call that moves money (design §5, rules 3 and 4).
 * `refused` needs the gateway's own `Success: false`; whatever is not understood is `unknown`.
 *
 * @param paymentId - what was asked about; no refund has this id, so an answer that names it names none
 */
export function classifyMoneyCall(reply: Reply, paymentId: number): RefundOutcome {
  if (reply.kind === 'failure') {
    const { why, detail } = reply;
    return isNotSent(why) ? { kind: 'not_sent', why, detail } : { kind: 'unknown', why, detail };
  }
  const { status, body } = reply;
  if (status === 429) return { kind: 'not_sent', why: 'rate_limited', detail: 'HTTP 429' };
  if (status === 401 || status === 403) return { kind: 'not_sent', why: 'auth', detail: `HTTP ${status}` };
  // Some clients have seen refusals with HTTP 400, so its body is read too; other statuses say nothing.
  if (status !== 200 && status !== 400)
    return { kind: 'unknown', why: 'http_status', detail: `HTTP ${status}` };

  const envelope = readEnvelope(body);
  if (!envelope || (status === 400 && envelope.success)) {
    return { kind: 'unknown', why: status === 200 ? 'malformed' : 'http_status', detail: `HTTP ${status}` };
  }
  const { success, message, errorCode, model } = envelope;
  const id = idOf(model);
  if (success) return { kind: 'accepted', gatewayRefundId: id === paymentId ? null : id };
  return { kind: 'refused', text: message ?? '', code: errorCode };
}

function isNotSent(why: string): why is 'rate_limited' | 'connection_refused' | 'auth' {
  return why === 'rate_limited' || why === 'connection_refused' || why === 'auth';
}
