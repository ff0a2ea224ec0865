import { openPayoutDesk, type PayoutDesk } from '../../testing/payout-desk';
import { PaymentEntity } from './payment.entity';

let desk: PayoutDesk;
beforeEach(async () => {
  desk = await openPayoutDesk({ webhooks: false });
});
afterEach(() => desk.close());

const row = async (transactionId: number) => (await desk.list('payments', { transactionId }))[0];
const byHand = (transactionId: number, amount: number) =>
  desk.box.control('POST', 'refunds', { transactionId, amount });

describe('polling, with notifications off', () => {
  it('mirrors payments with everything a reviewer compares', async () => {
    const { transactionId } = await desk.pay(125.5, {
      invoiceId: 'SO-9',
      email: 'Aigul@Example.kz',
      accountId: 'a-1',
      cardLastFour: '0042',
    });
    expect(await row(transactionId)).toMatchObject({
      transactionId,
      invoiceId: 'SO-9',
      email: 'aigul@example.kz',
      accountId: 'a-1',
      cardLastFour: '0042',
      status: 'Completed',
      amountMinor: 12_550,
      refundedMinor: 0,
      currency: 'KZT',
      testMode: true,
    });
  });

  it('changes nothing when the same rows come again', async () => {
    const { transactionId, version } = await desk.pay(10);
    await byHand(transactionId, 4);
    for (let round = 0; round < 3; round += 1) {
      await desk.advance(1);
      await desk.poll();
    }
    expect(await row(transactionId)).toMatchObject({ version, refundedMinor: 400 });
    expect(await desk.list('refunds')).toHaveLength(1);
  });

  it('corrects the time of a payment that a notification had told without one', async () => {
    const { id, transactionId, createdAt } = await desk.pay(10);
    await desk.uow.write((tx) => tx.update(PaymentEntity, { id }, { createdAt: createdAt + 86_400_000 }));
    await desk.poll();
    expect(await row(transactionId)).toMatchObject({ createdAt: new Date(createdAt).toISOString() });
  });

  it('reads what the list shows late, and goes on after the gateway was away', async () => {
    const { transactionId } = await desk.pay(10);
    await desk.arm('G13:90', 'v2/payments/list', 3);
    await byHand(transactionId, 4);
    await desk.advance(2);
    await desk.poll();
    expect(await desk.list('refunds')).toEqual([]);
    await desk.gatewayGoesAway();
    await expect(desk.poll()).rejects.toMatchObject({ code: 'unavailable' });
    await desk.gatewayComesBack();
    await desk.advance(100);
    await desk.poll();
    expect(await desk.list('refunds')).toMatchObject([{ source: 'external', amountMinor: 400 }]);
  });

  it('fetches a payment that is older than anything seen when a refund of it appears', async () => {
    const createdAt = new Date(desk.clock.now() - 100 * 86_400_000).toISOString();
    const transactionId = await desk.box.pay(70, { createdAt });
    await byHand(transactionId, 5);
    await desk.poll();
    expect(await row(transactionId)).toMatchObject({ amountMinor: 7_000, refundedMinor: 500, createdAt });
    expect(await desk.list('refunds')).toMatchObject([{ source: 'external', amountMinor: 500 }]);
  });
});

describe('rows', () => {
  it('filter by every field and are found by order, mail address and number', async () => {
    const { id, transactionId } = await desk.pay(100, {
      invoiceId: 'SO-77',
      email: 'find.me@example.kz',
      accountId: 'acc-7',
    });
    await desk.pay(5, { status: 'Declined' });
    const facts = {
      transactionId,
      invoiceId: 'SO-77',
      accountId: 'acc-7',
      email: 'find.me@example.kz',
      status: 'Completed',
      amountMinor: 10_000,
      refundedMinor: 0,
      currency: 'KZT',
    };
    for (const [name, value] of Object.entries(facts)) {
      expect(await desk.list('payments', { [name]: value })).toContainEqual(
        expect.objectContaining({ id, ...facts }),
      );
    }
    for (const q of ['SO-77', 'Find.Me@example.kz', String(transactionId)])
      expect(await desk.list('payments', { q })).toMatchObject([{ id }]);
    expect(await desk.list('payments', { amountMinor_gte: 501 })).toHaveLength(1);
    await desk.as('reviewer').get('/api/payments?filter={"token":"x"}').expect(422);
    await desk.as('reviewer').get('/api/payments/none').expect(404);
  });
});

describe('a live look-up', () => {
  const look = (user: string, id: string) => desk.as(user).post(`/api/payments/${id}/lookup`).send({});

  it('shows and keeps how the payment stands now', async () => {
    const { id, transactionId } = await desk.pay(100, { status: 'Authorized' });
    await desk.box.call('payments/confirm', { TransactionId: transactionId, Amount: 60 });
    const res = await look('reviewer', id).expect(200);
    expect(res.body).toMatchObject({ id, status: 'Completed', amountMinor: 6_000 });
    expect(await row(transactionId)).toMatchObject({ status: 'Completed', amountMinor: 6_000 });
  });

  it('ends well when the gateway is away, knows nothing, or may not be asked', async () => {
    const { id } = await desk.pay(100);
    await look('auditor', id).expect(403);
    await look('reviewer', 'none').expect(404);
    for (const fault of ['G3', 'G5', 'G7', 'G10', 'G11:html']) {
      await desk.arm(fault, 'payments/get');
      await look('reviewer', id).expect(503);
    }
    await desk.gatewayGoesAway();
    await look('reviewer', id).expect(503);
    await desk.gatewayComesBack();
    await look('reviewer', id).expect(200);
  });
});
