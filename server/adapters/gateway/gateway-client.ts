import type {
  GatewayOperation,
  PaymentGateway,
  PingResult,
  RefundOrder,
  RefundOutcome,
  VoidOrder,
} from '../../gateway-port';
import { GatewayUnavailable } from '../../gateway-port';
import { toDecimalText } from '../../domain/money';
import { classifyMoneyCall } from './classify-money-call';
import { listAll } from './list-all';
import { makeTransport, type GatewayConnection, type Reply } from './transport';
import { readEnvelope, readOperation, type Envelope } from './wire';

export type { GatewayConnection } from './transport';

/**
 * A thin client of the CloudPayments / TipTop Pay HTTP API.
 *
 * It decides nothing about repeats: it sends once and says what is certain about the result. Money calls
 * never throw; reads throw `GatewayUnavailable`.
 */
export function makeGatewayClient(connection: GatewayConnection): PaymentGateway {
  const send = makeTransport(connection);

  async function read(path: string, params: object): Promise<Envelope> {
    const reply = await send(path, params, null);
    const envelope = reply.kind === 'answer' && reply.status === 200 ? readEnvelope(reply.body) : null;
    if (envelope) return envelope;
    const { why, detail } = unclear(reply);
    throw new GatewayUnavailable(why, detail);
  }

  async function readOne(path: string, params: object): Promise<GatewayOperation | null> {
    const { success, model } = await read(path, params);
    // A declined payment comes with `Success: false` and its model, so the model decides.
    if (isEmpty(model) && !success) return null;
    const operation = readOperation(model);
    if (!operation) throw new GatewayUnavailable('malformed', `${path}: a row that cannot be read`);
    return operation;
  }

  return {
    async refund({ transactionId, amountMinor, intent, requestId }: RefundOrder): Promise<RefundOutcome> {
      const params = {
        TransactionId: transactionId,
        Amount: Number(toDecimalText(amountMinor)),
        JsonData: { intent },
      };
      return classifyMoneyCall(await send('payments/refund', params, requestId), transactionId);
    },

    async voidPayment({ transactionId, requestId }: VoidOrder): Promise<RefundOutcome> {
      const outcome = classifyMoneyCall(
        await send('payments/void', { TransactionId: transactionId }, requestId),
        transactionId,
      );
      return outcome.kind === 'accepted' ? { kind: 'accepted', gatewayRefundId: null } : outcome;
    },

    getPayment: (transactionId) => readOne('payments/get', { TransactionId: transactionId }),
    findByInvoice: (invoiceId) => readOne('payments/find', { InvoiceId: invoiceId }),
    listOperations: (fromMs, toMs) => listAll((params) => read('v2/payments/list', params), fromMs, toMs),

    async ping(): Promise<PingResult> {
      const reply = await send('test', {}, null);
      const envelope = reply.kind === 'answer' && reply.status === 200 ? readEnvelope(reply.body) : null;
      return envelope?.success ? { ok: true } : { ok: false, ...unclear(reply) };
    },
  };
}

/** Why a reply is no answer to a read. */
function unclear(reply: Reply): Pick<GatewayUnavailable, 'why'> & { detail: string } {
  if (reply.kind !== 'answer') return { why: reply.why, detail: reply.detail };
  if (reply.status === 429) return { why: 'rate_limited', detail: 'HTTP 429' };
  if (reply.status === 401 || reply.status === 403) return { why: 'auth', detail: `HTTP ${reply.status}` };
  if (reply.status === 200) return { why: 'malformed', detail: 'not an answer of the gateway' };
  return { why: 'http_status', detail: `HTTP ${reply.status}` };
}

function isEmpty(model: unknown): boolean {
  return model === null || model === undefined;
}
