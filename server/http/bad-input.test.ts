import { type AddressInfo, connect } from 'node:net';
import { promises as fs } from 'node:fs';
import { crc32 } from 'node:zlib';
import request from 'supertest';
import { z } from 'zod';
import { type Browser, openProductApp, type ProductApp } from '../testing/product-app';
import type { RouteSpec } from './route';

/** The whole product, asked badly at every address, on both databases: nothing may end as a fault of ours. */
let product: ProductApp;
let staff: Record<'reviewer' | 'manager' | 'admin', Browser>;
let claim: { id: string; version: number };
/** An id that exists, by the resource's address. */
const known = new Map<string, string>();
let port: number;

beforeAll(async () => {
  product = await openProductApp();
  staff = {
    reviewer: await product.signIn('reviewer'),
    manager: await product.signIn('manager'),
    admin: await product.signIn('admin'),
  };
  ({ port } = product.server.address() as AddressInfo);
  const order = {
    number: 'SO-1',
    customerName: 'Әсел',
    placedAt: '2026-11-20T10:00:00Z',
    lines: [{ title: 'Кесе', quantity: 1, unitMinor: 1_250_000 }],
  };
  expect((await staff.manager.post('/api/orders').send(order)).body).toMatchObject({ number: 'SO-1' });
  const created = await staff.manager
    .post('/api/claims')
    .field('claim', JSON.stringify(claimBody({ commandId: 'the-one' })))
    .attach('files', PICTURE, 'суреттің аты.png');
  claim = created.body as typeof claim;
  for (const resource of ['claims', 'customers', 'documents', 'orders', 'users', 'jobs', 'messages']) {
    const wanted = resource === 'users' ? `?filter=${encodeURIComponent('{"role":"auditor"}')}` : '';
    const rows = (await staff.manager.get(`/api/${resource}${wanted}`)).body as { id: string }[];
    known.set(resource, rows[0]?.id ?? 'x');
  }
});
afterAll(() => product.close());

/** One white pixel. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==',
  'base64',
);

const claimBody = (change: object = {}) => ({
  kind: 'refusal_before_handover',
  channel: 'phone',
  language: 'kk',
  customer: { name: 'Әсел Қуанышева', email: 'asel@example.kz', phone: null },
  requestedMinor: 1_250_000,
  currency: 'KZT',
  commandId: `c-${String(Math.random())}`,
  ...change,
});

const TOO_LARGE_FOR_A_COUNT = 2 ** 31;
/** Values that no field wants, or that two databases would treat differently. */
const ODD: readonly unknown[] = [
  null,
  [],
  {},
  -1,
  1.5,
  TOO_LARGE_FOR_A_COUNT,
  Number.MAX_SAFE_INTEGER,
  'a\u0000b',
  '\ud800',
  '🦄'.repeat(5000),
  ['x'],
  "' OR 1=1; --",
  '0001-01-01T00:00:00Z',
];

const ODD_IN_LISTS = [
  null,
  {},
  1.5,
  [TOO_LARGE_FOR_A_COUNT, 'x', null],
  TOO_LARGE_FOR_A_COUNT,
  'a\u0000b',
  "' OR 1=1; --",
];

/** A rough good value, so that the odd one beside it is what the schema stumbles over. */
function example(schema: Record<string, unknown>): unknown {
  const [first] = (schema.anyOf ?? schema.oneOf ?? []) as Record<string, unknown>[];
  if (first) return example(first);
  if (Array.isArray(schema.enum)) return schema.enum[0] as unknown;
  if (schema.const !== undefined) return schema.const;
  switch (schema.type) {
    case 'integer':
    case 'number':
      return 1;
    case 'boolean':
      return true;
    case 'array':
      return [example((schema.items ?? {}) as Record<string, unknown>)];
    case 'object':
      return exampleObject(schema);
    default:
      return schema.format === 'email' ? 'a@b.kz' : 'text';
  }
}

function exampleObject(schema: Record<string, unknown>): Record<string, unknown> {
  const properties = Object.entries((schema.properties ?? {}) as Record<string, Record<string, unknown>>);
  return Object.fromEntries(properties.map(([name, inner]) => [name, example(inner)]));
}

