import { CLAIM_STATES, type ClaimState } from '../../domain/claim';
import { type DeskApp, openDeskApp } from '../../testing/desk-app';
import { CustomerEntity } from '../customers';
import { ClaimEntity } from './claim.entity';
import { foldCounts, keptTotal } from './claim-counts';
import { indexClaimsOf } from './claim-search';

let desk: DeskApp;
beforeEach(async () => {
  desk = await openDeskApp();
});
afterEach(() => desk.close());

const DAY_MS = 86_400_000;
const OPEN: ClaimState[] = ['received', 'needs_documents', 'in_review', 'proposed', 'approved', 'in_payout'];

interface Facts {
  state: ClaimState;
  dueAt: number | null;
  assigneeId?: string | null;
  kind?: ClaimEntity['kind'];
}

/** A claim straight into its table: these tests are about how it is found, not how it came. */
function claimRow(n: number, { state, dueAt, assigneeId = null, kind = 'other' }: Facts): ClaimEntity {
  const createdAt = desk.clock.now() - (2_000 - n) * DAY_MS;
  const id = createdAt
    .toString(16)
    .padStart(12, '0')
    .replace(/^(.{8})/, '$1-');
  return Object.assign(new ClaimEntity(), {
    id: `${id}-7000-8000-${String(n).padStart(12, '0')}`,
    number: `UM-2026-${String(n).padStart(6, '0')}`,
    kind,
    state,
    channel: 'mail',
    language: 'kk',
    languageSource: 'detected',
    customerId: 'customer',
    currency: 'KZT',
    demandedAt: createdAt,
    dueOn: dueAt === null ? null : '2026-11-30',
    dueAt,
    assigneeId,
    provisional: false,
    restarts: {},
    tasks: [],
    missing: [],
    checklist: [],
    wrappedKey: desk.parts.vault.newKey(),
    replyToken: String(n).padStart(32, '0'),
    createdAt,
    updatedAt: createdAt,
    version: 1,
  });
}

async function addCustomer(): Promise<void> {
  await desk.uow.write((tx) =>
    tx.insert(CustomerEntity, {
      id: 'customer',
      name: 'Айгүл Омарова',
      email: null,
      phone: null,
      language: null,
      searchName: 'айгул омарова',
      createdAt: 0,
      version: 1,
    }),
  );
}

/** What the kept totals say beside what counting says. */
async function compareTotals(filters: Record<string, unknown>[]) {
  const rows = await desk.uow.read((tx) => tx.find(ClaimEntity));
  for (const filter of filters) {
    const truth = rows.filter((row) => matches(row, filter)).length;
    expect({ filter, total: await desk.uow.read((tx) => keptTotal(tx, filter)) }).toEqual({
      filter,
      total: truth,
    });
  }
}

function matches(row: ClaimEntity, filter: Record<string, unknown>): boolean {
  return Object.entries(filter).every(([name, value]) => {
    if (name === 'dueAt_lte') return row.dueAt !== null && row.dueAt <= Date.parse(String(value));
    if (name === 'dueAt_gte') return row.dueAt !== null && row.dueAt >= Date.parse(String(value));
    const own = row[name as keyof ClaimEntity];
    return Array.isArray(value) ? value.includes(own) : own === value;
  });
}

function filtersNow(): Record<string, unknown>[] {
  const at = (days: number) => new Date(desk.clock.now() + days * DAY_MS).toISOString();
  return [
    {},
    ...CLAIM_STATES.map((state) => ({ state })),
    { state: OPEN },
    { state: [] },
    { state: OPEN, assigneeId: null },
    { assigneeId: desk.userId('reviewer'), state: OPEN },
    { kind: 'defective', language: 'kk', channel: ['mail', 'web'] },
    { state: OPEN, dueAt_lte: at(0) },
    { state: OPEN, dueAt_gte: at(-3), dueAt_lte: at(3) },
    { dueAt_gte: at(1) },
  ];
}

