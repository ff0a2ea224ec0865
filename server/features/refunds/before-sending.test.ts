import { openPayoutDesk, type PayoutDesk, until } from '../../testing/payout-desk';
import { PaymentEntity } from '../payments';

let desk: PayoutDesk;
beforeEach(async () => {
  desk = await openPayoutDesk();
});
afterEach(() => desk.close());

const YEAR_MINUTES = 365 * 24 * 60;
const byHand = (payment: { transactionId: number }, amount: number) =>
  desk.box.control('POST', 'refunds', { transactionId: payment.transactionId, amount });
/** Only what the product sent itself. */
const sent = (payment: { transactionId: number }) => desk.moved(payment).filter(({ byHand: hand }) => !hand);

describe('the look-up just before sending stops the payout', () => {
  it.each([
    ['leaves room, because whoever approved did not see it', 10, 'cabinet_refund'],
    ['leaves too little', 70, 'already_refunded'],
  ])('when a refund made in the cabinet %s', async (_what, amount, outcomeCode) => {
    const payment = await desk.pay(100);
    const claim = await desk.approved([{ paymentId: payment.id, amountMinor: 4_000 }]);
    await byHand(payment, amount);
    await desk.sendDue();
    const refund = await desk.refundOf(claim);
    expect(refund).toMatchObject({ state: 'not_sent', attempts: [{ outcomeCode, sends: 0 }] });
    expect(refund.refusedText).toMatch(/gateway/);
    expect(await desk.showClaim(claim)).toMatchObject({
      state: 'in_review',
      payoutFailure: { text: refund.refusedText },
    });
    expect(sent(payment)).toEqual([]);
  });

  it('and goes on when a manager who knows of the other refund says so', async () => {
    const payment = await desk.pay(100);
    const claim = await desk.approved([{ paymentId: payment.id, amountMinor: 4_000 }]);
    await byHand(payment, 10);
    await desk.sendDue();
    const back = await desk.showClaim(claim);
    await desk.verb('manager', back, 'retry-payout', { proposalHash: back.proposal?.hash });
    await desk.sendDue();
    expect(sent(payment)).toMatchObject([{ amount: 40 }]);
  });

  it('when a refund went unseen for so long that only the payment itself still tells of it', async () => {
    const payment = await desk.pay(100);
    await desk.arm('G15:never', 'notifications/refund');
    await desk.arm('G13:300');
    await desk.box.call('payments/refund', { TransactionId: payment.transactionId, Amount: 90 });
    await desk.advance(240);
    await desk.poll();
    await desk.advance(120);
    const claim = await desk.approved([{ paymentId: payment.id, amountMinor: 4_000 }]);
    await desk.sendDue();
    expect(await desk.refundOf(claim)).toMatchObject({
      state: 'not_sent',
      attempts: [{ outcomeCode: 'already_refunded' }],
    });
    expect(await desk.list('refunds', { source: 'external' })).toMatchObject([{ amountMinor: 9_000 }]);
  });

  it('when the hold was released or captured for less', async () => {
    const [released, captured] = [
      await desk.pay(100, { status: 'Authorized' }),
      await desk.pay(100, { status: 'Authorized' }),
    ];
    const claims = [
      await desk.approved([{ paymentId: released.id, amountMinor: 10_000 }]),
      await desk.approved([{ paymentId: captured.id, amountMinor: 10_000 }]),
    ];
    await desk.box.call('payments/void', { TransactionId: released.transactionId });
    await desk.box.call('payments/confirm', { TransactionId: captured.transactionId, Amount: 60 });
    await desk.sendDue();
    const codes = await Promise.all(
      claims.map(async (claim) => (await desk.refundOf(claim)).attempts[0]?.outcomeCode),
    );
    expect(codes).toEqual(['status_changed', 'already_refunded']);
    expect(desk.calls(released, 'payments/refund')).toEqual([]);
    expect(desk.calls(captured)).toEqual([]);
  });

  it('when the gateway still holds what we took for captured, and only a part of it is to go back', async () => {
    const held = await desk.pay(100, { status: 'Authorized' });
    await desk.uow.write((tx) => tx.update(PaymentEntity, { id: held.id }, { status: 'Completed' }));
    const claim = await desk.approved([{ paymentId: held.id, amountMinor: 4_000 }]);
    await desk.sendDue();
    expect(await desk.refundOf(claim)).toMatchObject({
      state: 'not_sent',
      attempts: [{ outcomeCode: 'status_changed' }],
    });
    expect(desk.moved(held)).toEqual([]);
  });

  it('when the payment has become older than a year since the approval', async () => {
    const createdAt = new Date(desk.clock.now() - (YEAR_MINUTES - 60) * 60_000).toISOString();
    const payment = await desk.pay(100, { createdAt });
    const claim = await desk.approved([{ paymentId: payment.id, amountMinor: 4_000 }]);
    await desk.advance(90);
    await desk.sendDue();
    expect(await desk.refundOf(claim)).toMatchObject({
      state: 'not_sent',
      attempts: [{ outcomeCode: 'too_old' }],
    });
    await desk.advance(24 * 60);
    await expect(desk.proposed([{ paymentId: payment.id, amountMinor: 1 }])).rejects.toThrow(/422/);
  });

  it('when the gateway does not know the payment', async () => {
    const payment = await desk.pay(100);
    const claim = await desk.approved([{ paymentId: payment.id, amountMinor: 4_000 }]);
    await desk.uow.write((tx) => tx.update(PaymentEntity, { id: payment.id }, { transactionId: 77 }));
    await desk.sendDue();
    expect(await desk.refundOf(claim)).toMatchObject({
      state: 'not_sent',
      attempts: [{ outcomeCode: 'payment_unknown' }],
    });
  });
});

