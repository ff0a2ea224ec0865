import { openPlatformApp, type PlatformApp } from '../../testing/platform-app';

let desk: PlatformApp;

beforeEach(async () => {
  desk = await openPlatformApp();
});
afterEach(() => desk.close());

const found = async (q: string) => {
  const staff = await desk.signIn('reviewer');
  const answer = await staff.get(`/api/customers?filter=${encodeURIComponent(JSON.stringify({ q }))}`);
  return (answer.body as { name: string }[]).map(({ name }) => name);
};

it('are found by any word of their name and by telephone', async () => {
  const id = await desk.addCustomer('айгуль сейткали');
  const staff = await desk.signIn('reviewer');
  await staff.put(`/api/customers/${id}`).send({ version: 1, phone: '8 (701) 777-11-22' }).expect(200);

  for (const q of ['Сейтқали', 'айгуль', '+7 701 777 11 22'])
    expect(await found(q)).toEqual(['айгуль сейткали']);
  for (const q of ['ткали', '_', '11']) expect(await found(q)).toEqual([]);
});

it('keep address and telephone in one form, and refuse what is none', async () => {
  const id = await desk.addCustomer('anna');
  const staff = await desk.signIn('manager');
  const put = (change: object) => staff.put(`/api/customers/${id}`).send(change);

  const changed = await put({ version: 1, phone: '87017771122', email: 'Anna@Example.KZ' });
  expect(changed.body).toMatchObject({ phone: '+77017771122', email: 'anna@example.kz', version: 2 });
  const refused = await put({ version: 2, phone: 'call me' });
  expect([refused.status, refused.body]).toMatchObject([
    422,
    { errors: { phone: 'is no telephone number' } },
  ]);
  expect((await put({ version: 2, phone: null })).body).toMatchObject({ phone: null });
});

it('stay unnamed to an auditor', async () => {
  const id = await desk.addCustomer('Айгүл Сейтқали');
  const auditor = await desk.signIn('auditor');
  const one = await auditor.get(`/api/customers/${id}`);
  const list = await auditor.get('/api/customers');
  for (const { body } of [one, list]) {
    expect(JSON.stringify(body)).toContain('А•');
    expect(JSON.stringify(body)).not.toMatch(/Айгүл|Сейтқали/);
  }
});

it('a calendar year says whether it is published', async () => {
  const auditor = await desk.signIn('auditor');
  const years = (await auditor.get('/api/calendar-years')).body as { year: number; state: string }[];
  expect(years.map(({ state }) => state)).toEqual(expect.arrayContaining(['published', 'provisional']));
});
