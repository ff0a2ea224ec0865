import { openPayoutDesk, type PayoutDesk, type ShownRefund } from '../../testing/payout-desk';
import { AuditEventEntity } from '../audit';
import type { PaymentEntity } from '../payments';

let desk: PayoutDesk;
let payment: PaymentEntity;
let claim: { id: string };
let refundId: string;
beforeEach(async () => {
  desk = await openPayoutDesk({ webhooks: false });
  payment = await desk.pay(100);
  claim = await desk.approved([{ paymentId: payment.id, amountMinor: 4_000 }]);
  refundId = (await desk.refundOf(claim)).id;
});
afterEach(() => desk.close());

const state = async () => (await desk.refundOf(claim)).state;
const resolve = (user: string, body: object, id = refundId) =>
  desk
    .as(user)
    .post(`/api/refunds/${id}/resolve`)
    .send({ reason: 'Checked in the cabinet', ...body });
/** Everything is lost until a person must decide. */
async function untilManual(fault: string) {
  await desk.arm(fault, 'payments/refund', 100);
  await desk.sendDue();
  await desk.arm('G13:300', 'v2/payments/list', 100);
  await desk.advance(51);
  await desk.resolveDue();
  expect(await state()).toBe('manual');
  await desk.box.control('DELETE', 'faults');
}

describe('query', () => {
  it('asks the gateway now and settles what it shows', async () => {
    await desk.arm('G8');
    await desk.sendDue();
    await desk.advance(10);
    const res = await resolve('manager', { mode: 'query' }).expect(200);
    expect(res.body).toMatchObject({ id: refundId, state: 'settled', attempts: [{ state: 'settled' }] });
    const events = await desk.uow.read((tx) => tx.findBy(AuditEventEntity, { resourceId: refundId }));
    expect(events).toContainEqual(
      expect.objectContaining({ action: 'refund.resolve_query', actorId: desk.userId('manager') }),
    );
  });

  it('neither asks nor repeats before the quiet time is over', async () => {
    await desk.arm('G7');
    await desk.sendDue();
    await desk.advance(9);
    expect((await resolve('manager', { mode: 'query' }).expect(200)).body).toMatchObject({
      state: 'unknown',
    });
    expect(desk.calls(payment)).toHaveLength(1);
  });

  it('is 503 while the gateway is away, and the same command works when it is back', async () => {
    await desk.arm('G8');
    await desk.sendDue();
    await desk.advance(10);
    await desk.gatewayGoesAway();
    const body = { mode: 'query', commandId: 'q1' };
    await resolve('manager', body).expect(503);
    await desk.gatewayComesBack();
    expect((await resolve('manager', body).expect(200)).body).toMatchObject({ state: 'settled' });
  });
});

describe('found', () => {
  it('binds the refund that a person read in the cabinet, only if it is this payment’s and this sum', async () => {
    const other = await desk.pay(50);
    await untilManual('G8');
    const [money] = desk.moved(payment);
    const foreign = await desk.box.control('POST', 'refunds', {
      transactionId: other.transactionId,
      amount: 40,
    });
    const another = await desk.box.control('POST', 'refunds', {
      transactionId: payment.transactionId,
      amount: 1,
    });
    const name = (gatewayTransactionId?: number | null) =>
      resolve('manager', { mode: 'found', gatewayTransactionId });
    for (const wrong of [
      undefined,
      1,
      payment.transactionId,
      foreign.body.Model.TransactionId,
      another.body.Model.TransactionId,
    ]) {
      const res = await name(wrong).expect(422);
      expect(res.body).toMatchObject({ errors: { gatewayTransactionId: expect.any(String) as string } });
    }
    expect(await state()).toBe('manual');
    await name(money?.transactionId).expect(200);
    expect(await desk.refundOf(claim)).toMatchObject({
      state: 'settled',
      gatewayRefundId: money?.transactionId,
    });
    expect(await desk.showClaim(claim)).toMatchObject({ state: 'resolved' });
  });

  it('takes a refund back that was taken for one of the cabinet, and counts its sum once', async () => {
    await untilManual('G7');
    // Paid by hand, and the gateway's clock says a time before our first call: the poll cannot know it for ours.
    await desk.advance(-60);
    const hand = await desk.box.control('POST', 'refunds', {
      transactionId: payment.transactionId,
      amount: 40,
    });
    await desk.advance(60);
    await desk.poll();
    expect(await desk.list('refunds', { source: 'external' })).toMatchObject([{ amountMinor: 4_000 }]);
    const gatewayTransactionId = hand.body.Model.TransactionId;
    await resolve('manager', { mode: 'found', gatewayTransactionId }).expect(200);
    expect(await desk.refundOf(claim)).toMatchObject({
      state: 'settled',
      gatewayRefundId: gatewayTransactionId,
    });
    expect(await desk.list('refunds', { source: 'external' })).toEqual([]);
    const [mirror] = await desk.list('payments', { transactionId: payment.transactionId });
    expect(mirror).toMatchObject({ refundedMinor: 4_000 });
  });

  it('never gives one refund of the gateway to two of ours', async () => {
    await untilManual('G8');
    const [money] = desk.moved(payment);
    const second = await desk.approved([{ paymentId: payment.id, amountMinor: 4_000 }]);
    await resolve('manager', { mode: 'found', gatewayTransactionId: money?.transactionId }).expect(200);
    await desk.arm('G7');
    await desk.sendDue();
    const { id } = await desk.refundOf(second);
    const res = await resolve('manager', { mode: 'found', gatewayTransactionId: money?.transactionId }, id);
    expect(res.status).toBe(422);
    expect((await desk.refundOf(second)).state).toBe('unknown');
  });
});

