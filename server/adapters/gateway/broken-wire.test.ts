import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import type { PaymentGateway } from '../../gateway-port';
import { makeGatewayClient } from './gateway-client';

const ANSWER = '{"Success":true,"Model":{"TransactionId":568}}';
const HEAD = `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${ANSWER.length}\r\n`;

/** Bytes instead of a web server: what a dying gateway, or something between us and it, may put on the wire. */
let behave: (socket: Socket) => void;
let server: Server;
const sockets = new Set<Socket>();
let gateway: PaymentGateway;
// One address a test, so that no connection of another one is used again.
beforeEach(async () => {
  server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    socket.once('data', () => behave(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const baseUrl = `http://127.0.0.1:${port}`;
  gateway = makeGatewayClient({ baseUrl, publicId: 'p', apiSecret: 's', timeoutMs: 300, maxConcurrency: 2 });
});
afterEach(async () => {
  sockets.forEach((socket) => socket.destroy());
  await new Promise((resolve) => server.close(resolve));
});

const refund = () => gateway.refund({ transactionId: 455, amountMinor: 10_000, intent: 'i', requestId: 'i' });
const write = (text: string) => (socket: Socket) => void socket.write(text);

it.each<[string, (socket: Socket) => void]>([
  ['silence', () => undefined],
  ['a head that stops', write(HEAD)],
  ['a body that stops', write(`${HEAD}\r\n${ANSWER.slice(0, 20)}`)],
  [
    'a head that drips',
    (socket) => {
      const drip = setInterval(() => socket.write('x-a: b\r\n'), 20);
      socket.write(HEAD);
      socket.on('close', () => clearInterval(drip));
    },
  ],
  [
    'a body that drips',
    (socket) => {
      const drip = setInterval(() => socket.write('1\r\n \r\n'), 20);
      socket.write('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n');
      socket.on('close', () => clearInterval(drip));
    },
  ],
])('%s ends as unknown when the time is over', async (_, what) => {
  behave = what;
  expect(await refund()).toMatchObject({ kind: 'unknown', why: 'timeout' });
});

it.each<[string, (socket: Socket) => void]>([
  ['an end before the answer', (socket) => void socket.end()],
  ['a reset before the answer', (socket) => void socket.resetAndDestroy()],
  ['an end in the head', (socket) => void socket.end(HEAD.slice(0, 30))],
  ['an end in the body', (socket) => void socket.end(`${HEAD}\r\n${ANSWER.slice(0, 20)}`)],
  [
    'a reset in the body',
    (socket) => void socket.write(`${HEAD}\r\n${ANSWER.slice(0, 20)}`, () => socket.resetAndDestroy()),
  ],
  [
    'chunks without an end',
    (socket) => void socket.end(`HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2e\r\n${ANSWER}\r\n`),
  ],
  ['no web server at all', (socket) => void socket.end('220 mail.example.kz ESMTP\r\n')],
  [
    'a head as long as a book',
    (socket) => void socket.end(`HTTP/1.1 200 OK\r\nx-a: ${'a'.repeat(200_000)}\r\n\r\n`),
  ],
])('%s is unknown: it may have been executed', async (_, what) => {
  behave = what;
  expect(await refund()).toMatchObject({ kind: 'unknown', why: 'connection_lost' });
});

it('an answer that never says how long it is counts when its end has come', async () => {
  behave = (socket) => void socket.end(`HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n${ANSWER}`);
  expect(await refund()).toEqual({ kind: 'accepted', gatewayRefundId: 568 });
});
