import { openProductApp, type Browser, type ProductApp } from '../../testing/product-app';

interface Dashboard {
  counts: { open: number; mine: number; unassigned: number };
  byState: { state: string; count: number }[];
  dueByDay: { day: string; count: number; mine: number }[];
  free: { id: string } | null;
}

const DAY_MS = 24 * 3_600_000;
let product: ProductApp;
let reviewer: Browser;
let counter = 0;
beforeAll(async () => {
  product = await openProductApp();
  reviewer = await product.signIn('reviewer');
});
afterAll(() => product.close());

async function demandedDaysAgo(days: number): Promise<string> {
  const answer = await reviewer.post('/api/claims').send({
    kind: 'refusal_before_handover',
    channel: 'phone',
    language: 'kk',
    customer: { name: 'Айгүл Сейтқали', email: null, phone: null },
    currency: 'KZT',
    requestedMinor: 1_250_000,
    demandedAt: new Date(product.clock.now() - days * DAY_MS).toISOString(),
    demandedReason: 'Telephone',
    commandId: `age-${String((counter += 1))}`,
  });
  expect(answer.status).toBe(201);
  return (answer.body as { id: string }).id;
}

async function dashboard(): Promise<Dashboard> {
  return (await reviewer.get('/api/dashboard')).body as Dashboard;
}

it('counts open claims by state, names the claim that comes next and counts what is mine', async () => {
  expect((await dashboard()).free).toBeNull();
  const oldest = await demandedDaysAgo(14);
  for (const days of [0, 2, 4, 9]) await demandedDaysAgo(days);

  const before = await dashboard();
  expect(before.byState).toEqual([
    { state: 'received', count: 5 },
    ...['needs_documents', 'in_review', 'proposed', 'approved', 'in_payout'].map((state) => ({
      state,
      count: 0,
    })),
  ]);
  expect(before.free?.id).toBe(oldest);
  expect(before.dueByDay.every(({ mine }) => mine === 0)).toBe(true);

  const taken = await reviewer.post('/api/claims/next').send({ commandId: 'next-1' });
  expect((taken.body as { id: string }).id).toBe(oldest);
  const second = await reviewer.post('/api/claims/next').send({ commandId: 'next-2' });
  expect(second.status).toBe(200);

  const after = await dashboard();
  expect(after.counts).toMatchObject({ mine: 2, unassigned: 3 });
  expect(after.free?.id).not.toBe(oldest);
  expect(after.dueByDay.reduce((sum, { mine }) => sum + mine, 0)).toBe(1);
});