describe('kept totals', () => {
  it('are right after inserts, moves, deadlines that come and go, deletions and what was rolled back', async () => {
    const { uow, clock } = desk;
    const reviewer = desk.userId('reviewer');
    await addCustomer();
    const rows = Array.from({ length: 60 }, (_, n) =>
      claimRow(n, {
        state: CLAIM_STATES[n % CLAIM_STATES.length] ?? 'received',
        dueAt: n % 10 < 6 ? clock.now() + ((n % 7) - 3) * DAY_MS : null,
        assigneeId: n % 4 === 0 ? reviewer : null,
        kind: n % 3 === 0 ? 'defective' : 'other',
      }),
    );
    await uow.write((tx) => tx.insert(ClaimEntity, rows));
    await compareTotals(filtersNow());

    await uow.write(async (tx) => {
      await tx.update(ClaimEntity, { state: 'in_review' }, { state: 'proposed', version: 2 });
      await tx.update(ClaimEntity, { state: 'proposed', kind: 'other' }, { state: 'rejected', dueAt: null });
      await tx.update(ClaimEntity, { state: 'received' }, { assigneeId: reviewer });
      await tx.update(
        ClaimEntity,
        { state: 'resolved' },
        { state: 'in_review', dueAt: clock.now() + DAY_MS },
      );
      await tx.delete(ClaimEntity, { state: 'duplicate' });
    });
    await compareTotals(filtersNow());

    await expect(
      uow.write(async (tx) => {
        await tx.update(ClaimEntity, { state: 'in_review' }, { state: 'withdrawn' });
        await tx.delete(ClaimEntity, { state: 'approved' });
        throw new Error('not after all');
      }),
    ).rejects.toThrow('not after all');
    await compareTotals(filtersNow());

    await foldCounts(uow);
    await compareTotals(filtersNow());
    await uow.write((tx) => tx.deleteAll(ClaimEntity));
    await foldCounts(uow);
    await compareTotals(filtersNow());
    expect(await uow.read((tx) => tx.query('SELECT * FROM claim_totals'))).toEqual([]);
    expect(await uow.read((tx) => tx.query('SELECT * FROM claim_days'))).toEqual([]);
  });

  it('are right after many changes at once, with some that fail and folding in between', async () => {
    const { uow, clock } = desk;
    await addCustomer();
    await uow.write((tx) =>
      tx.insert(
        ClaimEntity,
        Array.from({ length: 40 }, (_, n) => claimRow(n, { state: 'received', dueAt: clock.now() })),
      ),
    );
    const ids = (await uow.read((tx) => tx.find(ClaimEntity))).map(({ id }) => id);
    await Promise.all([
      ...ids.map((id, n) =>
        uow
          .write(async (tx) => {
            const state = CLAIM_STATES[(n * 7) % CLAIM_STATES.length] ?? 'received';
            await tx.update(
              ClaimEntity,
              { id },
              { state, dueAt: n % 2 === 0 ? null : clock.now() + n * DAY_MS },
            );
            if (n % 5 === 0) throw new Error('not after all');
          })
          .catch(() => undefined),
      ),
      foldCounts(uow),
      foldCounts(uow),
      ...Array.from({ length: 10 }, (_, n) =>
        uow.write((tx) => tx.insert(ClaimEntity, claimRow(100 + n, { state: 'received', dueAt: null }))),
      ),
      foldCounts(uow),
    ]);
    await compareTotals(filtersNow());
    await foldCounts(uow);
    await compareTotals(filtersNow());
  });

  it('follow a claim through its verbs, and the list tells them', async () => {
    const reviewer = desk.as('reviewer');
    const total = async (filter: object) => {
      const answer = await reviewer.get(`/api/claims?filter=${encodeURIComponent(JSON.stringify(filter))}`);
      return Number(String(answer.headers['content-range']).split('/')[1]);
    };
    const body = {
      kind: 'other',
      channel: 'phone',
      language: 'ru',
      customer: { name: 'Иван Петров', email: 'ivan@example.kz' },
      commandId: 'create',
    };
    const created = await reviewer.post('/api/claims').send(body).expect(201);
    const { id, version, state } = created.body as { id: string; version: number; state: string };
    expect(await total({ state })).toBe(1);
    await reviewer.post('/api/claims').send(body).expect(201);
    expect(await total({})).toBe(1);

    const withdraw = { version, commandId: 'withdraw', reason: 'Changed my mind' };
    await reviewer
      .post(`/api/claims/${id}/withdraw`)
      .send({ ...withdraw, version: version + 5 })
      .expect(409);
    expect(await total({ state: 'withdrawn' })).toBe(0);
    await reviewer.post(`/api/claims/${id}/withdraw`).send(withdraw).expect(200);
    expect(await total({ state })).toBe(0);
    expect(await total({ state: 'withdrawn' })).toBe(1);
    expect(await total({ state: [state, 'withdrawn'], channel: 'phone' })).toBe(1);
  });
});

