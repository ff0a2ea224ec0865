import { openPayoutDesk, type PayoutDesk } from '../../testing/payout-desk';
import type { PaymentEntity } from '../payments';
import { capacityOf } from './capacity';

let desk: PayoutDesk;
let payment: PaymentEntity;
let claim: { id: string };
beforeEach(async () => {
  desk = await openPayoutDesk({ webhooks: false });
  payment = await desk.pay(100);
  claim = await desk.approved([{ paymentId: payment.id, amountMinor: 4_000 }]);
});
afterEach(() => desk.close());

const state = async () => (await desk.refundOf(claim)).state;
const left = async () => (await desk.uow.read((tx) => capacityOf(tx, payment.id))).leftMinor;

/** What every fault must end as, at once and after the product has had its time. */
it.each<[fault: string, atOnce: string, moved: number, outcome: string, calls: number]>([
  ['G1', 'accepted', 1, 'accepted', 1],
  ['G3', 'queued', 0, 'not_sent:rate_limited', 2],
  ['G5', 'unknown', 0, 'unknown:http_status', 2],
  ['G6', 'unknown', 1, 'unknown:http_status', 1],
  ['G7', 'unknown', 0, 'unknown:timeout', 2],
  ['G8', 'unknown', 1, 'unknown:timeout', 1],
  ['G9:300', 'unknown', 0, 'unknown:timeout', 1],
  ['G10', 'unknown', 1, 'unknown:connection_lost', 1],
  ['G11:cut', 'unknown', 1, 'unknown:malformed', 1],
  ['G11:html', 'unknown', 1, 'unknown:malformed', 1],
  ['G12', 'unknown', 1, 'unknown:no_id', 1],
  ['G13:5', 'accepted', 1, 'accepted', 1],
])('%s is %s at once, and one refund in the end', async (fault, atOnce, moved, outcome, calls) => {
  await desk.arm(fault);
  await desk.sendDue();
  const refund = await desk.refundOf(claim);
  expect(refund).toMatchObject({ state: atOnce, attempts: [{ outcomeCode: outcome, sends: 1 }] });
  expect(desk.moved(payment)).toHaveLength(moved);
  expect(await left()).toBe(6_000);

  await desk.advance(10);
  for (const _ of [1, 2]) {
    await desk.resolveDue();
    await desk.sendDue();
    await desk.poll();
    await desk.advance(1);
  }
  expect(await desk.refundOf(claim)).toMatchObject({ state: 'settled', attempts: [{ state: 'settled' }] });
  expect(await desk.showClaim(claim)).toMatchObject({ state: 'resolved' });
  expect(desk.moved(payment).map(({ amount }) => amount)).toEqual([40]);
  expect(desk.calls(payment)).toHaveLength(calls);
  expect(new Set(desk.calls(payment).map(({ requestId }) => requestId)).size).toBe(1);
});

it('is dated when the gateway made it, however late it is found', async () => {
  await desk.arm('G8');
  await desk.sendDue();
  await desk.advance(45);
  await desk.resolveDue();
  const { state: found, acceptedAt, settledAt } = await desk.refundOf(claim);
  const [money] = desk.moved(payment);
  expect({ found, acceptedAt, settledAt }).toEqual({
    found: 'settled',
    acceptedAt: money?.at,
    settledAt: money?.at,
  });
});

it('G2 is refused: the sum is free again and the claim is back with the gateway’s own words', async () => {
  await desk.arm('G2');
  await desk.sendDue();
  const text = 'Refused by the bank (sandbox fault G2)';
  expect(await desk.refundOf(claim)).toMatchObject({ state: 'refused', refusedText: text });
  expect(await left()).toBe(10_000);
  expect(await desk.showClaim(claim)).toMatchObject({ state: 'in_review', payoutFailure: { text } });
  await desk.advance(60);
  await desk.sendDue();
  await desk.resolveDue();
  expect(await state()).toBe('refused');
  expect(desk.calls(payment)).toHaveLength(1);
});

it('G4 sends nothing and stops all payouts until two people resume them', async () => {
  await desk.arm('G4');
  await desk.sendDue();
  expect(await state()).toBe('queued');
  expect((await desk.as('manager').get('/api/payouts')).body).toMatchObject({
    stopped: true,
    reason: 'gateway_refuses_credentials',
    byId: null,
  });
  await desk.advance(30);
  await desk.sendDue();
  expect(desk.calls(payment)).toHaveLength(1);
  for (const user of ['manager', 'manager2'])
    await desk.as(user).post('/api/payouts/resume').send({ reason: 'New secret set' }).expect(200);
  await desk.sendDue();
  expect(desk.moved(payment)).toHaveLength(1);
});

it('G14: a list that shifts while it is read hides nothing', async () => {
  await desk.arm('G8');
  await desk.sendDue();
  await desk.advance(1);
  for (let n = 0; n < 99; n += 1) await desk.box.pay(5);
  await desk.advance(9);
  await desk.arm('G14:skip', 'v2/payments/list', 1);
  await desk.resolveDue();
  expect(await state()).toBe('settled');
  expect(desk.calls(payment)).toHaveLength(1);
});

it('G16: a forgotten key is never repeated, because nothing is sent after 50 minutes', async () => {
  await desk.arm('G7');
  await desk.sendDue();
  await desk.arm('G5', 'v2/payments/list', 1_000);
  for (let minutes = 0; minutes < 50; minutes += 10) {
    await desk.advance(10);
    await desk.resolveDue();
  }
  await desk.box.control('DELETE', 'faults');
  await desk.arm('G16', 'payments/refund', 100);
  await desk.advance(11);
  for (let minutes = 0; minutes < 60; minutes += 10) {
    await desk.resolveDue();
    await desk.sendDue();
    await desk.advance(10);
  }
  expect(await state()).toBe('manual');
  expect(desk.moved(payment)).toEqual([]);
  expect(desk.calls(payment)).toHaveLength(1);
});

it('G17: a second refund under one key, which only the gateway can make, is booked and put before a person', async () => {
  await desk.arm('G17', 'payments/refund', 2);
  const key = (await desk.refundOf(claim)).attempts[0]?.id ?? '';
  const order = { TransactionId: payment.transactionId, Amount: 40, JsonData: { intent: key } };
  await Promise.all([
    desk.sendDue(),
    (async () => {
      while (desk.calls(payment).length === 0) await new Promise(setImmediate);
      await desk.box.call('payments/refund', order, key);
    })(),
  ]);
  await desk.advance(10);
  await desk.resolveDue();
  await desk.poll();
  expect(desk.moved(payment)).toHaveLength(2);
  expect(await state()).toBe('settled');
  expect(await left()).toBe(2_000);
  const refundId = (await desk.refundOf(claim)).id;
  expect(await desk.list('exceptions', { kind: 'only_at_gateway' })).toMatchObject([{ refundId }]);
  expect(await desk.list('refunds', { source: 'external' })).toMatchObject([{ amountMinor: 4_000 }]);
});

it.each(['payments/get', 'v2/payments/list'])(
  'sends nothing while %s before it is not answered',
  async (method) => {
    for (const fault of ['G3', 'G5', 'G7', 'G10', 'G11:html']) {
      await desk.arm(fault, method);
      await desk.sendDue();
      expect(await state()).toBe('queued');
      await desk.advance(11);
    }
    expect(desk.calls(payment)).toEqual([]);
    await desk.sendDue();
    expect(desk.moved(payment)).toHaveLength(1);
  },
);