describe('not executed', () => {
  it('needs two people and a query that finds nothing; then the sum is free and a new key may go', async () => {
    await untilManual('G7');
    const body = { mode: 'not_executed' };
    expect((await resolve('manager', body).expect(200)).body).toMatchObject({ state: 'manual' });
    await resolve('manager', body).expect(403);
    expect((await resolve('manager2', body).expect(200)).body).toMatchObject({ state: 'not_sent' });
    const back = await desk.showClaim(claim);
    expect(back).toMatchObject({ state: 'in_review', payoutFailure: { refundId } });
    await desk.verb('manager', back, 'retry-payout', { proposalHash: back.proposal?.hash });
    await desk.sendDue();
    const keys = desk.calls(payment).map(({ requestId }) => requestId);
    expect(new Set(keys).size).toBe(2);
    expect(desk.moved(payment)).toHaveLength(1);
  });

  it('is the first answer again to a double click, not a second person', async () => {
    await untilManual('G7');
    const body = { mode: 'not_executed', commandId: 'n1' };
    const both = await Promise.all([resolve('manager', body), resolve('manager', body)]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(await state()).toBe('manual');
  });

  it('is refused when the gateway shows the refund after all', async () => {
    await untilManual('G8');
    await resolve('manager', { mode: 'not_executed' }).expect(409);
    expect(await state()).toBe('settled');
  });

  it('is refused before the quiet time is over, and while the gateway does not answer', async () => {
    await desk.arm('G7');
    await desk.sendDue();
    await resolve('manager', { mode: 'not_executed' }).expect(409);
    await desk.advance(10);
    await desk.arm('G5', 'v2/payments/list');
    await resolve('manager', { mode: 'not_executed' }).expect(503);
    expect(await state()).toBe('unknown');
  });
});

describe('who and what', () => {
  it('is for managers, with a reason, on something open', async () => {
    await resolve('reviewer', { mode: 'query' }).expect(403);
    await resolve('auditor', { mode: 'query' }).expect(403);
    await resolve('manager', { mode: 'query' }, 'none').expect(404);
    await resolve('manager', { mode: 'query' }).expect(409);
    for (const wrong of [
      { mode: 'pay' },
      { mode: 'query', reason: '' },
      { mode: 'found', gatewayTransactionId: '5' },
    ])
      await resolve('manager', wrong).expect(422);
    await resolve('manager', { mode: 'query', amountMinor: 1 }).expect(422);
  });

  it('has nothing to do with a cabinet refund', async () => {
    await desk.box.control('POST', 'refunds', { transactionId: payment.transactionId, amount: 1 });
    await desk.poll();
    const [external] = await desk.list<ShownRefund>('refunds', { source: 'external' });
    await resolve('manager', { mode: 'query' }, external?.id).expect(409);
  });
});