describe('pages in the order of deadlines', () => {
  const inOrder = (a: ClaimEntity, b: ClaimEntity) =>
    (a.dueAt ?? Infinity) - (b.dueAt ?? Infinity) || (a.id < b.id ? -1 : 1);

  it.each([
    ['one state', { state: 'in_review' }],
    ['one state without deadlines', { state: 'resolved' }],
    ['several states', { state: ['in_review', 'resolved', 'received'] }],
    ['all', {}],
    ['several states and a kind', { state: ['in_review', 'received'], kind: 'defective' }],
  ])('are complete and without repeats: %s', async (_what, filter) => {
    const { uow, clock } = desk;
    await addCustomer();
    const rows = Array.from({ length: 900 }, (_, n) => {
      const state = (['in_review', 'resolved', 'received'] as const)[n % 3] ?? 'received';
      // Many share a deadline, and many without one share the beginning of their id.
      const dueAt = state === 'resolved' || n % 11 === 0 ? null : clock.now() + ((n * 7) % 13) * DAY_MS;
      return claimRow(n, { state, dueAt, kind: n % 2 === 0 ? 'defective' : 'other' });
    });
    for (let first = 0; first < rows.length; first += 100) {
      await uow.write((tx) => tx.insert(ClaimEntity, rows.slice(first, first + 100)));
    }
    const expected = rows
      .filter((row) => matches(row, filter))
      .sort(inOrder)
      .map(({ number }) => number);

    for (const order of ['ASC', 'DESC'] as const) {
      const wanted = order === 'ASC' ? expected : [...expected].reverse();
      const found: string[] = [];
      for (let first = 0; first < wanted.length; first += 70) {
        const query = new URLSearchParams({
          filter: JSON.stringify(filter),
          range: JSON.stringify([first, first + 69]),
          sort: JSON.stringify(['dueAt', order]),
        });
        const page = await desk.as('manager').get(`/api/claims?${query.toString()}`).expect(200);
        const numbers = (page.body as { number: string }[]).map(({ number }) => number);
        expect(page.headers['content-range']).toBe(
          `claims ${first}-${first + numbers.length - 1}/${wanted.length}`,
        );
        found.push(...numbers);
      }
      expect(found).toEqual(wanted);
    }
  });

  it('answers a page beyond the end with none and the total', async () => {
    await addCustomer();
    await desk.uow.write((tx) => tx.insert(ClaimEntity, claimRow(1, { state: 'received', dueAt: null })));
    const page = await desk.as('manager').get('/api/claims?range=%5B500,524%5D').expect(200);
    expect(page.headers['content-range']).toBe('claims */1');
    expect(page.body).toEqual([]);
  });
});

it('counts the dashboard out of the kept totals', async () => {
  const { uow, clock } = desk;
  await addCustomer();
  const reviewer = desk.userId('reviewer');
  await uow.write((tx) =>
    tx.insert(ClaimEntity, [
      claimRow(1, { state: 'received', dueAt: clock.now() - DAY_MS }),
      claimRow(2, { state: 'in_review', dueAt: clock.now() + DAY_MS, assigneeId: reviewer }),
      claimRow(3, { state: 'proposed', dueAt: clock.now() + 5 * DAY_MS }),
      claimRow(4, { state: 'needs_documents', dueAt: null }),
      claimRow(5, { state: 'resolved', dueAt: null, assigneeId: reviewer }),
    ]),
  );
  const answer = await desk.as('reviewer').get('/api/dashboard').expect(200);
  expect(answer.body).toMatchObject({
    counts: {
      open: 4,
      mine: 1,
      unassigned: 3,
      dueSoon: 1,
      overdue: 1,
      waitingCustomer: 1,
      awaitingApproval: 1,
    },
    next: [{ number: 'UM-2026-000001' }, { number: 'UM-2026-000002' }, { number: 'UM-2026-000003' }],
  });
  const { dueByDay } = answer.body as { dueByDay: { day: string; count: number }[] };
  expect(dueByDay.filter(({ count }) => count > 0)).toEqual([
    expect.objectContaining({ day: '2026-11-24', count: 1 }),
    expect.objectContaining({ day: '2026-11-28', count: 1 }),
  ]);
});

