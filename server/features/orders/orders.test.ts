import { type DeskApp, openDeskApp } from '../../testing/desk-app';
import { AuditEventEntity } from '../audit';

let desk: DeskApp;
beforeAll(async () => {
  desk = await openDeskApp();
});
afterAll(() => desk.close());

const order = (number: string, changed: object = {}) => ({
  number,
  customerName: 'Айгүл Сейтқали',
  customerEmail: 'Aigul@Example.kz',
  deliveryFeeMinor: 150_000,
  discountMinor: 50_000,
  placedAt: '2026-11-20T09:00:00+05:00',
  lines: [
    { title: 'Кесе', quantity: 2, unitMinor: 450_000, discountMinor: 100_000, category: 'household' },
    { title: 'Шәйнек', quantity: 1, unitMinor: 900_000 },
  ],
  ...changed,
});
const HEADER =
  'number,placed_at,customer_name,customer_email,line_title,quantity,unit_price,line_discount,delivery_fee';
const importCsv = (text: string | Buffer, query = '') =>
  desk.as('reviewer').post(`/api/orders/import${query}`).set('content-type', 'text/csv').send(text);
const numbers = async () => {
  const res = await desk.as('reviewer').get('/api/orders?range=[0,99]');
  return (res.body as { number: string }[]).map(({ number }) => number);
};

it('makes an order by hand with its total and lists it with its lines', async () => {
  const made = await desk.as('reviewer').post('/api/orders').send(order('SO-1')).expect(201);
  expect(made.body).toMatchObject({ totalMinor: 1_800_000, customerEmail: 'aigul@example.kz', version: 1 });

  const list = await desk.as('auditor').get('/api/orders?filter={"number":"SO-1"}').expect(200);
  expect(list.headers['content-range']).toBe('orders 0-0/1');
  expect((list.body as { lines: object[] }[])[0]?.lines).toHaveLength(2);
  await desk.as('reviewer').post('/api/orders').send(order('SO-1')).expect(422);
});

it('changes an order under its version and refuses a stale editor with the current row', async () => {
  const made = await desk.as('reviewer').post('/api/orders').send(order('SO-2')).expect(201);
  const { id } = made.body as { id: string };
  const changed = await desk
    .as('reviewer')
    .put(`/api/orders/${id}`)
    .send({ version: 1, handedOverOn: '2026-11-21' });
  expect(changed.body).toMatchObject({ version: 2, handedOverOn: '2026-11-21', totalMinor: 1_800_000 });

  const stale = await desk
    .as('reviewer')
    .put(`/api/orders/${id}`)
    .send({ version: 1, customerName: 'X' })
    .expect(409);
  expect(stale.body).toMatchObject({ type: '/problems/stale-version', current: { version: 2 } });
  await desk.as('reviewer').put(`/api/orders/${id}`).send({ version: 2, colour: 'red' }).expect(422);
});

it('imports a file as a whole, twice without a difference, and only rehearses on request', async () => {
  const text = `${HEADER}\nSO-10,2026-11-20,Ерлан,e@x.kz,"Кілем, қызыл",1,"12500,50",0,1500\nSO-10,2026-11-20,Ерлан,e@x.kz,Жастық,2,3000,500,1500\n`;
  const rehearsed = await importCsv(text, '?dryRun=1').expect(200);
  expect(rehearsed.body).toMatchObject({ dryRun: true, orders: 1, lines: 2, created: 1 });
  expect(await numbers()).not.toContain('SO-10');

  expect((await importCsv(text).expect(200)).body).toMatchObject({ created: 1, updated: 0 });
  expect((await importCsv(text).expect(200)).body).toMatchObject({ created: 0, unchanged: 1 });
  const [saved] = (await desk.as('reviewer').get('/api/orders?filter={"number":"SO-10"}')).body as {
    totalMinor: number;
  }[];
  expect(saved?.totalMinor).toBe(1_250_050 + 600_000 - 50_000 + 150_000);
});

it('takes the file of a multipart form with semicolons and a byte order mark', async () => {
  const text = `\uFEFF${HEADER.replaceAll(',', ';')}\nSO-11;2026-11-20;Анна;;Ваза;1;5000;;\n`;
  const res = await desk
    .as('reviewer')
    .post('/api/orders/import')
    .attach('file', Buffer.from(text), 'orders.csv');
  expect(res.body).toMatchObject({ created: 1 });
});

it('names row and column of each fault and imports nothing', async () => {
  const text = `${HEADER}\nSO-20,2026-11-20,Ерлан,,Кесе,1,5000,,\nSO-21,20.11.2026,Ерлан,,Кесе,x,12e3,,\n`;
  const res = await importCsv(text).expect(422);
  const { errors } = res.body as { errors: Record<string, string> };
  expect(Object.keys(errors)).toEqual(expect.arrayContaining(['3.placed_at', '3.unit_price']));
  expect(await numbers()).not.toContain('SO-20');
});

