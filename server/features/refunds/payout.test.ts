import { openPayoutDesk, type PayoutDesk, type ShownRefund, until } from '../../testing/payout-desk';
import { AuditEventEntity } from '../audit';
import { PaymentEntity } from '../payments';
import { LedgerEntryEntity } from './refund.entity';

let desk: PayoutDesk;
const open = async (options = {}) => (desk = await openPayoutDesk(options));
afterEach(() => desk.close());

const settled = (claim: { id: string }) =>
  until(async () => {
    const refund = await desk.refundOf(claim);
    return refund.state === 'settled' && refund;
  });
const letterTo = (mails: PayoutDesk['outbox'], subject: RegExp) =>
  mails.filter((mail) => subject.test(mail.subject));

describe('the whole way', () => {
  it('commits the intent before anything is sent, under the key that travels', async () => {
    await open();
    const payment = await desk.pay(12_500);
    const claim = await desk.approved([{ paymentId: payment.id, amountMinor: 1_250_000 }]);
    const queued = await desk.refundOf(claim);
    expect(queued).toMatchObject({ state: 'queued', amountMinor: 1_250_000, operation: 'refund' });
    expect(desk.calls(payment)).toEqual([]);

    await desk.sendDue();
    const [attempt] = queued.attempts;
    expect(desk.calls(payment)).toMatchObject([
      { requestId: attempt?.id, amount: 12_500, body: { JsonData: { intent: attempt?.id } } },
    ]);
    expect(desk.moved(payment)).toMatchObject([{ kind: 'refund', amount: 12_500, requestId: attempt?.id }]);
  });

  it('settles by the notification, resolves the claim, books it once', async () => {
    await open();
    const payment = await desk.pay(12_500);
    const claim = await desk.approved([{ paymentId: payment.id, amountMinor: 1_250_000 }]);
    await desk.sendDue();
    const refund = await settled(claim);
    const [money] = desk.moved(payment);
    expect(refund).toMatchObject({ gatewayRefundId: money?.transactionId, attempts: [{ sends: 1 }] });
    expect(await desk.showClaim(claim)).toMatchObject({ state: 'resolved', payoutFailure: null });
    const ledger = await desk.uow.read((tx) => tx.findBy(LedgerEntryEntity, { paymentId: payment.id }));
    expect(ledger).toMatchObject([{ refundId: refund.id, amountMinor: 1_250_000 }]);
    const [mirror] = await desk.list('payments', { transactionId: payment.transactionId });
    expect(mirror).toMatchObject({ refundedMinor: 1_250_000, amountMinor: 1_250_000, status: 'Completed' });
    const events = await desk.uow.read((tx) => tx.findBy(AuditEventEntity, { resourceId: refund.id }));
    expect(events.map(({ action }) => action).sort()).toEqual([
      'refund.accepted',
      'refund.queued',
      'refund.sending',
      'refund.settled',
    ]);
  });

  it.each([true, false])(
    'tells the customer once: date, sum, card, reference (notifications %s)',
    async (webhooks) => {
      await open({ webhooks });
      const payment = await desk.pay(12_500.5);
      const claim = await desk.approved([{ paymentId: payment.id, amountMinor: 1_250_050 }]);
      await desk.sendDue();
      if (!webhooks) {
        expect(await desk.refundOf(claim)).toMatchObject({ state: 'accepted' });
        await desk.advance(2);
        await desk.poll();
      }
      await settled(claim);
      for (let round = 0; round < 2; round += 1) {
        await desk.poll();
        await desk.resolveDue();
        await desk.jobs.runDue();
      }
      const [money] = desk.moved(payment);
      const reference = String(money?.transactionId).padStart(12, '0').slice(-12);
      const letters = letterTo(desk.outbox, /возвращены/i);
      expect(letters).toHaveLength(1);
      const text = (letters[0]?.text ?? '').replace(/\s/g, ' ');
      for (const fact of ['23 ноября 2026', '12 500,50', '4242', reference]) expect(text).toContain(fact);
    },
  );

  it('meets the refund clocks when the gateway accepts, not when it settles', async () => {
    await open({ webhooks: false });
    const payment = await desk.pay(100);
    const claim = await desk.approved([{ paymentId: payment.id, amountMinor: 10_000 }]);
    await desk.sendDue();
    const { state, obligations } = await desk.showClaim(claim);
    expect(state).toBe('in_payout');
    expect(obligations.find(({ kind }) => kind === 'refund_10_days')?.status).toBe('met');
  });
});