/** The example with one field made odd, for each field and odd value, one level down too. */
function* oddBodies(route: RouteSpec): Generator {
  yield* [
    null,
    5,
    'text',
    [],
    {},
    Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`f${String(i)}`, i])),
  ];
  if (!route.body) return;
  const schema = z.toJSONSchema(route.body, { io: 'input', unrepresentable: 'any' }) as Record<
    string,
    unknown
  >;
  const good = {
    ...exampleObject(schema),
    ...('version' in exampleObject(schema) ? { version: claim.version } : {}),
  };
  for (const name of Object.keys(good)) {
    for (const value of ODD) yield { ...good, commandId: `odd-${String(Math.random())}`, [name]: value };
    const inner = (good as Record<string, unknown>)[name];
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) continue;
    for (const key of Object.keys(inner))
      for (const value of ODD.slice(5, 9)) yield { ...good, [name]: { ...inner, [key]: value } };
  }
}

interface Answer {
  status: number;
  type: string;
  text: string;
}

async function ask(method: string, path: string, body?: string): Promise<Answer> {
  const person =
    path.startsWith('/api/users') || path.startsWith('/api/api-tokens') ? staff.admin : staff.manager;
  const answer = await fetch(`http://127.0.0.1:${String(port)}${path}`, {
    method: method.toUpperCase(),
    headers: { ...person.change, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body }),
    redirect: 'manual',
  });
  return { status: answer.status, type: answer.headers.get('content-type') ?? '', text: await answer.text() };
}

/** Faults among the answers: 5xx, refusals of another shape, or with a look inside. */
function faultsIn(what: string, { status, type, text }: Answer): string[] {
  if (status >= 500) return [`${what}: ${String(status)}`];
  // A session that ended on the way would let everything after it look well.
  if (status === 401 && !/ \/(webhooks|api\/(session|orders\/push|push))/.test(what)) return [`${what}: 401`];
  if (status >= 400 && !type.startsWith('application/problem+json'))
    return [`${what}: ${String(status)} as ${type}`];
  return status >= 400 && /node_modules|SELECT |\.(ts|js):\d/.test(text)
    ? [`${what}: shows ${text.slice(0, 200)}`]
    : [];
}

/** Streams never end, and these end the session that asks. */
const LEFT_OUT = new Set(['GET /api/changes', 'DELETE /api/session', 'DELETE /api/account/sessions']);

const idFor = (path: string) => known.get(path.split('/')[2] ?? '') ?? 'x';

it('odd bodies at every route that takes one', async () => {
  const faults: string[] = [];
  let asked = 0;
  for (const route of product.routes) {
    const name = `${route.method.toUpperCase()} ${route.path}`;
    if (route.method === 'get' || LEFT_OUT.has(name)) continue;
    const path = route.path.replace(/:\w+/g, idFor(route.path));
    for (const body of oddBodies(route)) {
      asked += 1;
      faults.push(
        ...faultsIn(
          `${name} ${JSON.stringify(body).slice(0, 300)}`,
          await ask(route.method, path, JSON.stringify(body)),
        ),
      );
    }
  }
  expect(faults).toEqual([]);
  expect(asked).toBeGreaterThan(1_000);
}, 300_000);

it('odd questions at every list', async () => {
  const faults: string[] = [];
  for (const { method, path } of product.routes) {
    if (method !== 'get' || LEFT_OUT.has(`GET ${path}`) || !path.startsWith('/api/') || path.includes(':'))
      continue;
    for (const query of await oddQueries(path)) {
      const question = Object.entries(query).map(([key, value]) => `${key}=${encodeURIComponent(value)}`);
      const address = `${path}?${question.join('&')}`;
      faults.push(...faultsIn(`GET ${decodeURIComponent(address).slice(0, 300)}`, await ask('get', address)));
    }
  }
  expect(faults).toEqual([]);
}, 300_000);

/** A refusal of an unknown field names the known ones; each is asked with each odd value. */
async function oddQueries(path: string): Promise<Record<string, string>[]> {
  const { text } = await ask('get', `${path}?filter=${encodeURIComponent('{"nobody":1}')}`);
  const known = /known: ([\w, ]+)/.exec(text)?.[1]?.split(', ') ?? [];
  const queries: Record<string, string>[] = [
    { filter: '{"__proto__":1}' },
    { filter: '{"constructor":1}' },
    { filter: '{"q":"%_\\\\"}' },
    { filter: `{"q":${JSON.stringify('а'.repeat(1000))}}` },
    { sort: '["constructor","ASC"]' },
    { sort: '["id;","ASC"]' },
    { range: '[0,99]' },
    { range: '[9007199254740980,9007199254740991]' },
    { received: 'x'.repeat(5000), kind: '[]' },
  ];
  for (const name of known) {
    queries.push({ sort: JSON.stringify([name, 'DESC']) });
    for (const value of ODD_IN_LISTS) queries.push({ filter: JSON.stringify({ [name]: value }) });
    for (const value of [TOO_LARGE_FOR_A_COUNT, '2026-02-30'])
      queries.push({ filter: JSON.stringify({ [`${name}_gte`]: value }) });
  }
  return queries;
}