it.each([
  ['an unknown column', `${HEADER},colour\n`, 422],
  ['a missing column', 'number,placed_at\nSO-30,2026-11-20\n', 422],
  ['an open quote', `${HEADER}\nSO-30,2026-11-20,"Ерлан,,Кесе,1,5000,,\n`, 422],
  ['a short row', `${HEADER}\nSO-30,2026-11-20\n`, 422],
  ['no rows', `${HEADER}\n`, 422],
  ['other facts of one order', `${HEADER}\nSO-30,2026-11-20,A,,K,1,5,,\nSO-30,2026-11-20,B,,K,1,5,,\n`, 422],
  ['a discount above its line', `${HEADER}\nSO-30,2026-11-20,A,,K,1,5,6,\n`, 422],
  ['a NUL', `${HEADER}\nSO-30,2026-11-20,A\0,,K,1,5,,\n`, 400],
  ['windows-1251', Buffer.from([0x6e, 0xcf, 0xf0, 0x0a]), 400],
])('refuses %s', async (_what, text, status) => {
  await importCsv(text).expect(status);
  expect(await numbers()).not.toContain('SO-30');
});

it('takes no handover that lies ahead, by hand, by push or by file', async () => {
  const planned = order('SO-45', { handedOverOn: '9999-12-31' });
  const refused = await desk.as('reviewer').post('/api/orders').send(planned).expect(422);
  expect(refused.body).toMatchObject({ errors: { handedOverOn: 'lies in the future' } });
  const { number: _number, ...facts } = planned;
  await desk
    .as('nobody')
    .put('/api/push/orders/SO-45')
    .set('authorization', 'Bearer shop-token-of-twenty-signs')
    .send(facts)
    .expect(422);
  const head = 'number,placed_at,customer_name,handed_over_on,line_title,quantity,unit_price';
  const rows = 'SO-44,2026-11-20,Ерлан,2026-11-21,Кесе,1,5\nSO-45,2026-11-20,Ерлан,2027-01-01,Кесе,1,5';
  const file = await importCsv(`${head}\n${rows}\n`).expect(422);
  expect(file.body).toMatchObject({ rows: [{ row: 3, column: 'handed_over_on', code: 'future' }] });
  expect(await numbers()).not.toContain('SO-44');
});

it('keeps a name on one line, without marks that turn the direction of reading', async () => {
  const pasted = order('SO-46', { customerName: ' Айгүл\r\n\u202EСейтқали\u2069\t' });
  const made = await desk.as('reviewer').post('/api/orders').send(pasted).expect(201);
  expect(made.body).toMatchObject({ customerName: 'Айгүл Сейтқали' });
  const unseen = order('SO-47', { customerName: '\u200B\u202E \r\n' });
  await desk.as('reviewer').post('/api/orders').send(unseen).expect(422);
});

it('takes a push by number from a machine, again and again', async () => {
  const push = (body: object, token = 'shop-token-of-twenty-signs') =>
    desk.as('nobody').put('/api/push/orders/SO-40').set('authorization', `Bearer ${token}`).send(body);
  const { number: _number, ...facts } = order('SO-40');
  expect((await push(facts).expect(200)).body).toMatchObject({
    number: 'SO-40',
    change: 'created',
    version: 1,
  });
  expect((await push(facts).expect(200)).body).toMatchObject({ change: 'unchanged', version: 1 });
  const moved = { ...facts, handedOverOn: '2026-11-22' };
  expect((await push(moved).expect(200)).body).toMatchObject({
    change: 'updated',
    version: 2,
    handedOverOn: '2026-11-22',
  });
  await push(facts, 'some-other-token-of-length').expect(401);
});

const found = async (filter: object, user = 'reviewer') => {
  const res = await desk.as(user).get(`/api/orders?filter=${encodeURIComponent(JSON.stringify(filter))}`);
  return (res.body as { number: string }[]).map(({ number }) => number);
};

it('finds an order by any word of the name, by telephone, by the start of its number', async () => {
  const facts = { customerName: 'Іңкәр Жұмабекова', customerPhone: '+77017771122', customerEmail: null };
  await desk.as('reviewer').post('/api/orders').send(order('KZ-50', facts)).expect(201);

  for (const q of ['жумабек', 'ИНКАР', '8 701 777 11 22', 'KZ-5'])
    expect(await found({ q })).toEqual(['KZ-50']);
  for (const q of ['мабек', '%', '_', '77']) expect(await found({ q })).not.toContain('KZ-50');
});

it('tells orders that were handed over from those that were not', async () => {
  const over = order('HO-1', { handedOverOn: '2026-11-21' });
  await desk.as('reviewer').post('/api/orders').send(over).expect(201);
  await desk.as('reviewer').post('/api/orders').send(order('HO-2')).expect(201);

  expect(await found({ q: 'HO-', handedOver: true })).toEqual(['HO-1']);
  expect(await found({ q: 'HO-', handedOver: false })).toEqual(['HO-2']);
  for (const odd of [
    '{"handedOver":"yes"}',
    '{"handedOverOn_lte":"2026-99-99"}',
    '{"handedOverOn":"2026-02-29"}',
  ])
    await desk
      .as('reviewer')
      .get(`/api/orders?filter=${encodeURIComponent(odd)}`)
      .expect(422);
});