describe('stopping payouts', () => {
  const turn = (user: string, way: 'stop' | 'resume', body: object = { reason: 'Odd amounts' }) =>
    desk.as(user).post(`/api/payouts/${way}`).send(body);

  it('by one manager holds everything back; two people let it go on', async () => {
    const payment = await desk.pay(100);
    const claim = await desk.approved([{ paymentId: payment.id, amountMinor: 4_000 }]);
    expect((await turn('manager', 'stop').expect(200)).body).toMatchObject({
      stopped: true,
      reason: 'Odd amounts',
    });
    await desk.sendDue();
    expect(await desk.refundOf(claim)).toMatchObject({ state: 'queued' });
    expect(desk.calls(payment)).toEqual([]);

    expect((await turn('manager', 'resume').expect(200)).body).toMatchObject({ stopped: true });
    await turn('manager', 'resume').expect(403);
    await desk.sendDue();
    expect(desk.calls(payment)).toEqual([]);
    expect((await turn('manager2', 'resume').expect(200)).body).toEqual({ stopped: false });
    await desk.sendDue();
    expect(desk.moved(payment)).toHaveLength(1);
  });

  it('also holds a repeat of an unknown one, and one that is being looked up', async () => {
    const payment = await desk.pay(100);
    const claim = await desk.approved([{ paymentId: payment.id, amountMinor: 4_000 }]);
    await desk.arm('G7');
    await desk.sendDue();
    await turn('manager', 'stop').expect(200);
    await desk.advance(10);
    await desk.resolveDue();
    expect(desk.calls(payment)).toHaveLength(1);
    expect(await desk.refundOf(claim)).toMatchObject({ state: 'unknown' });

    for (const user of ['manager', 'manager2']) await turn(user, 'resume').expect(200);
    const other = await desk.pay(50);
    const second = await desk.approved([{ paymentId: other.id, amountMinor: 1_000 }]);
    const gateway = {
      ...desk.gateway,
      listOperations: async (from: number, to: number) => {
        await turn('manager', 'stop').expect(200);
        return desk.gateway.listOperations(from, to);
      },
    };
    await desk.sendDue({ gateway });
    expect(await desk.refundOf(second)).toMatchObject({ state: 'queued' });
    for (const user of ['manager', 'manager2']) await turn(user, 'resume').expect(200);
    await desk.sendDue();
    expect(desk.moved(other)).toHaveLength(1);
  });

  it('keeps the first reason, gives a repeated command its answer, and says when nothing is stopped', async () => {
    await turn('manager', 'resume').expect(409);
    const first = await turn('manager', 'stop', { reason: 'First', commandId: 's1' }).expect(200);
    expect((await turn('manager2', 'stop', { reason: 'Second' }).expect(200)).body).toMatchObject({
      reason: 'First',
    });
    for (const user of ['manager', 'manager2']) await turn(user, 'resume').expect(200);
    const again = await turn('manager', 'stop', { reason: 'First', commandId: 's1' }).expect(200);
    expect(again.body).toEqual(first.body);
    expect((await desk.as('auditor').get('/api/payouts').expect(200)).body).toMatchObject({ stopped: false });
  });

  it('says who asked to resume and why; whoever stops again takes that back', async () => {
    await turn('manager', 'stop').expect(200);
    const asked = (await turn('manager', 'resume', { reason: 'It was a test' }).expect(200)).body as object;
    expect(asked).toMatchObject({
      stopped: true,
      byId: desk.userId('manager'),
      resumeRequestedById: desk.userId('manager'),
      resumeReason: 'It was a test',
    });
    const again = (await turn('manager2', 'stop', { reason: 'No, look again' }).expect(200)).body as object;
    expect(again).toMatchObject({ stopped: true, reason: 'Odd amounts', resumeRequestedById: null });
    // The other manager's word is the first one now, not the second.
    expect((await turn('manager2', 'resume').expect(200)).body).toMatchObject({ stopped: true });
    expect((await turn('manager', 'resume').expect(200)).body).toEqual({ stopped: false });
  });

  it('lets two managers who ask at once through as two, and one who clicks twice as one', async () => {
    await turn('manager', 'stop').expect(200);
    const twice = await Promise.all([turn('manager', 'resume'), turn('manager', 'resume')]);
    expect(twice.map(({ status }) => status).sort()).toEqual([200, 403]);
    const state = (await desk.as('manager').get('/api/payouts')).body as object;
    expect(state).toMatchObject({ stopped: true, resumeRequestedById: desk.userId('manager') });
    await turn('manager2', 'resume').expect(200);

    const stops = await Promise.all([turn('manager', 'stop'), turn('manager2', 'stop')]);
    expect(stops.map(({ status }) => status)).toEqual([200, 200]);
    await Promise.all([turn('manager', 'resume'), turn('manager2', 'resume')]);
    expect((await desk.as('manager').get('/api/payouts')).body).toMatchObject({ stopped: false });
  });

  it('is for managers, with a reason', async () => {
    for (const user of ['reviewer', 'auditor', 'admin']) await turn(user, 'stop').expect(403);
    for (const body of [{}, { reason: '' }, { reason: 5 }, { reason: 'Good', force: true }])
      await turn('manager', 'stop', body).expect(422);
  });
});

