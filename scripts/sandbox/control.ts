import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FaultQueue } from './faults';
import { readBody, sendJson } from './http-io';
import { refund } from './money-methods';
import { integer, parseParams, text, type Params } from './params';
import { parsePaymentRequest } from './payment-request';
import { presentOperation } from './present';
import type { Processor } from './processor';
import { refused, type Method } from './results';
import type { World } from './world';

export interface ControlParts {
  world: World;
  faults: FaultQueue;
  processor: Processor;
  publicId: string;
}

/** The hand that tests and the demo move the gateway with; open on purpose, so it listens on loopback only. */
export function makeControl(parts: ControlParts) {
  const { world, faults, processor } = parts;

  async function byHand(res: ServerResponse, params: Params, run: Method): Promise<void> {
    const answer = await processor.process({
      method: null,
      run: withModelOfMoved(run),
      params,
      requestId: null,
      fault: null,
      remembers: false,
    });
    sendJson(res, answer.Success ? 200 : 422, answer);
  }

  const routes: Record<string, (res: ServerResponse, params: Params) => Promise<void> | void> = {
    'GET log': (res) => {
      sendJson(res, 200, world.log);
    },
    'GET faults': (res) => {
      sendJson(res, 200, faults.list());
    },
    'DELETE faults': (res) => {
      faults.clear();
      sendJson(res, 200, []);
    },
    'POST faults': (res, params) => {
      const armed = faults.arm(
        text(params.method) ?? '',
        text(params.fault) ?? '',
        integer(params.times ?? 1) ?? 0,
      );
      if (armed) sendJson(res, 200, faults.list());
      else
        sendJson(res, 422, {
          message: 'Expected {method, fault: G1 to G17 with an optional variant, times}',
        });
    },
    'GET clock': (res) => {
      sendClock(res);
    },
    'POST clock': async (res, params) => {
      const offsetMs = integer(params.offsetMs);
      if (offsetMs === null) {
        sendJson(res, 422, { message: 'Expected {offsetMs}' });
        return;
      }
      world.commit({ offsetMs });
      await world.clock.setOffset(offsetMs);
      sendClock(res);
    },
    'POST payments': (res, params) => byHand(res, params, makePayment),
    'POST refunds': (res, { transactionId, amount }) =>
      byHand(res, { TransactionId: transactionId, Amount: amount }, refund),
  };

  function sendClock(res: ServerResponse): void {
    sendJson(res, 200, { offsetMs: world.clock.offsetMs, now: new Date(world.clock.now()).toISOString() });
  }

  return async (req: IncomingMessage, res: ServerResponse, path: string): Promise<void> => {
    const name = `${req.method ?? 'GET'} ${path}`;
    const route = routes[name];
    if (!route) {
      sendJson(res, 404, { message: `No ${name} here` });
      return;
    }
    const body = await readBody(req);
    const params = body && parseParams(req.headers['content-type'] ?? 'application/json', body);
    if (!params) {
      sendJson(res, 400, { message: 'Body cannot be read' });
      return;
    }
    await route(res, params);
  };
}

const makePayment: Method = ({ world, params, now }) => {
  const operation = parsePaymentRequest(params, now, () => world.nextId());
  if (!operation)
    return refused('Expected {amount, currency, invoiceId, accountId, email, status?, createdAt?}');
  const type = NOTICE_OF_STATUS[operation.status];
  return {
    answer: { Success: true, Message: null },
    moved: {
      kind: 'payment',
      transactionId: operation.id,
      paymentTransactionId: null,
      amountMinor: operation.amountMinor,
      operations: [operation],
      notice: type && { type, operation },
    },
  };
};

const NOTICE_OF_STATUS = {
  AwaitingAuthentication: null,
  Authorized: 'pay',
  Completed: 'pay',
  Cancelled: 'cancel',
  Declined: 'fail',
} as const;

/** The control API shows the whole row that was made, where the method itself shows an id or nothing. */
function withModelOfMoved(run: Method): Method {
  return (context) => {
    const result = run(context);
    const [made] = result.moved?.operations ?? [];
    if (!made) return result;
    return { ...result, answer: { ...result.answer, Model: presentOperation(made, context.publicId) } };
  };
}
