import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startSandbox, type RunningSandbox, type SandboxOptions } from './start-sandbox';

export const PUBLIC_ID = 'test_api_sandbox';
export const API_SECRET = 'sandbox-secret';

export interface Received {
  path: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** A merchant's notification address that answers what it is told to. */
export async function startReceiver(answer: () => { status: number; body: string }) {
  const received: Received[] = [];
  const server = createServer((req, res) => {
    const chunks: Buffer[] = [];
    req.on('data', (chunk: Buffer) => chunks.push(chunk));
    req.on('end', () => {
      received.push({ path: req.url ?? '', headers: req.headers, body: Buffer.concat(chunks) });
      const { status, body } = answer();
      res.writeHead(status, { 'content-type': 'application/json' }).end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks/`, received, close };
}

/** A sandbox on a free port with the two ways of talking to it. */
export async function startTestSandbox(options: Partial<SandboxOptions> = {}) {
  const sandbox = await startSandbox({ port: 0, publicId: PUBLIC_ID, apiSecret: API_SECRET, ...options });
  return { sandbox, ...talkTo(sandbox) };
}

export function talkTo({ url }: RunningSandbox) {
  const basic = `Basic ${Buffer.from(`${PUBLIC_ID}:${API_SECRET}`).toString('base64')}`;

  /** One API call; `requestId` travels as X-Request-ID. */
  async function call(path: string, params: object, requestId?: string): Promise<ApiReply> {
    const headers: Record<string, string> = { authorization: basic, 'content-type': 'application/json' };
    if (requestId !== undefined) headers['x-request-id'] = requestId;
    const res = await fetch(`${url}/${path}`, { method: 'POST', headers, body: JSON.stringify(params) });
    const text = await res.text();
    return { status: res.status, text, body: parse(text) };
  }

  async function control(method: string, path: string, body?: object): Promise<ControlReply> {
    const init = {
      method,
      headers: { 'content-type': 'application/json' },
      body: body && JSON.stringify(body),
    };
    const res = await fetch(`${url}/__sandbox/${path}`, init);
    return { status: res.status, body: (await res.json()) as ControlReply['body'] };
  }

  /** Makes a payment and returns its id. */
  async function pay(amount: number, more: object = {}): Promise<number> {
    const { body } = await control('POST', 'payments', {
      amount,
      currency: 'KZT',
      invoiceId: 'SO-1',
      ...more,
    });
    return body.Model.TransactionId;
  }

  return { call, control, pay };
}

/** Waits until something holds; fails after two seconds. */
export async function until(holds: () => boolean): Promise<void> {
  const deadline = Date.now() + 2_000;
  while (!holds()) {
    if (Date.now() > deadline) throw new Error('It never came to hold');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

interface Row {
  TransactionId: number;
  [field: string]: unknown;
}

interface ApiReply {
  status: number;
  text: string;
  body: { Success: boolean; Message: string | null; Model: Row & Row[] };
}

interface ControlReply {
  status: number;
  body: { Success: boolean; Message: string | null; Model: Row; now: string };
}

function parse(text: string): ApiReply['body'] {
  try {
    return JSON.parse(text) as ApiReply['body'];
  } catch {
    return {
      Success: false,
      Message: null,
      Model: Object.assign([], { TransactionId: 0 }) as unknown as ApiReply['body']['Model'],
    };
  }
}
