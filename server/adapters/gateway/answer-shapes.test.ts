import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
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

it.each<[string, number, string, string, number | null]>([
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
  ['an id as text', 200, '{"Success":true,"Model":{"TransactionId":"568"}}', 'accepted', 568],
  ['reason 0', 200, '{"Success":true,"Model":{"TransactionId":568,"ReasonCode":0}}', 'accepted', 568],
  [
    'the payment’s own id for a refund',
    200,
    '{"Success":true,"Model":{"TransactionId":455}}',
    'accepted',
    null,
  ],
  ...['0', '-568', '568.5', '5.68e400', 'null', '""', '"5 68"', '[568]', 'true'].map(
    (id): [string, number, string, string, null] => [
      `no usable id in ${id}`,
      200,
      `{"Success":true,"Model":{"TransactionId":${id}}}`,
      'accepted',
      null,
    ],
  ),
  ['a list for a model', 200, '{"Success":true,"Model":[{"TransactionId":568}]}', 'accepted', null],
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
  [
    'reason 0 in its model',
    200,
    '{"Success":false,"Message":"Нет","Model":{"ReasonCode":0,"TransactionId":568}}',
    'Нет',
    '0',
  ],
  ['a code as text', 200, '{"Success":false,"Message":"No","ErrorCode":"E-1"}', 'No', 'E-1'],
])('takes a refusal with %s as refused', async (_, status, body, text, code) => {
  expect(await after(status, body)).toEqual({ kind: 'refused', text, code });
});

it.each([
  ['an empty body', 200, ''],
  ['a byte order mark', 200, '\ufeff{"Success":true,"Model":{"TransactionId":568}}'],
  ['blanks', 200, ' \r\n '],
  ['JSON that is cut', 200, '{"Success":true,"Model":{"TransactionId":5'],
  ['two answers in one', 200, '{"Success":true}{"Success":false}'],
  ['HTML', 200, '<!doctype html><title>Just a moment</title>'],
  ['Success as a number', 200, '{"Success":1,"Model":{"TransactionId":568}}'],
  ['success in small letters', 200, '{"success":true,"model":{"transactionId":568}}'],
  ['bytes that are no text', 200, Buffer.from([0xff, 0xfe, 0x00, 0x80, 0x7b])],
  ['an answer inside another', 200, '{"Model":{"Success":true,"TransactionId":568}}'],
  ['201', 201, '{"Success":true,"Model":{"TransactionId":568}}'],
  ['204', 204, ''],
  ['408', 408, ''],
  ['409', 409, '{"Success":false}'],
  ['503 of a proxy', 503, '<html>Service Unavailable</html>'],
  ['504 of a proxy', 504, ''],
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

it.each([
  ['rate_limited', 429, '<html>slow down</html>'],
  ['rate_limited', 429, '{"Success":true,"Model":{"TransactionId":568}}'],
  ['auth', 401, ''],
  ['auth', 403, '{"Success":false,"Message":"no such terminal"}'],
])('knows by status alone that nothing was executed: %s, HTTP %d', async (why, status, body) => {
  expect(await after(status, body)).toMatchObject({ kind: 'not_sent', why });
});

it.each([
  ['gzip that is none', Buffer.from('not packed at all'), { 'content-encoding': 'gzip' }],
  [
    'gzip that is cut',
    gzipSync('{"Success":true,"Model":{"TransactionId":568}}').subarray(0, 30),
    { 'content-encoding': 'gzip' },
  ],
  ['brotli that is none', Buffer.from([1, 2, 3, 4]), { 'content-encoding': 'br' }],
])('calls %s unknown', async (_, body, headers) => {
  expect(await after(200, body, headers)).toMatchObject({ kind: 'unknown' });
});

it('reads an answer that is packed', async () => {
  const packed = gzipSync('{"Success":true,"Model":{"TransactionId":568}}');
  expect(await after(200, packed, { 'content-encoding': 'gzip' })).toEqual({
    kind: 'accepted',
    gatewayRefundId: 568,
  });
});

it('reads no more of a packed answer than of another', async () => {
  const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024, 32));
  expect(await after(200, bomb, { 'content-encoding': 'gzip' })).toMatchObject({
    kind: 'unknown',
    why: 'malformed',
  });
});

it.each([301, 302, 303, 307, 308])(
  'does not follow a redirect (%d): the credentials stay here, the result is unknown',
  async (status) => {
    arrivals = 0;
    expect(await after(status, '', { location: '/elsewhere' })).toMatchObject({
      kind: 'unknown',
      why: 'redirect',
    });
    expect(arrivals).toBe(1);
  },
);

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
