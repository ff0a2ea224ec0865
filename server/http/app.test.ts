import request from 'supertest';
import { openPlatformApp, type PlatformApp } from '../testing/platform-app';

let desk: PlatformApp;
let staff: Awaited<ReturnType<PlatformApp['signIn']>>;

beforeAll(async () => {
  desk = await openPlatformApp();
  staff = await desk.signIn('manager');
});
afterAll(() => desk.close());

const list = (query: string) => staff.get(`/api/customers?${query}`);

describe('bad input ends as a problem, never as a fault', () => {
  it.each([
    ['{"email":', 'application/json', 400, 'cut JSON'],
    ['5', 'application/json', 422, 'readable, but no object'],
    ['[]', 'application/json', 422, 'an array'],
    ['{"email":["a"],"password":1}', 'application/json', 422, 'wrong types'],
    ['{"email":"a\\u0000b","password":"x"}', 'application/json', 400, 'NUL'],
    ['{"email":"\\ud800","password":"x"}', 'application/json', 400, 'half of a surrogate pair'],
    ['{"email":"a","password":"x","isAdmin":true}', 'application/json', 422, 'an unknown key'],
    ['email=a&password=b', 'application/x-www-form-urlencoded', 415, 'what a form sends across sites'],
    ['{"email":"a","password":"b"}', 'text/plain', 415, 'JSON in disguise'],
  ])('%s as %s', async (body, type, status) => {
    const answer = await request(desk.app).post('/api/session').set('content-type', type).send(body);
    expect(answer.status).toBe(status);
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(JSON.stringify(answer.body)).not.toMatch(/node_modules|SELECT|\.ts:/);
  });

  it('broken UTF-8, deep and large bodies', async () => {
    const send = (body: Buffer) => {
      const call = request(desk.app).post('/api/session').set('content-type', 'application/json');
      call.write(body);
      return call;
    };
    expect((await send(Buffer.from([0x22, 0xc3, 0x28, 0x22]))).status).toBe(400);
    expect((await send(Buffer.from('['.repeat(50_000) + ']'.repeat(50_000)))).status).toBe(422);
    expect((await send(Buffer.from(JSON.stringify('x'.repeat(1_100_000))))).status).toBe(413);
  });

  it.each([
    ['filter=%7B', 400],
    ['filter=1', 422],
    ['filter=%7B%22nobody%22%3A1%7D', 422],
    ['filter=%7B%22name%22%3A1%7D', 422],
    ['filter=%7B%22name%22%3A%22%5Cu0000%22%7D', 400],
    ['filter=%7B%7D&filter=%7B%7D', 400],
    ['sort=%5B%22searchName%22%2C%22ASC%22%5D', 422],
    ['sort=%5B%22name%22%2C%22asc%3B%22%5D', 422],
    ['range=%5B0%2C100%5D', 422],
    ['range=%5B5%2C1%5D', 422],
    ['range=%5B-1%2C3%5D', 422],
    ['q=%ff', 400],
    ['q=%00', 400],
  ])('list with %s', async (query, status) => {
    expect((await list(query)).status).toBe(status);
  });

  it('addresses that cannot be read', async () => {
    expect((await staff.get('/api/customers/%00')).status).toBe(400);
    expect((await staff.get('/api/customers/%E0%A4%A')).status).toBe(400);
    expect((await staff.get(`/api/customers/${'x'.repeat(3000)}`)).status).toBe(404);
  });

  it('LIKE signs in a search are letters', async () => {
    await desk.addCustomer('percent');
    const all = await list(`filter=${encodeURIComponent('{"q":"%"}')}`);
    expect(all.headers['content-range']).toBe('customers */0');
  });
});

