import { type DeskApp, openDeskApp } from '../../testing/desk-app';
import { AuditEventEntity } from '../audit';
import { MessageEntity } from '../messages';
import { OrderEntity } from '../orders';
import { ObligationEntity } from './claim.entity';
import { makeClaimHooks } from './claim-hooks';

interface Clock {
  kind: string;
  startsOn: string;
  dueOn: string;
  status: string;
  open: boolean;
  voidReason: string | null;
}
interface Shown {
  id: string;
  version: number;
  state: string;
  dueOn: string | null;
  demandedAt: string;
  obligations: Clock[];
  earlierObligations: Clock[];
  tasks: { id: string; cause: string; letterKind: string; doneAt: string | null }[];
}

const PDF = Buffer.from('%PDF-1.4 a paper');
const at = (local: string) => Date.parse(`${local}+05:00`);
const MONDAY = at('2026-11-23T10:15:00');
let desk: DeskApp;
let counter = 0;
beforeAll(async () => {
  desk = await openDeskApp();
});
beforeEach(() => {
  desk.clock.at = MONDAY;
});
afterAll(() => desk.close());
const command = () => `k-${(counter += 1)}`;

async function create(changed: object = {}): Promise<Shown> {
  const customer = { name: 'Айгүл Сейтқали', email: `clock${(counter += 1)}@example.kz`, phone: null };
  const base = {
    kind: 'refusal_before_handover',
    channel: 'phone',
    language: 'kk',
    customer,
    currency: 'KZT',
  };
  const body = { ...base, orderNumber: null, requestedMinor: 1_250_000, commandId: command(), ...changed };
  const res = await desk.as('reviewer').post('/api/claims').send(body);
  expect(res.status).toBe(201);
  return res.body as Shown;
}
const verb = (user: string, claim: Shown, name: string, own: object = {}) =>
  desk
    .as(user)
    .post(`/api/claims/${claim.id}/${name}`)
    .send({ version: claim.version, commandId: command(), ...own });
const show = async ({ id }: Shown) => (await desk.as('manager').get(`/api/claims/${id}`)).body as Shown;
const terms = (clocks: Clock[]) =>
  clocks.map(({ kind, dueOn, status }) => [kind, dueOn, status].join(' ')).sort();
const events = (claim: Shown, action: string) =>
  desk.uow.read((tx) => tx.findBy(AuditEventEntity, { claimId: claim.id, action }));

/** What the outbox would record: a decision that the mail server accepted. */
async function answer(claim: Shown, kind: MessageEntity['kind'] = 'decision_reject'): Promise<string> {
  const id = desk.parts.ids.next();
  await desk.uow.write(async (tx) => {
    const facts = { claimId: claim.id, direction: 'out', kind, state: 'sent', language: 'kk' } as const;
    const letter = { sealed: '', wrappedKey: null, mailMessageId: `<${id}@umami.kz>`, inReplyTo: null };
    const rest = { automatic: false, documentIds: [], authorId: null, tries: 1, dedupKey: id };
    const times = { createdAt: desk.clock.at, sentAt: desk.clock.at };
    await tx.insert(MessageEntity, { id, ...facts, ...letter, ...rest, ...times });
    await makeClaimHooks(desk.parts).onLetterSent(tx, claim.id);
  });
  return id;
}
const bounce = (claim: Shown, messageId: string) =>
  desk.uow.write(async (tx) => {
    await tx.update(MessageEntity, { id: messageId }, { state: 'failed' });
    const letter = { messageId, kind: 'decision_reject', cause: 'bounced' } as const;
    await makeClaimHooks(desk.parts).onLetterLost(tx, claim.id, letter);
  });

describe('the answer', () => {
  it('is met by a decision, not by an acknowledgement or a deficiency letter', async () => {
    const claim = await create({ kind: 'other', requestedMinor: null });
    await answer(claim, 'acknowledgement');
    await answer(claim, 'deficiency');
    expect(terms((await show(claim)).obligations)).toEqual(['answer_10_days 2026-12-03 running']);
    await answer(claim);
    expect(terms((await show(claim)).obligations)).toEqual(['answer_10_days 2026-12-03 met']);
    expect((await show(claim)).dueOn).toBeNull();
  });

  it('is open again when the letter comes back, with a call to make', async () => {
    let claim = await create();
    claim = (await verb('manager', claim, 'reject', { reasonCode: 'no_ground', note: 'x' })).body as Shown;
    const letter = await answer(claim);
    expect((await show(claim)).dueOn).toBeNull();
    await bounce(claim, letter);
    await bounce(claim, letter);
    claim = await show(claim);
    expect(claim).toMatchObject({ state: 'rejected', dueOn: '2026-12-03' });
    expect(claim.tasks).toMatchObject([{ cause: 'bounced', letterKind: 'decision_reject', doneAt: null }]);
    expect(claim.obligations.find(({ kind }) => kind === 'answer_10_days')).toMatchObject({
      status: 'running',
      open: true,
    });
    const taskId = claim.tasks[0]?.id;
    claim = (await verb('reviewer', claim, 'task-done', { taskId, note: 'told by phone' })).body as Shown;
    expect(claim.tasks[0]?.doneAt).not.toBeNull();
    expect((await verb('reviewer', claim, 'task-done', { taskId })).status).toBe(422);
    await answer(claim);
    expect((await show(claim)).dueOn).toBeNull();
    expect(await events(claim, 'claim.call_needed')).toHaveLength(1);
  });
});