it('odd ids at every address with one', async () => {
  const faults: string[] = [];
  const ids = [
    '__proto__',
    "'%20OR%201=1",
    '%F0%9F%A6%84',
    'x'.repeat(3000),
    '..%2f..%2fx',
    '%25',
    '0',
    '-1',
    '9'.repeat(40),
  ];
  for (const { method, path } of product.routes) {
    if (!path.includes(':') || LEFT_OUT.has(`${method.toUpperCase()} ${path}`)) continue;
    for (const id of ids) {
      const address = path.replace(/:\w+/g, id);
      faults.push(
        ...faultsIn(
          `${method} ${address.slice(0, 80)}`,
          await ask(method, address, method === 'get' ? undefined : '{}'),
        ),
      );
    }
  }
  expect(faults).toEqual([]);
}, 120_000);

it.each(['claims', 'customers', 'documents', 'orders', 'users'])(
  'a version of %s beyond what a column holds is a refusal',
  async (resource) => {
    const path = `/api/${resource}/${known.get(resource) ?? ''}`;
    const person = resource === 'users' ? staff.admin : staff.manager;
    expect((await person.get(path)).status).toBe(200);
    for (const version of [TOO_LARGE_FOR_A_COUNT, Number.MAX_SAFE_INTEGER])
      expect([409, 422]).toContain(
        (await person.put(path).send({ version, name: 'Әсел', type: 'other' })).status,
      );
  },
);

it('keys that would reach into a prototype do nothing', async () => {
  const body = JSON.stringify(claimBody()).replace('{', '{"__proto__":{"role":"admin"},');
  const answer = await ask('post', '/api/claims', body);
  expect(answer.status).toBe(422);
  expect(({} as { role?: string }).role).toBeUndefined();
});

it('fields that nobody may write are refused or ignored', async () => {
  const before = (await staff.reviewer.get(`/api/claims/${claim.id}`)).body as Record<string, unknown>;
  const written = {
    state: 'approved',
    approvedMinor: 1,
    approvedById: 'me',
    createdAt: '2000-01-01T00:00:00Z',
    closedAt: '2000-01-01T00:00:00Z',
    number: 'UM-1',
  };
  const saved = await staff.reviewer
    .put(`/api/claims/${claim.id}`)
    .send({ version: before.version, language: 'kk', ...written });
  expect(saved.status).toBe(200);
  const { state, approvedMinor, createdAt, closedAt, number } = before;
  expect(saved.body).toMatchObject({ state, approvedMinor, createdAt, closedAt, number });
  claim.version = (saved.body as typeof claim).version;
  const unknown = await staff.reviewer
    .put(`/api/claims/${claim.id}`)
    .send({ version: claim.version, isAdmin: true });
  expect(unknown.status).toBe(422);
});

describe('on the wire', () => {
  /** Sends bytes as they are and gives what comes back until the connection ends. */
  async function wire(text: string, { hangUp = false } = {}): Promise<string> {
    const socket = connect(port, '127.0.0.1');
    let answer = '';
    socket.on('data', (chunk: Buffer) => (answer += chunk.toString()));
    socket.on('error', () => undefined);
    socket.write(text);
    if (hangUp) socket.end();
    await new Promise((resolve) => {
      socket.once('close', resolve);
      socket.once('data', () => setTimeout(() => socket.destroy(), 50));
    });
    return answer;
  }
  const head = (extra: string) =>
    `POST /api/session HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n${extra}\r\n\r\n`;

  it.each([
    [
      'a length that promises more than comes',
      head('Content-Length: 500') + '{"email":',
      /^(HTTP\/1.1 400 |$)/,
    ],
    ['a length that promises less', head('Content-Length: 5') + '{"email":"a"}', /^HTTP\/1.1 400 /],
    ['two lengths', head('Content-Length: 5\r\nContent-Length: 6') + '{}   ', /^HTTP\/1.1 400 /],
    [
      'a length and chunks',
      head('Content-Length: 5\r\nTransfer-Encoding: chunked') + '0\r\n\r\n',
      /^HTTP\/1.1 400 /,
    ],
    ['broken chunks', head('Transfer-Encoding: chunked') + 'zz\r\n{}\r\n', /^HTTP\/1.1 400 /],
    ['headers of 100 KB', head(`X-A: ${'a'.repeat(100_000)}`), /^HTTP\/1.1 431 /],
    ['another protocol', 'EHLO example.kz\r\n\r\n', /^HTTP\/1.1 400 /],
    ['no host', 'GET /healthz HTTP/1.1\r\n\r\n', /^HTTP\/1.1 400 /],
  ])('%s', async (_what, text, expected) => {
    expect(await wire(text, { hangUp: true })).toMatch(expected);
    expect((await ask('get', '/healthz')).status).toBe(200);
  });

  it.each([
    ['application/json; charset=windows-1251', 415],
    ['application/json; charset=utf-16', 400],
    ['application/jsonp', 415],
    ['multipart/form-data', 415],
    ['', 415],
  ])('a body of type "%s"', async (type, status) => {
    const answer = await request(product.server)
      .post('/api/session')
      .set('content-type', type)
      .send(Buffer.from('{"email":"a@b.kz","password":"x"}'));
    expect(answer.status).toBe(status);
  });

  it('a compressed body, which may unfold to anything', async () => {
    const answer = await request(product.server)
      .post('/api/session')
      .set({ 'content-type': 'application/json', 'content-encoding': 'gzip' })
      .send(Buffer.from('1f8b', 'hex'));
    expect(answer.status).toBe(415);
  });
});

