import { type DeskApp, openDeskApp } from '../../testing/desk-app';
import { AuditEventEntity } from '../audit';
import { DocumentEntity } from '../documents';
import { MessageEntity } from '../messages';
import { ClaimEntity } from './claim.entity';
import { makeClaimHooks } from './claim-hooks';
import { makeRefreshClaim } from './refresh-claim';
import { remindCustomers } from './remind-customers';

interface Shown {
  id: string;
  version: number;
  state: string;
  waiting: {
    reminders: string[];
    warnedAt: string | null;
    nextAt: string | null;
    mayCloseOn: string | null;
    effects: { kind: string; waiting: string; closing: string }[];
  } | null;
  obligations: { kind: string; status: string; open: boolean; voidReason: string | null; startsOn: string }[];
}

const at = (local: string) => Date.parse(`${local}+05:00`);
let counter = 0;
const command = () => `w-${String((counter += 1))}`;
let desk: DeskApp;
beforeEach(async () => {
  desk = await openDeskApp();
});
afterEach(() => desk.close());

async function asked(items: string[] = ['application', 'id_copy']): Promise<Shown> {
  const customer = { name: 'Айгүл', email: `w${String((counter += 1))}@example.kz`, phone: null };
  const created = await desk.as('reviewer').post('/api/claims').send({
    kind: 'refusal_before_handover',
    channel: 'phone',
    language: 'kk',
    customer,
    currency: 'KZT',
    orderNumber: null,
    requestedMinor: 1_250_000,
    commandId: command(),
  });
  return (await verb('reviewer', created.body as Shown, 'request-documents', { items, note: '' }))
    .body as Shown;
}
const verb = (user: string, claim: Shown, name: string, own: object = {}) =>
  desk
    .as(user)
    .post(`/api/claims/${claim.id}/${name}`)
    .send({ version: claim.version, commandId: command(), ...own });
const show = async ({ id }: { id: string }) =>
  (await desk.as('manager').get(`/api/claims/${id}`)).body as Shown;
const sent = () => desk.letters.map(({ kind }) => kind).filter((kind) => kind !== 'acknowledgement');
const remind = () => remindCustomers(desk.parts);
async function until(day: string): Promise<void> {
  const end = at(`${day}T09:30:00`);
  while (desk.clock.at < end) {
    desk.clock.at += 6 * 3_600_000;
    await Promise.all([remind(), remind()]);
  }
}
const clocks = ({ obligations }: Shown) =>
  obligations.map(({ kind, status, open, voidReason }) => [kind, status, open, voidReason].join(' ')).sort();

it('reminds twice and warns once in a month of two instances, in working hours', async () => {
  const claim = await asked();
  await until('2026-12-30');
  expect(sent()).toEqual(['deficiency', 'reminder', 'reminder', 'waiting_warning']);
  const times = desk.letters.slice(-3).map(({ now }) => new Date(now + 5 * 3_600_000));
  for (const time of times) {
    expect([time.getUTCDay() % 6, time.getUTCHours() >= 9 && time.getUTCHours() < 18]).not.toContain(false);
    expect(time.getUTCDay() % 6).not.toBe(0);
  }
  expect(desk.letters.at(-1)?.params).toMatchObject({
    items: ['application', 'id_copy'],
    askedOn: '2026-11-23',
    closesOn: '2026-12-24',
  });
  expect(await show(claim)).toMatchObject({
    state: 'needs_documents',
    waiting: { mayCloseOn: '2026-12-24', nextAt: null },
  });
});

it('shows what waiting does to each term, and never pauses one in silence', async () => {
  const claim = await asked();
  expect(claim.waiting?.effects).toEqual([
    { kind: 'refund_10_days', waiting: 'runs', closing: 'ends' },
    { kind: 'card_refund_3_working_days', waiting: 'starts_when_complete', closing: 'ends' },
    { kind: 'answer_10_days', waiting: 'runs', closing: 'answered' },
  ]);
  expect(clocks(claim)).toEqual(['answer_10_days running true ', 'refund_10_days running true ']);
});

it('begins anew when the customer sends something, or writes', async () => {
  const claim = await asked();
  await until('2026-12-01');
  expect(sent()).toEqual(['deficiency', 'reminder']);
  await supply(claim, 'other');
  const after = await show(claim);
  expect(after.waiting).toMatchObject({ reminders: [], nextAt: '2026-12-07T04:00:00.000Z' });

  await until('2026-12-08');
  expect((await show(claim)).waiting?.reminders).toHaveLength(1);
  await desk.uow.write((tx) => makeRefreshClaim(desk.parts)(tx, claim.id, 'mail'));
  expect((await show(claim)).waiting?.reminders).toEqual([]);
});

it('is closed by a manager alone, and only after the warning and its day', async () => {
  const claim = await asked();
  const early = await verb('manager', claim, 'close-waiting', { note: '' });
  expect(early.body).toMatchObject({ status: 409, type: '/problems/illegal-move', mayCloseOn: null });
  await until('2026-12-23');
  const warned = await show(claim);
  expect((await verb('manager', warned, 'close-waiting')).body).toMatchObject({ mayCloseOn: '2026-12-24' });
  await until('2026-12-24');
  expect((await verb('reviewer', warned, 'close-waiting')).status).toBe(403);
  const closed = (await verb('manager', warned, 'close-waiting')).body as Shown;
  expect(closed.state).toBe('rejected');
  expect(desk.letters.at(-1)).toMatchObject({
    kind: 'closing',
    params: { items: ['application', 'id_copy'] },
  });
  // The money's term has passed long ago; it ends with the closing, and the answer is owed until the letter is out.
  expect(clocks(closed)).toEqual(['answer_10_days breached true ', 'refund_10_days void false not_supplied']);
  await letterIsOut(claim);
  expect(clocks(await show(claim))).toEqual([
    'answer_10_days breached false ',
    'refund_10_days void false not_supplied',
  ]);
});