describe('sums', () => {
  it('refunds a part, and another part of what is left; then nothing is', async () => {
    await open();
    const payment = await desk.pay(100);
    for (const amountMinor of [3_000, 7_000]) {
      const claim = await desk.approved([{ paymentId: payment.id, amountMinor }]);
      await desk.sendDue();
      await settled(claim);
    }
    expect(desk.moved(payment).map(({ amount }) => amount)).toEqual([30, 70]);
    await expect(desk.proposed([{ paymentId: payment.id, amountMinor: 1 }])).rejects.toThrow(
      /409.*over-refund/,
    );
  });

  it('refunds an order that two payments paid to both; the claim waits for the second', async () => {
    await open({ webhooks: false });
    const [first, second] = [await desk.pay(80), await desk.pay(45.5)];
    const claim = await desk.approved([
      { paymentId: first.id, amountMinor: 8_000 },
      { paymentId: second.id, amountMinor: 4_550 },
    ]);
    await desk.arm('G3');
    await desk.sendDue();
    await desk.poll();
    const states = async () =>
      (await desk.list<ShownRefund>('refunds', { claimId: claim.id })).map(({ state }) => state).sort();
    expect(await states()).toEqual(['queued', 'settled']);
    expect(await desk.showClaim(claim)).toMatchObject({ state: 'in_payout' });
    await desk.advance(1);
    await desk.sendDue();
    await desk.poll();
    expect(await states()).toEqual(['settled', 'settled']);
    expect(await desk.showClaim(claim)).toMatchObject({ state: 'resolved' });
    await desk.jobs.runDue();
    const [letter, ...more] = letterTo(desk.outbox, /возвращены/i);
    expect(more).toEqual([]);
    for (const sum of ['80 ₸', '45,50 ₸']) expect(letter?.text.replace(/\s/g, ' ')).toContain(sum);
    expect([...desk.moved(first), ...desk.moved(second)].map(({ amount }) => amount)).toEqual([80, 45.5]);
  });

  it('binds no more than was paid when two claims are approved at once', async () => {
    await open();
    const payment = await desk.pay(100);
    const claims = [
      await desk.proposed([{ paymentId: payment.id, amountMinor: 6_000 }]),
      await desk.proposed([{ paymentId: payment.id, amountMinor: 6_000 }]),
    ];
    const results = await Promise.allSettled(claims.map((claim) => desk.approve(claim)));
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const lost = results.find(({ status }) => status === 'rejected') as PromiseRejectedResult;
    expect(String(lost.reason)).toMatch(/409.*over-refund/);
    await desk.sendDue();
    expect(desk.moved(payment).map(({ amount }) => amount)).toEqual([60]);
  });

  it('sends one of two refunds of a payment at a time', async () => {
    await open({ webhooks: false });
    const payment = await desk.pay(100);
    const claims = [
      await desk.approved([{ paymentId: payment.id, amountMinor: 1_000 }]),
      await desk.approved([{ paymentId: payment.id, amountMinor: 2_000 }]),
    ];
    await desk.arm('G7');
    await desk.sendDue();
    await desk.advance(1);
    await desk.sendDue();
    const states = await Promise.all(claims.map(async (claim) => (await desk.refundOf(claim)).state));
    expect(states.sort()).toEqual(['queued', 'unknown']);
    expect(desk.calls(payment)).toHaveLength(1);
    await desk.advance(10);
    await desk.resolveDue();
    await desk.sendDue();
    expect(
      desk
        .moved(payment)
        .map(({ amount }) => amount)
        .sort(),
    ).toEqual([10, 20]);
  });
});