describe('a claim that is opened again', () => {
  const REOPENED = at('2026-12-10T09:00:00');

  it('has new terms after a withdrawal, and shows the old ones beside them', async () => {
    let claim = await create();
    await answer(claim);
    claim = (await verb('reviewer', await show(claim), 'withdraw', { reason: 'x' })).body as Shown;
    desk.clock.at = REOPENED;
    claim = (await verb('reviewer', claim, 'reopen', { reason: 'asks again' })).body as Shown;
    expect(terms(claim.obligations)).toEqual([
      'answer_10_days 2026-12-21 running',
      'refund_10_days 2026-12-21 running',
    ]);
    expect(terms((await show(claim)).earlierObligations)).toEqual([
      'answer_10_days 2026-12-03 met',
      'refund_10_days 2026-12-03 void',
    ]);
    expect((await show(claim)).dueOn).toBe('2026-12-21');
  });

  it('keeps the term of an answer that was never given', async () => {
    let claim = await create();
    claim = (await verb('manager', claim, 'reject', { reasonCode: 'no_ground', note: 'x' })).body as Shown;
    desk.clock.at = REOPENED;
    claim = (await verb('reviewer', claim, 'reopen', { reason: 'new proof' })).body as Shown;
    expect(terms(claim.obligations)).toEqual([
      'answer_10_days 2026-12-03 breached',
      'refund_10_days 2026-12-21 running',
    ]);
    expect(terms((await show(claim)).earlierObligations)).toEqual(['refund_10_days 2026-12-03 void']);
  });

  it('keeps its terms when it was put away as a duplicate by mistake', async () => {
    const original = await create();
    let claim = await create();
    claim = (await verb('reviewer', claim, 'mark-duplicate', { ofClaimId: original.id })).body as Shown;
    expect(claim.dueOn).toBeNull();
    desk.clock.at = at('2026-11-30T09:00:00');
    claim = (await verb('reviewer', claim, 'reopen', { reason: 'not the same' })).body as Shown;
    expect(claim.dueOn).toBe('2026-12-03');
  });

  it('may be opened again twice', async () => {
    let claim = await create();
    for (const day of ['2026-12-10', '2026-12-22']) {
      claim = (await verb('reviewer', claim, 'withdraw', { reason: 'x' })).body as Shown;
      desk.clock.at = at(`${day}T09:00:00`);
      claim = (await verb('reviewer', claim, 'reopen', { reason: 'again' })).body as Shown;
    }
    expect(claim.obligations.find(({ kind }) => kind === 'refund_10_days')?.startsOn).toBe('2026-12-22');
    const rows = await desk.uow.read((tx) => tx.findBy(ObligationEntity, { claimId: claim.id }));
    expect(rows.map(({ kind, round }) => `${kind} ${String(round)}`).sort()).toEqual([
      'answer_10_days 0',
      'answer_10_days 1',
      'answer_10_days 2',
      'refund_10_days 0',
      'refund_10_days 1',
      'refund_10_days 2',
    ]);
  });
});