it('leaves the terms as the settings say', async () => {
  await desk.close();
  desk = await openDeskApp({ 'waiting.closingEndsRefund': false, 'waiting.closingAnswers': false });
  const closed = await closedClaim();
  await letterIsOut(closed);
  expect(clocks(await show(closed))).toEqual([
    'answer_10_days breached true ',
    'refund_10_days breached true ',
  ]);
});

it('opens again by itself when the papers come, with new terms', async () => {
  const closed = await closedClaim();
  await desk.uow.write((tx) => makeRefreshClaim(desk.parts)(tx, closed.id, 'mail'));
  expect((await show(closed)).state).toBe('rejected');
  await supply(closed, 'application', 'mail');
  const again = await show(closed);
  expect(again).toMatchObject({ state: 'in_review', waiting: null });
  expect(again.obligations.map(({ startsOn }) => startsOn)).toContain('2026-12-24');
  const events = await desk.uow.read((tx) =>
    tx.findBy(AuditEventEntity, { claimId: closed.id, action: 'claim.reopened' }),
  );
  expect(events.map(({ data }) => data)).toMatchObject([{ cause: 'papers_came', state: 'in_review' }]);
});

it('stops when the claim goes on without the papers', async () => {
  const claim = await asked();
  await verb('reviewer', claim, 'withdraw', { reason: 'The customer called' });
  await until('2026-12-20');
  expect(sent()).toEqual(['deficiency', 'withdrawal']);
  const row = await desk.uow.read((tx) => tx.findOneByOrFail(ClaimEntity, { id: claim.id }));
  expect(row).toMatchObject({ waiting: null, waitingNextAt: null });
});

async function closedClaim(): Promise<Shown> {
  const claim = await asked();
  await until('2026-12-24');
  const closed = await verb('manager', await show(claim), 'close-waiting');
  expect(closed.status).toBe(200);
  return closed.body as Shown;
}

async function supply({ id }: Shown, type: 'application' | 'other', cause: 'mail' | 'document' = 'document') {
  desk.clock.at += 60_000;
  await desk.uow.write(async (tx) => {
    await tx.insert(DocumentEntity, {
      id: desk.parts.ids.next(),
      claimId: id,
      messageId: null,
      type,
      name: 'paper.pdf',
      contentType: 'application/pdf',
      sizeBytes: 10,
      sha256: '0'.repeat(64),
      storageKey: `00/${String((counter += 1))}`,
      wrappedKey: '',
      pages: 1,
      problem: null,
      uploadedById: null,
      createdAt: desk.clock.at,
      erasedAt: null,
      version: 1,
    });
    await makeRefreshClaim(desk.parts)(tx, id, cause);
  });
}

/** What the outbox would record. */
async function letterIsOut({ id: claimId }: Shown): Promise<void> {
  const id = desk.parts.ids.next();
  await desk.uow.write(async (tx) => {
    await tx.insert(MessageEntity, {
      id,
      claimId,
      direction: 'out',
      kind: 'closing',
      state: 'sent',
      language: 'kk',
      sealed: '',
      wrappedKey: null,
      mailMessageId: `<${id}@umami.kz>`,
      inReplyTo: null,
      told: null,
      automatic: false,
      documentIds: [],
      authorId: null,
      tries: 1,
      dedupKey: id,
      createdAt: desk.clock.at,
      sentAt: desk.clock.at,
    });
    await makeClaimHooks(desk.parts).onLetterSent(tx, claimId);
  });
}

it('begins a wait that began before waits were counted, with the letter that asked', async () => {
  const claim = await asked();
  await desk.uow.write((tx) => tx.update(ClaimEntity, { id: claim.id }, { waiting: null, waitingNextAt: 0 }));
  desk.clock.at = at('2026-11-25T10:00:00');
  await Promise.all([remind(), remind()]);
  const begun = await desk.uow.read((tx) => tx.findOneByOrFail(ClaimEntity, { id: claim.id }));
  expect(begun.waiting).toMatchObject({
    since: at('2026-11-23T10:15:00'),
    items: ['application', 'id_copy'],
    reminders: [],
  });
  expect(begun.waitingNextAt).toBe(at('2026-11-30T09:00:00'));
  expect(sent()).toEqual(['deficiency']);
});

it('warns at once a customer who has been silent since long before waits were counted', async () => {
  const claim = await asked();
  await desk.uow.write((tx) => tx.update(ClaimEntity, { id: claim.id }, { waiting: null, waitingNextAt: 0 }));
  desk.clock.at = at('2027-02-02T10:00:00');
  await Promise.all([remind(), remind()]);
  expect(sent()).toEqual(['deficiency', 'waiting_warning']);
  expect(desk.letters.at(-1)?.params).toMatchObject({ askedOn: '2026-11-23', closesOn: '2027-02-12' });
});
