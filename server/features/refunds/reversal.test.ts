import {
  openPayoutDesk,
  type PayoutDesk,
  type ShownClaim,
  type ShownRefund,
  until,
} from '../../testing/payout-desk';
import { AuditEventEntity } from '../audit';
import { ObligationEntity } from '../claims';
import type { PaymentEntity } from '../payments';
import { checkAllBooks } from './check-books';
import { LedgerEntryEntity } from './refund.entity';
import { RefundReversalEntity } from './reversal.entity';

let desk: PayoutDesk;
let payment: PaymentEntity;
let claim: ShownClaim;
let counter = 0;
beforeEach(async () => {
  desk = await openPayoutDesk();
  payment = await desk.pay(100);
  claim = await paidBack(4_000);
});
afterEach(() => desk.close());

const TODAY = '2026-11-23';
const DAY_MINUTES = 24 * 60;

async function paidBack(amountMinor: number): Promise<ShownClaim> {
  const approved = await desk.approved([{ paymentId: payment.id, amountMinor }]);
  await desk.sendDue();
  return until(async () => {
    const shown = await desk.showClaim(approved);
    return shown.state === 'resolved' && shown;
  });
}

type Reversed = ShownRefund & {
  version: number;
  reversal: { reference: string | null; reversedOn: string } | null;
};
const refundOf = async (of: { id: string }) => (await desk.refundOf(of)) as Reversed;

async function reverse(refund: Reversed, own: object = {}, user = 'manager') {
  const body = {
    version: refund.version,
    commandId: `reverse-${String((counter += 1))}`,
    reversedOn: TODAY,
    reference: 'Үзінді көшірме, 14-жол',
    reason: 'Карта жабылған',
    ...own,
  };
  return desk.as(user).post(`/api/refunds/${refund.id}/reverse`).send(body);
}
const clocksOf = async ({ id }: ShownClaim) =>
  desk.uow.read((tx) => tx.find(ObligationEntity, { where: { claimId: id }, order: { kind: 'ASC' } }));
const leftOf = async () =>
  (await desk.as('manager').get(`/api/payments/${payment.id}`)).body as {
    refundedMinor: number;
    leftMinor: number;
  };

it('frees the sum, books it back with its proof and owes the refund again by the old date', async () => {
  const before = await clocksOf(claim);
  expect(await leftOf()).toMatchObject({ refundedMinor: 4_000, leftMinor: 6_000 });

  const answer = await reverse(await refundOf(claim));

  expect(answer.status).toBe(200);
  expect(answer.body).toMatchObject({
    state: 'reversed',
    refusedText: 'Үзінді көшірме, 14-жол: Карта жабылған',
    reversal: { reversedOn: TODAY, reference: 'Үзінді көшірме, 14-жол', byId: desk.userId('manager') },
  });
  expect(await leftOf()).toMatchObject({ refundedMinor: 0, leftMinor: 10_000 });
  const [entry, back] = await desk.uow.read(async (tx) => [
    await tx.findOneByOrFail(LedgerEntryEntity, { paymentId: payment.id }),
    await tx.findOneByOrFail(RefundReversalEntity, { paymentId: payment.id }),
  ]);
  expect([entry.amountMinor, back.amountMinor]).toEqual([4_000, 4_000]);

  const after = await desk.showClaim(claim);
  expect(after).toMatchObject({ state: 'in_review', proposal: null, payoutFailure: null });
  const clocks = await clocksOf(claim);
  expect(clocks.map(({ kind, dueOn }) => [kind, dueOn])).toEqual(
    before.map(({ kind, dueOn }) => [kind, dueOn]),
  );
  const refundClocks = clocks.filter(({ kind }) => kind !== 'answer_10_days');
  expect(refundClocks.map(({ status, open, doneAt }) => ({ status, open, doneAt }))).toEqual([
    { status: 'running', open: true, doneAt: null },
    { status: 'running', open: true, doneAt: null },
  ]);
});

it('is late at once when the date has passed meanwhile', async () => {
  await desk.advance(20 * DAY_MINUTES);
  expect((await reverse(await refundOf(claim), { reversedOn: '2026-12-13' })).status).toBe(200);
  const clocks = (await clocksOf(claim)).filter(({ kind }) => kind !== 'answer_10_days');
  expect(clocks.map(({ status, open }) => [status, open])).toEqual([
    ['breached', true],
    ['breached', true],
  ]);
});

