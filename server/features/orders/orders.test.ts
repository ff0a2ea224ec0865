import { type DeskApp, openDeskApp } from '../../testing/desk-app';

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
