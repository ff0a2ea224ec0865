import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import type { PaymentGateway } from '../../gateway-port';
import { makeGatewayClient } from './gateway-client';

/** A gateway that answers whatever the test says. */
let answer: { status: number; headers?: Record<string, string>; body: string | Buffer };
let arrivals = 0;
let server: Server;
let gateway: PaymentGateway;
beforeAll(async () => {
  server = createServer((req, res) => {
    arrivals += 1;
    req.resume();
    res.writeHead(answer.status, answer.headers).end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const baseUrl = `http://127.0.0.1:${port}`;
  gateway = makeGatewayClient({
    baseUrl,
    publicId: 'p',
    apiSecret: 's',
    timeoutMs: 2_000,
    maxConcurrency: 2,
  });
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const order = { transactionId: 455, amountMinor: 10000, intent: 'i', requestId: 'i' };
const after = (status: number, body: string | Buffer, headers?: Record<string, string>) => {
  answer = { status, body, headers };
  return gateway.refund(order);
};

it.each([
  [
    'the documented answer',
    200,
    '{"Model":{"TransactionId":568},"Success":true,"Message":null}',
    'accepted',
    568,
  ],
  ['success without a model', 200, '{"Success":true,"Message":null}', 'accepted', null],
  [
    'an id that a number cannot hold',
    200,
    '{"Success":true,"Model":{"TransactionId":9007199254740993}}',
    'accepted',
    null,
  ],
  [
    'unknown extra fields',
    200,
    '{"Success":true,"InnerResult":{},"Model":{"TransactionId":1,"X":[]}}',
    'accepted',
    1,
  ],
])('accepts %s', async (_, status, body, kind, gatewayRefundId) => {
  expect(await after(status, body)).toEqual({ kind, gatewayRefundId });
});

it.each([
  ['no text', 200, '{"Success":false,"Message":null}', '', null],
  [
    'a text',
    200,
    '{"Success":false,"Message":"Amount is too big","ErrorCode":6018}',
    'Amount is too big',
    '6018',
  ],
  ['HTTP 400', 400, '{"Success":false,"Message":"TransactionId is empty"}', 'TransactionId is empty', null],
  [
    'a declined model',
    200,
    '{"Success":false,"Model":{"ReasonCode":5051,"CardHolderMessage":"Нет средств"}}',
    'Нет средств',
    '5051',
  ],
])('takes a refusal with %s as refused', async (_, status, body, text, code) => {
  expect(await after(status, body)).toEqual({ kind: 'refused', text, code });
});

it.each([
  ['an empty body', 200, ''],
  ['a list', 200, '[]'],
  ['Success as text', 200, '{"Success":"true"}'],
  ['HTML with 400', 400, '<html>'],
  ['success with 400', 400, '{"Success":true}'],
  ['success with 500', 500, '{"Success":true,"Model":{"TransactionId":1}}'],
  ['a refusal with 502', 502, '{"Success":false}'],
  ['404', 404, '{"Success":false}'],
  ['more than any answer holds', 200, Buffer.alloc(5 * 1024 * 1024, 32)],
])('calls %s unknown', async (_, status, body) => {
  expect(await after(status, body)).toMatchObject({ kind: 'unknown' });
});

it('does not follow a redirect: the credentials stay here, the result is unknown', async () => {
  arrivals = 0;
  expect(await after(307, '', { location: '/elsewhere' })).toMatchObject({
    kind: 'unknown',
    why: 'redirect',
  });
  expect(arrivals).toBe(1);
});

it('calls garbage unknown, never refused and never accepted', async () => {
  await fc.assert(
    fc.asyncProperty(fc.json(), async (body) => {
      const value: unknown = JSON.parse(body);
      fc.pre(typeof value !== 'object' || value === null || !('Success' in value));
      expect(await after(200, body)).toMatchObject({ kind: 'unknown' });
    }),
    { numRuns: 50 },
  );
});