describe('search', () => {
  async function enter(name: string, facts: { email?: string; orderNumber?: string } = {}) {
    const { orderNumber, email } = facts;
    const body = {
      kind: 'other',
      channel: 'phone',
      language: 'kk',
      customer: { name, email },
      orderNumber,
      commandId: desk.parts.ids.next(),
    };
    const answer = await desk.as('reviewer').post('/api/claims').send(body).expect(201);
    return answer.body as { id: string; number: string; version: number; customerId: string };
  }

  async function found(filter: object, sort?: [string, string]): Promise<string[]> {
    const query = new URLSearchParams({ filter: JSON.stringify(filter) });
    if (sort) query.set('sort', JSON.stringify(sort));
    const answer = await desk.as('reviewer').get(`/api/claims?${query.toString()}`).expect(200);
    const rows = answer.body as { customer: { name: string } }[];
    expect(answer.headers['content-range']).toMatch(new RegExp(`/${rows.length}$`));
    return rows.map(({ customer }) => customer.name);
  }

  it('finds by whole name from either end, by beginnings, address, order and claim number, however they are written', async () => {
    const { number } = await enter('Айгүл Омарова', { email: 'aigul.o@example.kz', orderNumber: 'SO-7001' });
    await enter('Айгүл Омарова-Серік');
    await enter('Анна Омарова');
    expect(await found({ q: 'Айгүл Омарова' })).toEqual(['Айгүл Омарова', 'Айгүл Омарова-Серік']);
    expect(await found({ q: '  омарова   АЙГУЛ ' })).toEqual(['Айгүл Омарова']);
    expect(await found({ q: 'омар' })).toHaveLength(3);
    expect(await found({ q: 'ом ан' })).toEqual(['Анна Омарова']);
    expect(await found({ q: 'Aigul.O@example.kz' })).toEqual(['Айгүл Омарова']);
    expect(await found({ q: 'so-7001' })).toEqual(['Айгүл Омарова']);
    expect(await found({ q: number })).toEqual(['Айгүл Омарова']);
    expect(await found({ q: 'омарова петр' })).toEqual([]);
    for (const q of ['%', '_', '', ' - ', '=айгул'])
      expect(await found({ q })).toHaveLength(q === '' ? 3 : q === '=айгул' ? 2 : 0);
  });

  it('puts the very term first and then the newest; another order or filter is kept', async () => {
    await enter('Анна');
    await enter('Аннабелла');
    const last = await enter('Анна');
    expect(await found({ q: 'анна' })).toEqual(['Анна', 'Анна', 'Аннабелла']);
    expect(await found({ q: 'анна' }, ['number', 'ASC'])).toEqual(['Анна', 'Аннабелла', 'Анна']);
    expect(await found({ q: 'анна', state: 'withdrawn' })).toEqual([]);
    const withdraw = { version: last.version, commandId: 'withdraw', reason: 'Changed my mind' };
    await desk.as('reviewer').post(`/api/claims/${last.id}/withdraw`).send(withdraw).expect(200);
    expect(await found({ q: 'анна', state: 'withdrawn' })).toEqual(['Анна']);
  });

  it('follows a new name of the customer', async () => {
    const { customerId } = await enter('Анна Ли');
    await desk.uow.write(async (tx) => {
      await tx.update(CustomerEntity, { id: customerId }, { name: 'Анна Цой' });
      await indexClaimsOf(tx, customerId);
    });
    expect(await found({ q: 'Анна Ли' })).toEqual([]);
    expect(await found({ q: 'Цой Анна' })).toEqual(['Анна Цой']);
  });
});