describe('methods and addresses', () => {
  it('405 with Allow for another method, TRACE included; JSON 404 for an unknown address', async () => {
    const answer = await staff.delete('/api/customers');
    expect([answer.status, answer.headers.allow]).toEqual([405, 'GET, HEAD']);
    expect((await request(desk.app).trace('/api/customers')).status).toBe(405);
    const unknown = await request(desk.app).get('/api/nothing');
    expect([unknown.status, unknown.headers['content-type']]).toEqual([
      404,
      'application/problem+json; charset=utf-8',
    ]);
  });

  it('headers that keep data from being run, framed or kept', async () => {
    const answer = await staff.get('/api/customers');
    const headers = answer.headers as Record<string, string>;
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
    });
    expect(headers['strict-transport-security']).toBeDefined();
    const page = await request(desk.app).get('/api/docs');
    const policy = String(page.headers['content-security-policy']);
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toContain('unsafe');
    for (const part of ['object-src', 'base-uri', 'frame-ancestors'])
      expect(policy).toContain(`${part} 'none'`);
  });

  it('describes every route in OpenAPI 3.1', async () => {
    const answer = await request(desk.app).get('/api/openapi.json');
    const { openapi, paths } = answer.body as { openapi: string; paths: Record<string, object> };
    expect(openapi).toBe('3.1.0');
    for (const { path, method } of desk.routes) {
      expect(paths[path.replace(/:(\w+)/g, '{$1}')]).toHaveProperty(method);
    }
  });
});

describe('text', () => {
  it.each(['Әсем Ғалымқызы Үңгір һәм Іңкәр', '👩🏽‍⚖️ төрт байт', "O'Neil; DROP TABLE"])(
    '%s comes back as it went',
    async (name) => {
      const id = await desk.addCustomer('before');
      const saved = await staff.put(`/api/customers/${id}`).send({ version: 1, name });
      expect(saved.body).toMatchObject({ name, version: 2 });
      expect((await staff.get(`/api/customers/${id}`)).body).toMatchObject({ name });
      const stale = await staff.put(`/api/customers/${id}`).send({ version: 1, name: 'late' });
      expect(stale.body).toMatchObject({ status: 409, current: { name, version: 2 } });
    },
  );
});

describe('deadlines', () => {
  const ask = (received: string, kind = 'refusal') =>
    staff.get(`/api/deadlines?received=${received}&kind=${kind}`);

  it.each([
    ['2026-11-25T11:00:00%2B05:00', '2026-12-07'],
    ['2026-11-25T11:00:00+05:00', '2026-12-07'],
    ['2026-11-25T06:00:00Z', '2026-12-07'],
    ['20261125T060000,5Z', '2026-12-07'],
  ])('%s is due on %s', async (received, dueOn) => {
    const body: unknown = (await ask(received)).body;
    expect(body).toMatchObject({ dueOn, dueAt: '2026-12-07T19:00:00.000Z' });
    expect(body).not.toHaveProperty('provisional');
  });

  it('says when the calendar is not published', async () => {
    expect((await ask('2026-12-30T16:00:00%2B05:00')).body).toMatchObject({
      dueOn: '2027-01-11',
      provisional: true,
    });
  });

  it.each([
    '2026-11-25',
    '2026-02-30T10:00:00Z',
    '2026-11-25T11:00:00',
    'tomorrow',
    '',
    '2026-13-01T00:00:00Z',
    '0000-01-01T00:00:00Z',
  ])('refuses %s', async (received) => {
    expect((await ask(received)).status).toBe(422);
  });

  it('needs a known kind and a session', async () => {
    expect((await ask('2026-11-25T06:00:00Z', 'other')).status).toBe(422);
    expect((await request(desk.app).get('/api/deadlines')).status).toBe(401);
  });
});

it('lists calendar days of a year and the settings', async () => {
  const days = await staff.get(
    `/api/calendar-days?range=[0,99]&filter=${encodeURIComponent('{"year":2026}')}`,
  );
  expect((days.body as { id: string }[]).every(({ id }) => id.startsWith('2026-'))).toBe(true);
  const setting = await staff.get('/api/settings/tenDay.days');
  expect(setting.body).toMatchObject({ value: 10, default: 10, history: [] });
  const law = await staff.get(
    `/api/settings?range=[0,0]&filter=${encodeURIComponent('{"key":"tenDay.days"}')}`,
  );
  expect(law.headers['content-range']).toBe('settings 0-0/1');
  expect((await staff.get('/api/settings?filter={"nope":1}')).status).toBe(422);
});

it('records a refused right', async () => {
  expect((await staff.post('/api/users').send({})).status).toBe(403);
  const wanted = encodeURIComponent('{"action":"access.refused"}');
  const body: unknown = (await staff.get(`/api/audit-events?filter=${wanted}`)).body;
  expect(body).toMatchObject([{ actorName: 'manager', resourceId: 'POST /api/users' }]);
});