describe('the received date', () => {
  it('is corrected with a reason, and the terms follow', async () => {
    let claim = await create();
    const body = { demandedAt: '2026-11-20T18:00:00+05:00', reason: 'the letter lay at the reception' };
    claim = (await verb('reviewer', claim, 'correct-received', body).expect(200)).body as Shown;
    expect(claim).toMatchObject({ demandedAt: '2026-11-20T13:00:00.000Z', dueOn: '2026-11-30' });
    const [event] = await events(claim, 'claim.received_corrected');
    expect(event?.data).toMatchObject({
      before: { demandedAt: '2026-11-23T05:15:00.000Z', dueOn: '2026-12-03' },
      demandedAt: '2026-11-20T13:00:00.000Z',
    });
  });

  it.each([
    ['without a reason', { demandedAt: '2026-11-20T18:00:00+05:00' }],
    ['into the future', { demandedAt: '2026-11-23T10:16:00+05:00', reason: 'x' }],
    ['to no instant', { demandedAt: '2026-11-20', reason: 'x' }],
    ['to a time without zone', { demandedAt: '2026-11-20T18:00:00', reason: 'x' }],
  ])('is not corrected %s', async (_what, body) => {
    const claim = await create();
    expect((await verb('reviewer', claim, 'correct-received', body)).status).toBe(422);
    expect((await show(claim)).version).toBe(claim.version);
  });

  it('cannot lie before the purchase', async () => {
    const number = `SO-${(counter += 1)}`;
    const placedAt = at('2026-11-21T12:00:00');
    await desk.uow.write(async (tx) => {
      const sums = { currency: 'KZT', deliveryFeeMinor: 0, discountMinor: 0, totalMinor: 1_250_000 };
      const person = { customerName: 'А', customerEmail: null, customerPhone: null };
      const rest = { placedAt, handedOverOn: null, source: 'hand', createdAt: placedAt, version: 1 } as const;
      await tx.insert(OrderEntity, {
        id: desk.parts.ids.next(),
        number,
        ...sums,
        ...person,
        ...rest,
        searchName: 'а',
      });
    });
    const claim = await create({ orderNumber: number });
    const move = (demandedAt: string) =>
      verb('reviewer', claim, 'correct-received', { demandedAt, reason: 'x' });
    const refused = await move('2026-11-20T23:59:00+05:00');
    expect(refused.status).toBe(422);
    expect(refused.body).toMatchObject({ errors: { demandedAt: 'lies before the purchase' } });
    expect((await move('2026-11-21T00:00:00+05:00')).status).toBe(200);
  });
});

it('ends the duty to pay while the bank has taken the payment back', async () => {
  let claim = await create();
  expect((await verb('reviewer', claim, 'chargeback', { happened: true, reason: 'x' })).status).toBe(403);
  claim = (
    await verb('manager', claim, 'chargeback', { happened: true, reason: 'notice of the bank' }).expect(200)
  ).body as Shown;
  expect(claim.obligations.find(({ kind }) => kind === 'refund_10_days')).toMatchObject({
    status: 'void',
    voidReason: 'charged_back',
  });
  expect(claim.obligations.find(({ kind }) => kind === 'answer_10_days')?.status).toBe('running');
  expect((await verb('manager', claim, 'chargeback', { happened: true, reason: 'x' })).status).toBe(409);
  claim = (await verb('manager', claim, 'chargeback', { happened: false, reason: 'we won' })).body as Shown;
  expect(claim.obligations.find(({ kind }) => kind === 'refund_10_days')?.status).toBe('running');
});

it('counts the ten days of a defect from the demand for money', async () => {
  let claim = await create({ kind: 'defective', requestedMinor: null });
  expect(terms(claim.obligations)).toEqual(['answer_10_days 2026-12-03 running']);
  desk.clock.at = at('2026-11-30T10:00:00');
  const put = (body: object) =>
    desk
      .as('reviewer')
      .put(`/api/claims/${claim.id}`)
      .send({ version: claim.version, ...body });
  claim = (await put({ requestedMinor: 500_000 }).expect(200)).body as Shown;
  expect(terms(claim.obligations)).toEqual([
    'answer_10_days 2026-12-03 running',
    'refund_10_days 2026-12-10 running',
  ]);
  claim = (await put({ requestedMinor: null }).expect(200)).body as Shown;
  expect(terms(claim.obligations)).toEqual(['answer_10_days 2026-12-03 running']);
});

it('says when a date leans on a calendar that is not published', async () => {
  desk.clock.at = at('2026-12-30T10:00:00');
  const claim = await create();
  expect(claim).toMatchObject({ dueOn: '2027-01-11', provisional: true });
  const found = await desk.as('reviewer').get('/api/claims?filter={"dueOn":"2027-01-11"}');
  expect((found.body as { provisional: boolean }[]).map(({ provisional }) => provisional)).toContain(true);
});

it('takes the papers of a multipart entry into the card clock', async () => {
  const customer = { name: 'А', email: 'a@example.kz', phone: null };
  const draft = { kind: 'mistaken_operation', channel: 'desk', language: 'ru', customer, currency: 'KZT' };
  const body = { ...draft, orderNumber: null, requestedMinor: 100, commandId: command() };
  const res = await desk
    .as('reviewer')
    .post('/api/claims')
    .field('claim', JSON.stringify(body))
    .attach('files', PDF, 'Заявление.pdf');
  expect(terms((res.body as Shown).obligations)).toEqual(['answer_10_days 2026-12-03 running']);
});