describe('a gateway that is away', () => {
  it('leaves attempts queued, never unknown; one probe a minute finds that it is back', async () => {
    const payments = [];
    for (let n = 0; n < 6; n += 1) payments.push(await desk.pay(100 + n));
    for (const { id } of payments) await desk.approved([{ paymentId: id, amountMinor: 4_000 }]);
    await desk.gatewayGoesAway();
    for (let round = 0; round < 3; round += 1) {
      await desk.sendDue();
      desk.advanceDesk(1);
    }
    const states = async () => (await desk.list<{ state: string }>('refunds')).map(({ state }) => state);
    expect(new Set(await states())).toEqual(new Set(['queued']));
    expect((await desk.as('manager').get('/api/payouts')).body).toMatchObject({
      gatewayAway: true,
      stopped: false,
    });

    await desk.gatewayComesBack();
    await desk.advance(11);
    await desk.sendDue();
    expect(desk.breaker.open).toBe(false);
    await desk.sendDue();
    await until(async () => (await states()).every((state) => state === 'settled'));
    for (const payment of payments) expect(desk.moved(payment)).toHaveLength(1);
  });

  it('that hangs in the call of one leaves the others alone', async () => {
    const [slow, quick] = [await desk.pay(100), await desk.pay(200)];
    await desk.approved([{ paymentId: slow.id, amountMinor: 4_000 }]);
    await desk.arm('G7');
    await desk.sendDue();
    await desk.approved([{ paymentId: quick.id, amountMinor: 5_000 }]);
    await desk.sendDue();
    expect(desk.moved(quick)).toHaveLength(1);
  });

  it('counts as there while it answers 429', async () => {
    const payment = await desk.pay(100);
    await desk.approved([{ paymentId: payment.id, amountMinor: 4_000 }]);
    await desk.arm('G3', 'payments/get', 6);
    for (let round = 0; round < 6; round += 1) {
      await desk.sendDue();
      await desk.advance(11);
    }
    expect(desk.breaker.open).toBe(false);
    await desk.sendDue();
    expect(desk.moved(payment)).toHaveLength(1);
  });
});