it('shows an auditor no name, address or telephone', async () => {
  const facts = { customerName: 'Айгүл Сейтқали', customerPhone: '+77017771133' };
  const made = await desk.as('reviewer').post('/api/orders').send(order('AU-1', facts)).expect(201);
  const { id } = made.body as { id: string };

  const one = (await desk.as('auditor').get(`/api/orders/${id}`)).body as object;
  const list = await desk.as('auditor').get('/api/orders?filter={"number":"AU-1"}');
  const file = await desk.as('auditor').get('/api/exports/orders?filter={"number":"AU-1"}');
  for (const text of [JSON.stringify(one), JSON.stringify(list.body), file.text]) {
    expect(text).toContain('AU-1');
    expect(text).not.toMatch(/Айгүл|Сейтқали|aigul@|7771133/);
  }
});

describe('an export of orders', () => {
  it('opens in Excel: mark, semicolons, decimal comma, no live formula; the audit names who took it', async () => {
    const evil = order('EX-1', { customerName: '=HYPERLINK("http://x")', customerPhone: '+77017771144' });
    await desk.as('reviewer').post('/api/orders').send(evil).expect(201);

    const filter = encodeURIComponent('{"number":"EX-1"}');
    const res = await desk.as('manager').get(`/api/exports/orders?language=ru&filter=${filter}`).expect(200);

    expect(res.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(res.headers['content-disposition']).toContain('orders.csv');
    const [head = '', row = '', rest] = res.text.split('\r\n');
    expect(head.startsWith('\uFEFFЗаказ;Оформлен;Клиент')).toBe(true);
    expect(row).toContain('EX-1;2026-11-20 09:00;');
    expect(row).toContain(';18000,00;KZT;hand');
    expect(row).toContain(`"'=HYPERLINK(""http://x"")"`);
    expect(row).toContain(";'+77017771144;");
    expect(rest).toBe('');
    const [event] = await desk.uow.read((tx) =>
      tx.find(AuditEventEntity, { where: { action: 'export.made' }, order: { id: 'DESC' } }),
    );
    expect(event).toMatchObject({
      actorId: desk.userId('manager'),
      data: { rows: 1, filteredBy: ['number'] },
    });
  });

  it('walks past its batch and leaves nothing out', async () => {
    const rows = Array.from({ length: 1203 }, (_, index) => `BULK-${index},2026-11-20,Анна,,Ваза,1,5000,,`);
    await importCsv(`${HEADER}\n${rows.join('\n')}\n`).expect(200);

    const res = await desk
      .as('manager')
      .get(`/api/exports/orders?filter=${encodeURIComponent('{"q":"BULK-"}')}`);
    const numbers = res.text
      .split('\r\n')
      .slice(1, -1)
      .map((line) => line.split(';')[0]);

    expect(new Set(numbers).size).toBe(1203);
  });

  it('is not for reviewers, and refuses what the list refuses', async () => {
    await desk.as('reviewer').get('/api/exports/orders').expect(403);
    await desk.as('manager').get('/api/exports/orders?filter={"colour":1}').expect(422);
    await desk.as('manager').get('/api/exports/orders?language=de').expect(422);
  });
});

it.each([
  ['SO-60,20.11.2026,A,,K,1,5,,', 'placed_at', 'instant'],
  ['SO-60,2026-11-20,,,K,1,5,,', 'customer_name', 'empty'],
  ['SO-60,2026-11-20,A,nowhere,K,1,5,,', 'customer_email', 'email'],
  ['SO-60,2026-11-20,A,,K,two,5,,', 'quantity', 'quantity'],
  ['SO-60,2026-11-20,A,,K,1,"12,500",,', 'unit_price', 'sum'],
  ['SO-60,2026-11-20,A,,K,1,,,', 'unit_price', 'empty'],
  ['SO-60,2026-11-20,A,,K,1,5,6,', 'line_discount', 'discount'],
  [`SO-60,2026-11-20,A,,${'K'.repeat(301)},1,5,,`, 'line_title', 'too_long'],
  ['*60,2026-11-20,A,,K,1,5,,', 'number', 'number'],
])('says by code what is wrong with %s', async (line, column, code) => {
  const res = await importCsv(`${HEADER}\nSO-59,2026-11-20,A,,K,1,5,,\n${line}\n`).expect(422);
  expect((res.body as { rows: object[] }).rows).toEqual([expect.objectContaining({ row: 3, column, code })]);
});

it('previews what an import would do, order by order', async () => {
  const text = `${HEADER}\nPV-1,2026-11-20,Анна,,Ваза,2,5000,100,1500\n`;
  const res = await importCsv(text, '?dryRun=1').expect(200);
  expect((res.body as { preview: object[] }).preview).toEqual([
    {
      number: 'PV-1',
      change: 'created',
      customerName: 'Анна',
      lines: 1,
      totalMinor: 1_140_000,
      currency: 'KZT',
    },
  ]);
});
