import type { IncomingMessage, ServerResponse } from 'node:http';
import { toUnits, parseAmount } from './amount';
import type { Fault, FaultQueue } from './faults';
import { answerWithFault } from './fault-answers';
import { readBody, sendJson, sendText } from './http-io';
import { METHODS } from './methods';
import { integer, parseParams, type Params } from './params';
import { loggable, type Call, type Processor } from './processor';
import type { World } from './world';

/** Requests that a test-mode terminal may have in process at once. */
const MAX_IN_PROCESS = 5;

export interface ApiParts {
  world: World;
  faults: FaultQueue;
  processor: Processor;
  publicId: string;
  apiSecret: string;
}

/** The gateway's own methods: every arrival is logged, then limited, authorised, and answered. */
export function makeApi(
  parts: ApiParts,
): (req: IncomingMessage, res: ServerResponse, path: string) => Promise<void> {
  const credentials = `Basic ${Buffer.from(`${parts.publicId}:${parts.apiSecret}`).toString('base64')}`;
  let inProcess = 0;

  return async (req, res, path) => {
    inProcess += 1;
    res.once('close', () => (inProcess -= 1));
    const crowded = inProcess > MAX_IN_PROCESS;
    const body = await readBody(req);
    const params = body && parseParams(req.headers['content-type'], body);
    const authorised = req.headers.authorization === credentials;
    const fault = crowded || !authorised ? null : parts.faults.take(path);
    const requestId = requestIdOf(req);
    logCall(parts.world, path, params, requestId, fault);

    const method = METHODS[path];
    if (crowded) {
      sendText(res, 429, 'Too Many Requests');
      return;
    }
    if (!authorised) {
      sendText(res, 401, 'Unauthorized');
      return;
    }
    if (!method || req.method !== 'POST') {
      sendText(res, method ? 405 : 404, 'Not Found');
      return;
    }
    if (!params) {
      sendJson(res, 400, { Success: false, Message: 'Request cannot be read' });
      return;
    }

    const call: Call = { method: path, ...method, params, requestId, fault };
    if (fault) await answerWithFault(res, call, fault, parts);
    else sendJson(res, 200, await parts.processor.process(call));
  };
}

function logCall(
  world: World,
  method: string,
  params: Params | null,
  requestId: string | null,
  fault: Fault | null,
): void {
  const transactionId = integer(params?.TransactionId);
  const amountMinor = parseAmount(params?.Amount);
  world.commit({
    entry: {
      kind: 'call',
      transactionId,
      paymentTransactionId: transactionId,
      amount: amountMinor === null ? null : toUnits(amountMinor),
      requestId,
      method,
      body: params && loggable(params),
      fault: fault?.name ?? null,
      byHand: false,
    },
  });
}

function requestIdOf(req: IncomingMessage): string | null {
  const header = req.headers['x-request-id'];
  return typeof header === 'string' && header !== '' ? header : null;
}
