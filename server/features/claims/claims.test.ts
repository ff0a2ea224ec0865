import { type DeskApp, openDeskApp } from '../../testing/desk-app';
import { payOrder } from '../../testing/pay-order';
import { AuditEventEntity } from '../audit';
import { DocumentEntity } from '../documents';
import { RefundAttemptEntity, RefundEntity } from '../refunds';
import { ClaimEntity } from './claim.entity';
import { makeClaimHooks } from './claim-hooks';
import { makeRefreshClaim } from './refresh-claim';

interface Shown {
  id: string;
  number: string;
  state: string;
  version: number;
  checklist: { code: string; required: boolean; ok: boolean | null }[];
  proposal: { hash: string } | null;
  lines: { id: string; askedMinor: number; approvedMinor: number | null }[];
  payoutFailure: { text: string } | null;
  [field: string]: unknown;
}

let desk: DeskApp;
let counter = 0;
beforeAll(async () => {
  desk = await openDeskApp();
});
afterAll(() => desk.close());
const command = () => `c-${(counter += 1)}`;
const PDF = Buffer.from('%PDF-1.4 a paper');

const draft = (changed: object = {}) => ({
  kind: 'refusal_before_handover',
  channel: 'phone',
  language: 'kk',
  customer: { name: 'Айгүл Сейтқали', email: `aigul${(counter += 1)}@example.kz`, phone: '8 701 111 22 33' },
  orderNumber: null,
  requestedMinor: 1_250_000,
  currency: 'KZT',
  commandId: command(),
  ...changed,
});
async function create(changed: object = {}): Promise<Shown> {
  const res = await desk.as('reviewer').post('/api/claims').send(draft(changed));
  expect(res.status).toBe(201);
  return res.body as Shown;
}
const verb = (user: string, claim: Shown, name: string, own: object = {}) =>
  desk
    .as(user)
    .post(`/api/claims/${claim.id}/${name}`)
    .send({ version: claim.version, commandId: command(), ...own });
const show = async (claim: Shown) => (await desk.as('manager').get(`/api/claims/${claim.id}`)).body as Shown;

async function wordsOf(user: string, { id }: Shown, action: string): Promise<unknown[]> {
  const filter = encodeURIComponent(JSON.stringify({ claimId: id, action }));
  const answer = await desk.as(user).get(`/api/audit-events?filter=${filter}`).expect(200);
  return (answer.body as { words: unknown }[]).map(({ words }) => words);
}

const pay = (number: string, amountMinor = 1_250_000) => payOrder(desk, number, amountMinor);

/** A claim with its payment, every required check answered. */
async function decidable(amountMinor?: number): Promise<{ claim: Shown; paymentId: string }> {
  const orderNumber = `SO-${(counter += 1)}`;
  const paymentId = await pay(orderNumber, amountMinor);
  let claim = await create({ orderNumber });
  for (const { code } of claim.checklist.filter(({ required, ok }) => required && ok !== true)) {
    claim = (await verb('reviewer', claim, 'check', { item: code, ok: true }).expect(200)).body as Shown;
  }
  return { claim, paymentId };
}
async function proposed(user = 'reviewer') {
  const { claim, paymentId } = await decidable();
  const refunds = [{ paymentId, amountMinor: 1_250_000 }];
  const res = await verb(user, claim, 'propose', {
    outcome: 'refund',
    refunds,
    reasonCode: 'not_delivered',
    note: '',
  });
  expect(res.status).toBe(200);
  return { claim: res.body as Shown, paymentId, hash: (res.body as Shown).proposal?.hash ?? '' };
}
/** What the worker of refunds would record: the refund and its last attempt move together. */
const moveRefund = (claimId: string, facts: Partial<RefundEntity>) =>
  desk.uow.write(async (tx) => {
    const refund = await tx.findOneByOrFail(RefundEntity, { claimId });
    await tx.update(RefundEntity, { id: refund.id }, facts);
    await tx.update(RefundAttemptEntity, { refundId: refund.id }, { state: facts.state });
  });