it('tells the customer once, and colleagues by the trail', async () => {
  const refund = await refundOf(claim);
  const body = { commandId: 'twice' };
  const [first, second] = [await reverse(refund, body), await reverse(refund, body)];
  expect([first.status, second.status]).toEqual([200, 200]);
  await desk.jobs.runDue();
  const letters = desk.outbox.filter(({ subject }) => subject.includes('деньги вернулись из банка'));
  expect(letters).toHaveLength(1);
  expect(letters[0]?.subject).toContain(claim.number);
  expect(letters[0]?.text).toContain('40\u00a0₸');
  expect(letters[0]?.text).toContain('Последние четыре цифры карты: 4242.');
  expect(letters[0]?.text).toContain('Если карта закрыта или заменена');
  const events = await desk.uow.read((tx) => tx.find(AuditEventEntity, { where: { claimId: claim.id } }));
  expect(events.filter(({ action }) => action === 'refund.reversed')).toMatchObject([
    { actorId: desk.userId('manager'), data: { move: 'reverse', amountMinor: 4_000 } },
  ]);
  expect(events.filter(({ action }) => action === 'claim.refund_came_back')).toHaveLength(1);
});

it('sends the money again only by a new proposal and a second person, under a new key', async () => {
  await reverse(await refundOf(claim));
  await checkAllBooks(desk.refundParts);
  await desk.sendDue();
  expect(desk.moved(payment)).toHaveLength(1);

  const open = await desk.showClaim(claim);
  await desk.verb('manager', open, 'retry-payout', { proposalHash: 'f'.repeat(64) }, 409);
  const again = await desk.verb('reviewer', open, 'propose', {
    outcome: 'refund',
    refunds: [{ paymentId: payment.id, amountMinor: 4_000 }],
    reasonCode: 'not_delivered',
    note: '',
  });
  await desk.approve(again);
  await desk.sendDue();
  await until(async () => (await desk.showClaim(claim)).state === 'resolved');
  expect(desk.moved(payment).map(({ amount }) => amount)).toEqual([40, 40]);
  expect(await leftOf()).toMatchObject({ refundedMinor: 4_000, leftMinor: 6_000 });
  const refundClocks = (await clocksOf(claim)).filter(({ kind }) => kind !== 'answer_10_days');
  expect(refundClocks.map(({ status, open }) => [status, open])).toEqual([
    ['met', false],
    ['met', false],
  ]);

  // What the gateway still lists of the first refund is known, and nobody's foreign refund.
  await desk.poll();
  const rows = await desk.list<ShownRefund>('refunds', { paymentId: payment.id });
  expect(rows.map(({ state, source }) => [state, source]).sort()).toEqual([
    ['reversed', 'claim'],
    ['settled', 'claim'],
  ]);
  expect(await desk.uow.read((tx) => tx.count(RefundReversalEntity))).toBe(1);
  await checkAllBooks(desk.refundParts);
  expect((await desk.as('manager').get('/api/payouts')).body).toMatchObject({ stopped: false });
});

it.each([
  ['without proof', { reference: null }, 422],
  ['with a paper of nobody', { reference: null, documentId: 'none' }, 422],
  ['for a day ahead', { reversedOn: '2026-11-24' }, 422],
  ['for a day before the money went', { reversedOn: '2026-11-22' }, 422],
  ['for what is no day', { reversedOn: '2026-02-30' }, 422],
  ['by a reader of an older version', { version: 1 }, 409],
])('is refused %s', async (_how, own, status) => {
  expect((await reverse(await refundOf(claim), own)).status).toBe(status);
  expect(await desk.showClaim(claim)).toMatchObject({ state: 'resolved' });
  expect(await desk.uow.read((tx) => tx.count(RefundReversalEntity))).toBe(0);
});

it('takes a paper of the claim for proof, once, and only from a manager', async () => {
  const [paper] = await desk.uow.read((tx) =>
    tx.query<{ id: string }[]>('SELECT id FROM documents WHERE "claimId" = $1', [claim.id]),
  );
  const refund = await refundOf(claim);
  for (const user of ['reviewer', 'auditor', 'admin'])
    expect((await reverse(refund, {}, user)).status).toBe(403);
  expect((await reverse(refund, { reference: null, documentId: paper?.id })).status).toBe(200);
  const now = await refundOf(claim);
  expect(now.reversal).toMatchObject({ documentId: paper?.id, reference: null });
  expect((await reverse(now)).status).toBe(409);
});

it('is no way to undo what has not arrived', async () => {
  const other = await desk.approved([{ paymentId: payment.id, amountMinor: 1_000 }]);
  expect((await reverse(await refundOf(other))).status).toBe(409);
  await desk.sendDue();
  await until(async () => (await desk.showClaim(other)).state === 'resolved');
});