describe('files at the real routes', () => {
  const stored = async () => {
    const entries = await fs.readdir(product.root, { recursive: true, withFileTypes: true }).catch(() => []);
    return entries.filter((entry) => entry.isFile()).length;
  };
  const send = (file: Buffer, name: string) =>
    staff.reviewer
      .post('/api/claims')
      .field('claim', JSON.stringify(claimBody()))
      .attach('files', file, { filename: name, contentType: 'application/octet-stream' });
  const claims = async () => (await staff.reviewer.get('/api/claims')).headers['content-range'];

  /** A well-formed head of a picture of 60 000 × 60 000 with nothing behind it. */
  const flood = Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    ...['IHDR 0000ea600000ea600806000000', 'IDAT 789c030000000001', 'IEND '].map((chunk) => {
      const [name = '', data = ''] = chunk.split(' ');
      const body = Buffer.concat([Buffer.from(name), Buffer.from(data, 'hex')]);
      const numbers = Buffer.alloc(8);
      numbers.writeUInt32BE(body.length - 4);
      numbers.writeUInt32BE(crc32(body), 4);
      return Buffer.concat([numbers.subarray(0, 4), body, numbers.subarray(4)]);
    }),
  ]);

  it.each([
    ['a hundred megabytes', () => Buffer.alloc(100 * 1024 * 1024, 0x25), 'big.pdf', 413],
    ['a program called PDF', () => Buffer.from('MZ\u0090\0 no paper'), 'өтініш.pdf', 415],
    ['a flood of pixels', () => flood, 'flood.png', 413],
    ['nothing', () => Buffer.alloc(0), 'empty.pdf', 422],
  ])(
    '%s is refused, and neither claim nor file stays',
    async (_what, content, name, status) => {
      const before = [await stored(), await claims()];
      const begun = Date.now();
      expect((await send(content(), name)).status).toBe(status);
      expect(Date.now() - begun).toBeLessThan(20_000);
      expect([await stored(), await claims()]).toEqual(before);
    },
    60_000,
  );

  it('ten thousand fields of a form', async () => {
    const fields = Array.from(
      { length: 10_000 },
      (_, i) => `--x\r\nContent-Disposition: form-data; name="f${String(i)}"\r\n\r\n1\r\n`,
    );
    const answer = await staff.reviewer
      .post('/api/claims')
      .set('content-type', 'multipart/form-data; boundary=x')
      .send(`${fields.join('')}--x--\r\n`);
    expect(answer.status).toBe(413);
  });

  it('a full disk: 503, neither claim nor file, and all is well when there is room again', async () => {
    const before = [await stored(), await claims()];
    product.disk.full = true;
    const answer = await send(PICTURE, 'түбіртек.png');
    product.disk.full = false;
    expect([answer.status, answer.body]).toMatchObject([
      503,
      { type: '/problems/unavailable', part: 'storage' },
    ]);
    expect([await stored(), await claims()]).toEqual(before);
    expect((await send(PICTURE, '../../түбіртек.png')).status).toBe(201);
    expect(await stored()).toBe(Number(before[0]) + 1);
    const newest = await staff.reviewer.get('/api/documents?sort=["createdAt","DESC"]&range=[0,0]');
    expect(newest.body).toMatchObject([{ name: 'түбіртек.png' }]);
  });
});