describe('creating', () => {
  it('gives a number of the Almaty year, clocks, and what is missing, and acknowledges', async () => {
    const claim = await create();
    expect(claim).toMatchObject({
      number: expect.stringMatching(/^UM-2026-\d{6}$/) as string,
      state: 'received',
      missing: ['application', 'id_copy'],
      dueOn: '2026-12-03',
      dueAt: '2026-12-03T19:00:00.000Z',
      customer: { name: 'Айгүл Сейтқали', phone: '+77011112233' },
      version: 1,
    });
    expect(desk.letters.filter((letter) => letter.claim.id === claim.id).map(({ kind }) => kind)).toEqual([
      'acknowledgement',
    ]);
  });

  it('counts numbers up without a gap, also when many come at once', async () => {
    const made = await Promise.all(Array.from({ length: 8 }, () => create()));
    const counters = made.map(({ number }) => Number(number.slice(8))).sort((a, b) => a - b);
    expect(counters.map((each) => each - (counters[0] ?? 0))).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  it('gives the first answer to a repeated command, also to a double click', async () => {
    const body = draft();
    const [a, b] = await Promise.all([1, 2].map(() => desk.as('reviewer').post('/api/claims').send(body)));
    expect(a?.status).toBe(201);
    expect(b?.body).toEqual(a?.body);
    const { email } = body.customer;
    const list = await desk
      .as('reviewer')
      .get(`/api/claims?filter=${encodeURIComponent(JSON.stringify({ q: email }))}`);
    expect(list.body).toHaveLength(1);
  });

  it('takes files with it: a complete one is under review and its card clock runs', async () => {
    const res = await desk
      .as('reviewer')
      .post('/api/claims')
      .field('claim', JSON.stringify(draft()))
      .attach('files', PDF, 'Өтініш.pdf')
      .attach('files', Buffer.from('%PDF-1.4 other'), 'жеке куәлік.pdf');
    expect(res.status).toBe(201);
    expect(res.body).toMatchObject({ state: 'in_review', missing: [], dueOn: '2026-11-26' });
  });

  it('keeps nothing when one file is refused', async () => {
    const body = draft();
    const before = await desk.uow.read((tx) => tx.count(ClaimEntity));
    await desk
      .as('reviewer')
      .post('/api/claims')
      .field('claim', JSON.stringify(body))
      .attach('files', Buffer.from('MZ not a paper'), 'application.pdf')
      .expect(415);
    expect(await desk.uow.read((tx) => tx.count(ClaimEntity))).toBe(before);
  });

  it('takes a back-dated demand with a reason, and none from the future', async () => {
    const past = { demandedAt: '2026-11-20T12:00:00+05:00' };
    await desk.as('reviewer').post('/api/claims').send(draft(past)).expect(422);
    const claim = await create({ ...past, demandedReason: 'Letter came by post on Friday' });
    expect(claim).toMatchObject({ demandedAt: '2026-11-20T07:00:00.000Z', dueOn: '2026-11-30' });
    await desk
      .as('reviewer')
      .post('/api/claims')
      .send(draft({ demandedAt: '2026-12-20T12:00:00+05:00' }))
      .expect(422);
  });

  it('takes no demand from before the law, and no handover that lies ahead', async () => {
    const old = draft({ demandedAt: '1969-12-31T12:00:00+06:00', demandedReason: 'post' });
    const refused = await desk.as('reviewer').post('/api/claims').send(old).expect(422);
    expect(refused.body).toMatchObject({ errors: { demandedAt: 'lies before the law' } });
    const ahead = draft({ handedOverOn: '9999-12-31' });
    await desk.as('reviewer').post('/api/claims').send(ahead).expect(422);
    const claim = await create();
    const change = { version: claim.version, handedOverOn: '2027-01-01' };
    const edited = await desk.as('reviewer').put(`/api/claims/${claim.id}`).send(change).expect(422);
    expect(edited.body).toMatchObject({ errors: { handedOverOn: 'lies in the future' } });
  });

  it('keeps names on one line', async () => {
    const customer = { name: 'Иван\r\nBcc: x@example.com \u202Eпётр', email: null, phone: null };
    expect((await create({ channel: 'letter', customer })).customer).toMatchObject({
      name: 'Иван Bcc: x@example.com пётр',
    });
  });

  it('takes no demand from before its purchase', async () => {
    const orderNumber = `SO-${(counter += 1)}`;
    await pay(orderNumber);
    const before = await desk.uow.read((tx) => tx.count(ClaimEntity));
    const past = { orderNumber, demandedAt: '2020-01-10T12:00:00+05:00', demandedReason: 'post' };
    const refused = await desk.as('reviewer').post('/api/claims').send(draft(past)).expect(422);
    expect(refused.body).toMatchObject({ errors: { demandedAt: 'lies before the purchase' } });
    expect(await desk.uow.read((tx) => tx.count(ClaimEntity))).toBe(before);
  });

  it('takes a customer without mail address', async () => {
    const claim = await create({
      channel: 'letter',
      customer: { name: 'Иван Петров', email: null, phone: null },
    });
    expect(claim.customer).toMatchObject({ email: null, phone: null });
  });

  it.each([
    ['an unknown field', { state: 'resolved' }, 422],
    ['a fraction of a tiyn', { requestedMinor: 10.5 }, 422],
    ['zero', { requestedMinor: 0 }, 422],
    ['a sum as text', { requestedMinor: '1e3' }, 422],
    ['an unknown kind', { kind: 'theft' }, 422],
    ['a NUL', { customer: { name: 'a\0b', email: null, phone: null } }, 400],
  ])('refuses %s', async (_what, changed, status) => {
    await desk.as('reviewer').post('/api/claims').send(draft(changed)).expect(status);
  });

  it('is for reviewers and managers only', async () => {
    await desk.as('auditor').post('/api/claims').send(draft()).expect(403);
    await desk.as('nobody').post('/api/claims').send(draft()).expect(401);
  });
});

describe('orders', () => {
  it('takes lines and handover date of an order, also of one that comes later', async () => {
    const number = `SO-${(counter += 1)}`;
    const claim = await create({ orderNumber: number, kind: 'refusal_after_handover', requestedMinor: null });
    expect(claim.lines).toEqual([]);
    const lines = [
      { title: 'Кесе', quantity: 2, unitMinor: 450_000, discountMinor: 100_000 },
      { title: 'Шәйнек', quantity: 1, unitMinor: 900_000 },
    ];
    const facts = {
      number,
      customerName: 'А',
      placedAt: '2026-11-01T00:00:00Z',
      handedOverOn: '2026-11-20',
      discountMinor: 170_000,
      lines,
    };
    await desk.as('reviewer').post('/api/orders').send(facts).expect(201);
    const shown = await show(claim);
    expect(shown).toMatchObject({
      handedOverOn: '2026-11-20',
      orderDetails: { number, totalMinor: 1_530_000 },
    });
    expect(shown.lines.map(({ askedMinor }) => askedMinor)).toEqual([720_000, 810_000]);
    expect(shown.lines).toMatchObject([{ goods: 'expected' }, { goods: 'expected' }]);
  });
});

describe('the list', () => {
  it('finds by number, order, mail address and folded words of the name', async () => {
    const customer = { name: 'Гүлнәр Әбдіқадыр-Сұлтан', email: 'gulnar.search@example.kz', phone: null };
    const claim = await create({ customer, orderNumber: 'ZX-777' });
    for (const q of [
      claim.number,
      'zx-777',
      'gulnar.search@example.kz',
      'гулнар абдикадыр',
      'Әбдіқадыр-Сұлтан Гүл',
    ]) {
      const res = await desk
        .as('reviewer')
        .get(`/api/claims?filter=${encodeURIComponent(JSON.stringify({ q }))}`);
      expect((res.body as Shown[]).map(({ id }) => id)).toEqual([claim.id]);
    }
    const none = await desk.as('reviewer').get(`/api/claims?filter=${encodeURIComponent('{"q":"гулнар%"}')}`);
    expect((none.body as Shown[]).map(({ id }) => id)).toEqual([claim.id]);
  });

  it('filters by scalar fields, puts claims without date last, and refuses unknown fields', async () => {
    await create({ language: 'en', channel: 'messenger' });
    const filter = encodeURIComponent(
      '{"language":"en","state":["received","in_review"],"dueAt_gte":"2026-11-01T00:00:00Z"}',
    );
    const res = await desk.as('auditor').get(`/api/claims?filter=${filter}`).expect(200);
    expect((res.body as Shown[]).every(({ language }) => language === 'en')).toBe(true);
    expect(res.headers['content-range']).toMatch(/^claims 0-\d+\/\d+$/);
    await desk.as('reviewer').get('/api/claims?filter={"wrappedKey":"x"}').expect(422);
    await desk.as('reviewer').get('/api/claims?sort=["1;drop","ASC"]').expect(422);
  });

  it('masks people for the auditor', async () => {
    const claim = await create();
    const res = await desk.as('auditor').get(`/api/claims/${claim.id}`).expect(200);
    expect(res.body).toMatchObject({ customer: { name: 'А• С•', phone: '•••33' } });
    expect(JSON.stringify(res.body)).not.toContain('Сейтқали');
    expect(JSON.stringify(res.body)).not.toContain('wrappedKey');
  });
});

describe('next', () => {
  it('gives the most urgent claim to each caller once, and 204 at the end', async () => {
    const fresh = await openDeskApp();
    try {
      const made: string[] = [];
      for (const demandedAt of ['2026-11-21', '2026-11-18', '2026-11-20']) {
        const body = draft({ demandedAt: `${demandedAt}T10:00:00+05:00`, demandedReason: 'post' });
        const res = await fresh.as('reviewer').post('/api/claims').send(body);
        made.push((res.body as Shown).id);
      }
      const next = (commandId: string, user = 'reviewer') =>
        fresh.as(user).post('/api/claims/next').send({ commandId });
      const first = await next('n1').expect(200);
      expect(first.body).toMatchObject({ id: made[1], assigneeId: fresh.userId('reviewer') });
      expect((await next('n1').expect(200)).body).toEqual(first.body);
      const rest = await Promise.all(
        ['n2', 'n3', 'n4', 'n5'].map((id, index) => next(id, index % 2 ? 'manager' : 'reviewer')),
      );
      expect(rest.map(({ status }) => status).sort()).toEqual([200, 200, 204, 204]);
      const given = rest.filter(({ status }) => status === 200).map(({ body }) => (body as Shown).id);
      expect(new Set([...given, made[1]]).size).toBe(3);
    } finally {
      await fresh.close();
    }
  });
});

describe('deciding', () => {
  it('is not open while a required check is', async () => {
    const orderNumber = `SO-${(counter += 1)}`;
    const paymentId = await pay(orderNumber);
    const claim = await create({ orderNumber });
    const refunds = [{ paymentId, amountMinor: 100 }];
    const res = await verb('reviewer', claim, 'propose', {
      outcome: 'refund',
      refunds,
      reasonCode: 'other',
      note: '',
    });
    expect(res.status).toBe(409);
    expect(res.body).toMatchObject({
      type: '/problems/checklist-open',
      open: ['application', 'id_copy', 'same_person'],
    });
  });

  it('goes from proposal through approval to the payout and the letter', async () => {
    const { claim, hash } = await proposed();
    const approved = (await verb('manager', claim, 'approve', { proposalHash: hash }).expect(200))
      .body as Shown;
    expect(approved).toMatchObject({
      state: 'in_payout',
      approvedMinor: 1_250_000,
      refunds: [{ state: 'queued' }],
    });

    const hooks = makeClaimHooks(desk.parts);
    const at = desk.clock.at;
    await moveRefund(claim.id, { state: 'accepted', acceptedAt: at });
    await desk.uow.write((tx) => hooks.onAccepted(tx, claim.id));
    const accepted = await show(claim);
    const statuses = (accepted.obligations as { kind: string; status: string }[]).map(({ kind, status }) => [
      kind,
      status,
    ]);
    expect(statuses).toContainEqual(['refund_10_days', 'met']);
    expect(statuses).toContainEqual(['card_refund_3_working_days', 'met']);
    await moveRefund(claim.id, { state: 'settled', settledAt: at });
    await desk.uow.write((tx) => hooks.onSettled(tx, claim.id));
    await desk.uow.write((tx) => hooks.onSettled(tx, claim.id));
    expect(await show(claim)).toMatchObject({ state: 'resolved', closedAt: new Date(at).toISOString() });
    const kinds = desk.letters.filter((letter) => letter.claim.id === claim.id).map(({ kind }) => kind);
    expect(kinds).toEqual(['acknowledgement', 'decision_refund', 'payout']);
    const events = await desk.uow.read((tx) => tx.findBy(AuditEventEntity, { claimId: claim.id }));
    expect(events.map(({ action }) => action)).toEqual(
      expect.arrayContaining([
        'claim.created',
        'claim.checked',
        'claim.proposed',
        'claim.approved',
        'claim.resolved',
      ]),
    );
  });

  it("refuses one's own proposal, a reviewer, another hash, and approval after an edit", async () => {
    const own = await proposed('manager');
    await verb('manager', own.claim, 'approve', { proposalHash: own.hash }).expect(403);
    await verb('reviewer2', own.claim, 'approve', { proposalHash: own.hash }).expect(403);
    await verb('manager2', own.claim, 'approve', { proposalHash: 'f'.repeat(64) }).expect(409);

    const edit = { version: own.claim.version, requestedMinor: 100 };
    const edited = (await desk.as('reviewer').put(`/api/claims/${own.claim.id}`).send(edit).expect(200))
      .body as Shown;
    expect(edited).toMatchObject({ state: 'in_review', proposal: null, requestedMinor: 100 });
    const stale = await verb('manager2', own.claim, 'approve', { proposalHash: own.hash }).expect(409);
    expect(stale.body).toMatchObject({
      type: '/problems/stale-version',
      current: { version: edited.version },
    });
    await verb('manager2', edited, 'approve', { proposalHash: own.hash }).expect(409);
    expect(await desk.uow.read((tx) => tx.countBy(RefundEntity, { claimId: own.claim.id }))).toBe(0);
  });

  it('lets one of two managers approve, and answers a double click twice the same', async () => {
    const one = await proposed();
    const both = await Promise.all(
      ['manager', 'manager2'].map((user) => verb(user, one.claim, 'approve', { proposalHash: one.hash })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);

    const two = await proposed();
    const body = { version: two.claim.version, commandId: command(), proposalHash: two.hash };
    const twice = await Promise.all(
      [1, 2].map(() => desk.as('manager').post(`/api/claims/${two.claim.id}/approve`).send(body)),
    );
    expect(twice.map(({ status }) => status)).toEqual([200, 200]);
    expect(twice[0]?.body).toEqual(twice[1]?.body);
    for (const { claim } of [one, two]) {
      expect(await desk.uow.read((tx) => tx.countBy(RefundEntity, { claimId: claim.id }))).toBe(1);
    }
  });

  it('never sends more than is left', async () => {
    const { claim, paymentId } = await decidable(1_000_000);
    const propose = (amountMinor: unknown) =>
      verb('reviewer', claim, 'propose', {
        outcome: 'refund',
        refunds: [{ paymentId, amountMinor }],
        reasonCode: 'other',
        note: '',
      });
    expect((await propose(1_000_001)).body).toMatchObject({
      status: 409,
      type: '/problems/over-refund',
      leftMinor: 1_000_000,
    });
    for (const amount of [0, -5, 1.5, '1e3', 2 ** 60]) expect((await propose(amount)).status).toBe(422);
  });

  it('prices pieces by what was paid for them, and gives the delivery fee back with a whole order only', async () => {
    const number = `SO-${(counter += 1)}`;
    const facts = {
      number,
      customerName: 'Айгүл',
      currency: 'KZT',
      discountMinor: 300_000,
      deliveryFeeMinor: 150_000,
      placedAt: '2026-11-18T10:00:00+05:00',
      lines: [
        { title: 'Кесе', quantity: 3, unitMinor: 400_000 },
        { title: 'Шәйнек', quantity: 1, unitMinor: 1_800_000 },
      ],
    };
    const order = (await desk.as('reviewer').post('/api/orders').send(facts).expect(201)).body as {
      lines: { id: string }[];
    };
    const paymentId = await pay(number, 2_850_000);
    let claim = await create({ orderNumber: number, requestedMinor: null });
    expect(claim.lines.map(({ askedMinor }) => askedMinor)).toEqual([1_080_000, 1_620_000]);
    expect(claim.orderDetails).toMatchObject({ deliveryBack: { whole: 150_000, part: 0 } });

    const cup = { orderLineId: order.lines[0]?.id, quantity: 2 };
    const edited = await desk
      .as('reviewer')
      .put(`/api/claims/${claim.id}`)
      .send({ version: claim.version, lines: [cup] })
      .expect(200);
    claim = edited.body as Shown;
    expect(claim.lines).toMatchObject([{ quantity: 2, askedMinor: 720_000 }]);
    for (const { code } of claim.checklist.filter(({ required, ok }) => required && ok !== true)) {
      claim = (await verb('reviewer', claim, 'check', { item: code, ok: true }).expect(200)).body as Shown;
    }
    const propose = (amountMinor: number) =>
      verb('reviewer', claim, 'propose', {
        outcome: 'refund',
        refunds: [{ paymentId, amountMinor, lines: claim.lines.map(({ id }) => id) }],
        reasonCode: 'not_delivered',
      });
    await propose(720_001).expect(409);
    await propose(720_000).expect(200);
  });

  it('refunds an order that two payments paid to both of them, by lines', async () => {
    const orderNumber = `SO-${(counter += 1)}`;
    const [first, second] = [await pay(orderNumber, 800_000), await pay(orderNumber, 450_000)];
    const lines = [
      { title: 'Кесе', unitMinor: 800_000 },
      { title: 'Шәйнек', unitMinor: 450_000 },
    ];
    let claim = await create({ orderNumber, lines, requestedMinor: null });
    expect(claim).toMatchObject({ requestedMinor: 1_250_000, paymentId: null });
    expect(claim.paymentCandidates).toHaveLength(2);
    const chosen = { version: claim.version, paymentId: first };
    claim = (await desk.as('reviewer').put(`/api/claims/${claim.id}`).send(chosen).expect(200)).body as Shown;
    for (const { code } of claim.checklist.filter(({ required, ok }) => required && ok !== true)) {
      claim = (await verb('reviewer', claim, 'check', { item: code, ok: true }).expect(200)).body as Shown;
    }
    const [cup, pot] = claim.lines.map(({ id }) => id);
    const refunds = (amountMinor: number) => [
      { paymentId: first, amountMinor, lines: [cup] },
      { paymentId: second, amountMinor: 450_000, lines: [pot] },
    ];
    const own = (amountMinor: number) => ({
      outcome: 'refund',
      refunds: refunds(amountMinor),
      reasonCode: 'other',
      note: '',
    });
    await verb('reviewer', claim, 'propose', own(800_001)).expect(409);
    const put = (await verb('reviewer', claim, 'propose', own(800_000)).expect(200)).body as Shown;
    const paid = await verb('manager', put, 'approve', { proposalHash: put.proposal?.hash }).expect(200);
    expect(paid.body).toMatchObject({
      approvedMinor: 1_250_000,
      lines: [{ approvedMinor: 800_000 }, { approvedMinor: 450_000 }],
      refunds: [{ state: 'queued' }, { state: 'queued' }],
    });
  });

  it('approves a batch item by item, and gives the first results again', async () => {
    const [good, own] = [await proposed(), await proposed('manager')];
    const items = [good, own].map(({ claim, hash }) => ({
      id: claim.id,
      version: claim.version,
      proposalHash: hash,
    }));
    const body = { commandId: command(), items };
    const first = await desk.as('manager').post('/api/claims/approve-batch').send(body).expect(200);
    expect(first.body).toMatchObject({
      results: [
        { id: good.claim.id, ok: true },
        { id: own.claim.id, ok: false, problem: { status: 403 } },
      ],
    });
    const again = await desk.as('manager').post('/api/claims/approve-batch').send(body).expect(200);
    expect(again.body).toEqual(first.body);
  });

  it('brings a refused payout back with its text; the same approval sends it again', async () => {
    const { claim, hash } = await proposed();
    await verb('manager', claim, 'approve', { proposalHash: hash }).expect(200);
    await moveRefund(claim.id, { state: 'refused', refusedText: 'Insufficient funds' });
    const [refund] = await desk.uow.read((tx) => tx.findBy(RefundEntity, { claimId: claim.id }));
    const hooks = makeClaimHooks(desk.parts);
    await desk.uow.write((tx) =>
      hooks.onRefused(tx, claim.id, { refundId: refund?.id ?? '', text: 'Insufficient funds' }),
    );
    const back = await show(claim);
    expect(back).toMatchObject({
      state: 'in_review',
      payoutFailure: { text: 'Insufficient funds' },
      proposal: { hash },
    });
    await verb('manager', back, 'retry-payout', { proposalHash: 'x' }).expect(409);
    await verb('reviewer', back, 'retry-payout', { proposalHash: hash }).expect(403);
    const again = await verb('manager', back, 'retry-payout', { proposalHash: hash }).expect(200);
    expect(again.body).toMatchObject({
      state: 'in_payout',
      payoutFailure: null,
      refunds: [{ state: 'queued' }],
    });
  });

  it('shows an auditor the reason of a return without the person in it', async () => {
    const { claim } = await proposed();
    const reason = 'Сейтқалидың қолы жоқ, ЖСН 900101300017';
    const returned = (await verb('manager', claim, 'return', { reason }).expect(200)).body as Shown;
    expect(await wordsOf('reviewer', returned, 'claim.returned')).toEqual([{ reason }]);
    expect(await wordsOf('auditor', returned, 'claim.returned')).toEqual([
      { reason: 'С• қолы жоқ, ЖСН •••17' },
    ]);
  });

  it('returns, rejects with a letter, withdraws, marks a duplicate and reopens', async () => {
    const { claim } = await proposed();
    const returned = (await verb('manager', claim, 'return', { reason: 'wrong sum' }).expect(200))
      .body as Shown;
    expect(returned).toMatchObject({ state: 'in_review', proposal: null });
    expect(await wordsOf('reviewer', returned, 'claim.returned')).toEqual([{ reason: 'wrong sum' }]);
    expect(await wordsOf('admin', returned, 'claim.returned')).toEqual([null]);
    await verb('reviewer', returned, 'reject', { reasonCode: 'no_ground', note: '' }).expect(403);
    const rejected = (
      await verb('manager', returned, 'reject', { reasonCode: 'out_of_term', note: 'late' }).expect(200)
    ).body as Shown;
    expect(rejected).toMatchObject({ state: 'rejected', closedAt: new Date(desk.clock.at).toISOString() });
    expect(desk.letters.at(-1)).toMatchObject({
      kind: 'decision_reject',
      params: { reasonCode: 'out_of_term' },
    });
    await verb('manager', rejected, 'reject', { reasonCode: 'other', note: '' }).expect(409);
    const reopened = (await verb('reviewer', rejected, 'reopen', { reason: 'new proof' }).expect(200))
      .body as Shown;
    expect(reopened).toMatchObject({ state: 'in_review', closedAt: null });
    const withdrawn = await verb('reviewer', reopened, 'withdraw', { reason: 'she called' }).expect(200);
    expect(withdrawn.body).toMatchObject({ state: 'withdrawn', dueAt: null });

    const copy = await create();
    await verb('reviewer', copy, 'mark-duplicate', { ofClaimId: copy.id }).expect(422);
    const marked = await verb('reviewer', copy, 'mark-duplicate', { ofClaimId: claim.id }).expect(200);
    expect(marked.body).toMatchObject({ state: 'duplicate', duplicateOfId: claim.id });
  });

  it('proposes a rejection with open checks, and approval sends the decision', async () => {
    const claim = await create();
    const own = { outcome: 'reject', reasonCode: 'no_ground', note: 'nothing was bought' };
    const res = (await verb('reviewer', claim, 'propose', own).expect(200)).body as Shown;
    const done = await verb('manager', res, 'approve', { proposalHash: res.proposal?.hash }).expect(200);
    expect(done.body).toMatchObject({ state: 'rejected', approvedMinor: 0 });
  });
});

describe('work', () => {
  it('takes documents: the last one starts the card clock; a failed check stops it, a passed one restores it', async () => {
    let claim = await create();
    const add = (name: string, bytes: Buffer) =>
      desk
        .as('reviewer')
        .post(`/api/claims/${claim.id}/documents`)
        .field('version', String(claim.version))
        .field('commandId', command())
        .attach('files', bytes, name);
    claim = (await add('application.pdf', PDF).expect(200)).body as Shown;
    expect(claim).toMatchObject({ missing: ['id_copy'], completeAt: null });
    claim = (await add('passport.pdf', PDF).expect(200)).body as Shown;
    const arrived = new Date(desk.clock.at).toISOString();
    expect(claim).toMatchObject({ state: 'in_review', missing: [], completeAt: arrived });

    desk.clock.at += 3_600_000;
    const card = (shown: Shown) =>
      (shown.obligations as { kind: string; status: string }[]).find(({ kind }) => kind.startsWith('card'))
        ?.status;
    claim = (
      await verb('reviewer', claim, 'check', { item: 'application', ok: false, note: 'not signed' }).expect(
        200,
      )
    ).body as Shown;
    expect(claim).toMatchObject({ missing: ['application'], completeAt: null });
    expect(card(claim)).toBe('void');
    claim = (await verb('reviewer', claim, 'check', { item: 'application', ok: true }).expect(200))
      .body as Shown;
    expect(claim).toMatchObject({ missing: [], completeAt: arrived });
    expect(card(claim)).toBe('running');

    claim = (await verb('reviewer', claim, 'check', { item: 'application', ok: false }).expect(200))
      .body as Shown;
    desk.clock.at += 3_600_000;
    claim = (await add('application.pdf', Buffer.from('%PDF-1.4 signed')).expect(200)).body as Shown;
    expect(claim).toMatchObject({ missing: [], completeAt: new Date(desk.clock.at).toISOString() });
    claim = (await verb('reviewer', claim, 'check', { item: 'application', ok: true }).expect(200))
      .body as Shown;
    expect(claim.completeAt).toBe(new Date(desk.clock.at).toISOString());
  });

  it('waits for proof of authority that was asked for, although the required papers are there', async () => {
    let claim = await create();
    const add = (name: string) =>
      desk
        .as('reviewer')
        .post(`/api/claims/${claim.id}/documents`)
        .field('version', String(claim.version))
        .field('commandId', command())
        .attach('files', PDF, name);
    claim = (await add('application.pdf').expect(200)).body as Shown;
    claim = (await add('passport.pdf').expect(200)).body as Shown;
    expect(claim.state).toBe('in_review');

    const items = ['authority', 'other'];
    claim = (await verb('reviewer', claim, 'request-documents', { items, note: 'Сенімхат' }).expect(200))
      .body as Shown;
    expect(claim).toMatchObject({ state: 'needs_documents', missing: [] });
    expect(desk.letters.at(-1)).toMatchObject({ kind: 'deficiency', params: { items, note: 'Сенімхат' } });

    desk.clock.at += 3_600_000;
    claim = (await add('power.pdf').expect(200)).body as Shown;
    expect(claim.state).toBe('in_review');
  });

  it('fails the check of a paper that is asked for again', async () => {
    let claim = await create();
    for (const name of ['application.pdf', 'passport.pdf']) {
      const res = await desk
        .as('reviewer')
        .post(`/api/claims/${claim.id}/documents`)
        .field('version', String(claim.version))
        .field('commandId', command())
        .attach('files', PDF, name);
      claim = res.body as Shown;
    }
    const again = { items: ['id_copy'], note: 'Сурет анық емес' };
    claim = (await verb('reviewer', claim, 'request-documents', again).expect(200)).body as Shown;
    expect(claim).toMatchObject({ state: 'needs_documents', missing: ['id_copy'], completeAt: null });
    expect(claim.checklist.find(({ code }) => code === 'id_copy')).toMatchObject({
      ok: false,
      note: 'Сурет анық емес',
    });
  });

  it('judges by payment, twins and look-alikes; its own refund is no reason against a claim', async () => {
    const rules = (shown: Shown) =>
      (shown.verdict as { reasons: { code: string }[] }).reasons.map(({ code }) => code);
    const orderNumber = `SO-${(counter += 1)}`;
    const paymentId = await pay(orderNumber);
    await pay(orderNumber);
    const first = await create({ kind: 'mistaken_operation', orderNumber, requestedMinor: null });
    await desk
      .as('reviewer')
      .put(`/api/claims/${first.id}`)
      .send({ version: first.version, paymentId, requestedMinor: 1_250_001 })
      .expect(200);
    expect(rules(await show(first))).toEqual(['above_payment']);
    const second = await create({ kind: 'mistaken_operation', orderNumber, requestedMinor: null });
    expect(rules(second)).toContain('possible_duplicate');

    const { claim, hash } = await proposed();
    await verb('manager', claim, 'approve', { proposalHash: hash }).expect(200);
    expect(rules(await show(claim))).not.toContain('nothing_left');
  });

  it('asks for documents, assigns, notes, replies and moves goods', async () => {
    let claim = await create({ kind: 'refusal_after_handover', lines: [{ title: 'Кесе', unitMinor: 5000 }] });
    claim = (await verb('reviewer', claim, 'request-documents', { items: ['id_copy'], note: '' }).expect(200))
      .body as Shown;
    expect(claim.state).toBe('needs_documents');
    expect(desk.letters.at(-1)).toMatchObject({ kind: 'deficiency', params: { items: ['id_copy'] } });
    await verb('reviewer', claim, 'assign', { assigneeId: desk.userId('auditor') }).expect(422);
    claim = (await verb('reviewer', claim, 'assign', { assigneeId: desk.userId('reviewer2') }).expect(200))
      .body as Shown;
    expect(claim.assigneeId).toBe(desk.userId('reviewer2'));
    claim = (await verb('reviewer', claim, 'note', { text: 'Құпия: жедел' }).expect(200)).body as Shown;
    claim = (await verb('reviewer', claim, 'reply', { text: 'Құрметті…' }).expect(200)).body as Shown;
    const goods = { lineId: claim.lines[0]?.id, goods: 'received' };
    claim = (await verb('reviewer', claim, 'goods', goods).expect(200)).body as Shown;
    expect(claim.lines).toMatchObject([{ goods: 'received' }]);
    await verb('reviewer', claim, 'check', { item: 'no_such', ok: true }).expect(422);
  });

  it('sends no paper of another claim with a reply', async () => {
    const withPaper = async () => {
      const claim = await create({ kind: 'other' });
      const res = await desk
        .as('reviewer')
        .post(`/api/claims/${claim.id}/documents`)
        .field('version', String(claim.version))
        .field('commandId', `papers-of-${claim.id}`)
        .attach('files', PDF, 'жеке куәлік.pdf')
        .expect(200);
      const [paper] = await desk.uow.read((tx) => tx.findBy(DocumentEntity, { claimId: claim.id }));
      return { claim: res.body as Shown, paperId: paper?.id ?? '' };
    };
    const [own, foreign] = [await withPaper(), await withPaper()];
    const letters = desk.letters.length;

    const documentIds = [own.paperId, foreign.paperId];
    const refused = await verb('reviewer', own.claim, 'reply', { text: 'Міне', documentIds }).expect(422);
    expect(refused.body).toMatchObject({ errors: { documentIds: 'no such document' } });
    expect(desk.letters).toHaveLength(letters);

    await verb('reviewer', own.claim, 'reply', { text: 'Міне', documentIds: [own.paperId] }).expect(200);
    await desk.uow.write((tx) => tx.update(DocumentEntity, { id: foreign.paperId }, { erasedAt: 1 }));
    const erased = { text: 'Міне', documentIds: [foreign.paperId] };
    await verb('reviewer', foreign.claim, 'reply', erased).expect(422);
  });

  it('holds the payout until the goods are inspected when the setting says so', async () => {
    const strict = await openDeskApp({ 'goods.payoutWaits': true });
    const kept = desk;
    desk = strict;
    try {
      const { claim: ready, paymentId } = await decidable();
      const lines = [{ title: 'Кесе', unitMinor: 1_250_000, goods: 'expected' }];
      const edited = await desk
        .as('reviewer')
        .put(`/api/claims/${ready.id}`)
        .send({ version: ready.version, lines })
        .expect(200);
      const refunds = [{ paymentId, amountMinor: 1_250_000 }];
      const own = { outcome: 'refund', refunds, reasonCode: 'defect', note: '' };
      const put = (await verb('reviewer', edited.body as Shown, 'propose', own).expect(200)).body as Shown;
      const waits = (await verb('manager', put, 'approve', { proposalHash: put.proposal?.hash }).expect(200))
        .body as Shown;
      expect(waits).toMatchObject({ state: 'approved', refunds: [] });
      const goods = { lineId: waits.lines[0]?.id, goods: 'inspected' };
      const sent = await verb('reviewer', waits, 'goods', goods).expect(200);
      expect(sent.body).toMatchObject({ state: 'in_payout', refunds: [{ amountMinor: 1_250_000 }] });
    } finally {
      desk = kept;
      await strict.close();
    }
  });

  it("asks for proof of authority on somebody else's claim", async () => {
    const claim = await create({ payer: { name: 'Other Person' } });
    expect(claim.checklist).toContainEqual(
      expect.objectContaining({ code: 'authority', required: true, ok: null }),
    );
  });

  it('ignores known read-only fields in an edit, refuses unknown ones and edits of money on its way', async () => {
    const claim = await create();
    const sent = { ...claim, kind: 'other', state: 'resolved', approvedMinor: 5 };
    const saved = await desk.as('reviewer').put(`/api/claims/${claim.id}`).send(sent).expect(200);
    expect(saved.body).toMatchObject({ kind: 'other', state: 'received', approvedMinor: null });
    await desk
      .as('reviewer')
      .put(`/api/claims/${claim.id}`)
      .send({ version: claim.version + 1, approvedBy: 'me' })
      .expect(422);
    const { claim: put, hash } = await proposed();
    const paid = (await verb('manager', put, 'approve', { proposalHash: hash })).body as Shown;
    await desk
      .as('reviewer')
      .put(`/api/claims/${paid.id}`)
      .send({ version: paid.version, requestedMinor: 1 })
      .expect(409);
  });

  it('changes nothing when a claim is refreshed for nothing', async () => {
    const claim = await create();
    const refresh = makeRefreshClaim(desk.parts);
    await desk.uow.write((tx) => refresh(tx, claim.id, 'clock'));
    expect((await show(claim)).version).toBe(claim.version);
  });
});

it('sums the desk up', async () => {
  const res = await desk.as('manager').get('/api/dashboard').expect(200);
  const { counts, dueByDay, next } = res.body as {
    counts: Record<string, number>;
    dueByDay: { working: boolean }[];
    next: Shown[];
  };
  expect(counts.open).toBeGreaterThan(0);
  expect(counts.waitingCustomer).toBeGreaterThan(0);
  expect(dueByDay).toHaveLength(14);
  expect(next.length).toBeLessThanOrEqual(9);
});