describe('a payment that is only authorised', () => {
  it('is voided as a whole, and the claim resolves at once', async () => {
    await open({ webhooks: false });
    const payment = await desk.pay(300, { status: 'Authorized' });
    await expect(desk.proposed([{ paymentId: payment.id, amountMinor: 29_999 }])).rejects.toThrow(/422/);
    const claim = await desk.approved([{ paymentId: payment.id, amountMinor: 30_000 }]);
    await desk.sendDue();
    expect(desk.moved(payment)).toMatchObject([{ kind: 'void' }]);
    expect(await desk.refundOf(claim)).toMatchObject({ state: 'settled', operation: 'void' });
    expect(await desk.showClaim(claim)).toMatchObject({ state: 'resolved' });
    const mirror = await desk.uow.read((tx) => tx.findOneByOrFail(PaymentEntity, { id: payment.id }));
    expect(mirror).toMatchObject({ status: 'Cancelled' });
  });

  it('is refunded instead when it was captured meanwhile', async () => {
    await open();
    const payment = await desk.pay(300, { status: 'Authorized' });
    const claim = await desk.approved([{ paymentId: payment.id, amountMinor: 30_000 }]);
    await desk.box.call('payments/confirm', { TransactionId: payment.transactionId, Amount: 300 });
    await desk.sendDue();
    expect(desk.moved(payment)).toMatchObject([{ kind: 'refund', amount: 300 }]);
    await settled(claim);
  });

  it('learns from the gateway that a lost void was executed', async () => {
    await open({ webhooks: false });
    const payment = await desk.pay(300, { status: 'Authorized' });
    const claim = await desk.approved([{ paymentId: payment.id, amountMinor: 30_000 }]);
    await desk.arm('G8', 'payments/void');
    await desk.sendDue();
    expect(await desk.refundOf(claim)).toMatchObject({ state: 'unknown' });
    await desk.advance(10);
    await desk.resolveDue();
    expect(await desk.refundOf(claim)).toMatchObject({ state: 'settled' });
    expect(desk.calls(payment, 'payments/void')).toHaveLength(1);
  });
});

describe('the same act twice', () => {
  it('makes one refund of a double click, and one of two managers at once', async () => {
    await open();
    const payment = await desk.pay(100);
    const claim = await desk.proposed([{ paymentId: payment.id, amountMinor: 4_000 }]);
    const body = { version: claim.version, commandId: 'double-click', proposalHash: claim.proposal?.hash };
    const click = (user: string, more = {}) =>
      desk
        .as(user)
        .post(`/api/claims/${claim.id}/approve`)
        .send({ ...body, ...more });
    const answers = await Promise.all([
      click('manager'),
      click('manager'),
      click('manager2', { commandId: 'other' }),
    ]);
    const statuses = answers.map(({ status }) => status);
    // Whoever was first: two equal answers to the double click, or the other manager's one.
    expect([
      [200, 200, 409],
      [409, 409, 200],
    ]).toContainEqual(statuses);
    if (statuses[0] === 200) expect(answers[0].body).toEqual(answers[1].body);
    await Promise.all([desk.sendDue(), desk.sendDue({ instance: 'desk:2' })]);
    await settled(claim);
    expect(desk.moved(payment)).toHaveLength(1);
    expect(desk.calls(payment)).toHaveLength(1);
  });
});

describe('rows', () => {
  it('shows refunds and filters them by every field', async () => {
    await open();
    const payment = await desk.pay(100);
    const claim = await desk.approved([{ paymentId: payment.id, amountMinor: 4_000 }]);
    await desk.sendDue();
    const { id, gatewayRefundId } = await settled(claim);
    const row = {
      claimId: claim.id,
      paymentId: payment.id,
      amountMinor: 4_000,
      currency: 'KZT',
      state: 'settled',
      source: 'claim',
      gatewayRefundId,
    };
    await desk.box.control('POST', 'refunds', { transactionId: payment.transactionId, amount: 10 });
    const external = await until(
      async () => (await desk.list<ShownRefund>('refunds', { source: 'external' }))[0],
    );
    expect(external).toMatchObject({ claimId: null, amountMinor: 1_000, state: 'settled' });
    for (const [name, value] of Object.entries(row)) {
      const found = await desk.list('refunds', { [name]: value });
      expect(found).toContainEqual(expect.objectContaining({ id, ...row }));
    }
    expect(await desk.list('refunds', { state: ['queued', 'unknown'] })).toEqual([]);
    await desk.as('manager').get('/api/refunds?filter={"color":"red"}').expect(422);
    await desk.as('manager').get('/api/refunds?sort=["fence","ASC"]').expect(422);
    await desk.as('manager').get('/api/refunds/none').expect(404);
    const page = await desk.as('manager').get('/api/refunds?range=[0,0]').expect(200);
    expect(page.headers['content-range']).toBe('refunds 0-0/2');
  });
});
