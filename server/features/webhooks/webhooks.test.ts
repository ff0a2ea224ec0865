import { createHmac } from 'node:crypto';
import request from 'supertest';
import { API_SECRET } from '../../../scripts/sandbox/testing';
import { openPayoutDesk, type PayoutDesk, type ShownRefund, until } from '../../testing/payout-desk';
import { GatewayEventEntity, type PaymentEntity } from '../payments';

let desk: PayoutDesk;
let payment: PaymentEntity;
beforeEach(async () => {
  desk = await openPayoutDesk();
  payment = await desk.pay(100);
});
afterEach(() => desk.close());

const FORM = 'application/x-www-form-urlencoded';
const sign = (body: string | Buffer) => createHmac('sha256', API_SECRET).update(body).digest('base64');
const post = (type: string, body: string | Buffer, headers: Record<string, string> = {}) =>
  request(desk.app)
    .post(`/webhooks/cloudpayments/${type}`)
    .set({ 'content-type': FORM, 'content-hmac': sign(body), ...headers })
    .serialize((sent: unknown) => sent as string)
    .send(body);
const form = (fields: Record<string, string | number>) =>
  new URLSearchParams(Object.entries(fields).map(([name, value]) => [name, String(value)])).toString();
const refundForm = (more: Record<string, string | number> = {}) =>
  form({
    TransactionId: 990_001,
    PaymentTransactionId: payment.transactionId,
    Amount: '40.00',
    DateTime: new Date(desk.clock.now()).toISOString().slice(0, 19).replace('T', ' '),
    OperationType: 'Refund',
    ...more,
  });
const events = (type: string) =>
  desk.list<{ transactionId: number; fields: object }>('gateway-events', { type });
const exceptions = () => desk.list<{ kind: string }>('exceptions');
const settled = (claim: { id: string }) =>
  until(async () => {
    const refund = await desk.refundOf(claim);
    return refund.state === 'settled' && refund;
  });
const heard = (type: string, times: number) =>
  until(async () => {
    const sent = desk.box.sandbox.log().filter(({ method }) => method === `notifications/${type}`);
    return sent.length === times && (await events(type)).length > 0;
  });
async function sendOne(fault?: string) {
  const claim = await desk.approved([{ paymentId: payment.id, amountMinor: 4_000 }]);
  if (fault) await desk.arm(fault, 'notifications/refund');
  await desk.sendDue();
  return claim;
}

it('keeps a payment whose texts are longer than their columns', async () => {
  const long = { InvoiceId: 'SO-'.repeat(50), AccountId: 'a'.repeat(240), CardType: 'V'.repeat(80) };
  const body = form({
    TransactionId: 770_001,
    Amount: '40.00',
    Currency: 'KZT',
    Status: 'Completed',
    ...long,
  });
  await post('pay', body).expect(200, { code: 0 });
  const kept = await desk.list('payments', { transactionId: 770_001 });
  expect(kept).toMatchObject([{ invoiceId: long.InvoiceId.slice(0, 100), amountMinor: 4_000 }]);
});

describe('when our refund is told', () => {
  it('before the answer of its own call, it settles and the answer changes nothing', async () => {
    const claim = await sendOne('G15:before');
    const refund = await desk.refundOf(claim);
    expect(refund).toMatchObject({ state: 'settled', attempts: [{ sends: 1 }] });
    expect(refund.gatewayRefundId).toBe(desk.moved(payment)[0]?.transactionId);
    expect(await exceptions()).toEqual([]);
  });

  it('after the answer was lost, it is found without any look-up', async () => {
    await desk.arm('G10');
    const claim = await sendOne();
    await settled(claim);
    expect(desk.calls(payment)).toHaveLength(1);
  });

  it('three times, once is enough', async () => {
    const claim = await sendOne('G15:triple');
    await settled(claim);
    await heard('refund', 3);
    expect(await events('refund')).toHaveLength(1);
    const [mirror] = await desk.list('payments', { transactionId: payment.transactionId });
    expect(mirror).toMatchObject({ refundedMinor: 4_000 });
  });

  it('two hours late or never, the list has told it meanwhile', async () => {
    for (const fault of ['G15:late', 'G15:never']) {
      const claim = await sendOne(fault);
      await desk.advance(2);
      expect((await desk.refundOf(claim)).state).toBe('accepted');
      await desk.poll();
      expect((await desk.refundOf(claim)).state).toBe('settled');
    }
    await desk.advance(120);
    await heard('refund', 1);
    expect(await exceptions()).toEqual([]);
    const [mirror] = await desk.list('payments', { transactionId: payment.transactionId });
    expect(mirror).toMatchObject({ refundedMinor: 8_000 });
  });

  it('with another amount, it is put before a person and the list settles it', async () => {
    const claim = await sendOne('G15:amount');
    await heard('refund', 1);
    const { id, state } = await desk.refundOf(claim);
    expect(state).toBe('accepted');
    expect(await exceptions()).toMatchObject([
      { kind: 'amount_mismatch', refundId: id, details: { expectedMinor: 4_000, amountMinor: 4_100 } },
    ]);
    await desk.advance(2);
    await desk.poll();
    expect((await desk.refundOf(claim)).state).toBe('settled');
    expect(await desk.list('refunds', { source: 'external' })).toEqual([]);
  });

  it('with another amount while its own answer is lost, nothing is believed until the list says', async () => {
    await desk.arm('G10');
    const claim = await sendOne('G15:amount');
    await heard('refund', 1);
    expect((await desk.refundOf(claim)).state).toBe('unknown');
    expect(await exceptions()).toMatchObject([{ kind: 'amount_mismatch', details: { amountMinor: 4_100 } }]);
    await desk.advance(10);
    await desk.resolveDue();
    expect(await desk.refundOf(claim)).toMatchObject({ state: 'settled', amountMinor: 4_000 });
  });

  it('with a forged signature, it is as if it had never come', async () => {
    const claim = await sendOne('G15:hmac');
    await until(async () =>
      Promise.resolve(desk.box.sandbox.log().some(({ method }) => method === 'notifications/refund')),
    );
    await desk.advance(2);
    expect(await events('refund')).toEqual([]);
    expect((await desk.refundOf(claim)).state).toBe('accepted');
  });

  it('while a look-up asks for it, both agree', async () => {
    await desk.arm('G8');
    const claim = await sendOne('G15:late');
    await desk.advance(10);
    await Promise.all([
      desk.resolveDue(),
      post('refund', refundForm({ TransactionId: desk.moved(payment)[0]?.transactionId ?? 0 })),
    ]);
    expect((await desk.refundOf(claim)).state).toBe('settled');
    const [mirror] = await desk.list('payments', { transactionId: payment.transactionId });
    expect(mirror).toMatchObject({ refundedMinor: 4_000 });
  });
});

describe('what nobody of us sent', () => {
  it('a refund of the cabinet becomes a row, leaves less, and needs no mark', async () => {
    await desk.box.control('POST', 'refunds', { transactionId: payment.transactionId, amount: 30 });
    const external = await until(
      async () => (await desk.list<ShownRefund>('refunds', { source: 'external' }))[0],
    );
    expect(external).toMatchObject({
      claimId: null,
      paymentId: payment.id,
      amountMinor: 3_000,
      state: 'settled',
    });
    await expect(desk.proposed([{ paymentId: payment.id, amountMinor: 7_001 }])).rejects.toThrow(
      /over-refund/,
    );
    const [mirror] = await desk.list('payments', { transactionId: payment.transactionId });
    expect(mirror).toMatchObject({ refundedMinor: 3_000 });
  });

  it('a refund of the cabinet whose notification names another sum is corrected by the list', async () => {
    await desk.arm('G15:amount', 'notifications/refund');
    await desk.box.control('POST', 'refunds', { transactionId: payment.transactionId, amount: 30 });
    await heard('refund', 1);
    expect(await desk.list('refunds', { source: 'external' })).toMatchObject([{ amountMinor: 3_100 }]);
    await desk.advance(2);
    for (const _ of [1, 2]) await desk.poll();
    expect(await desk.list('refunds', { source: 'external' })).toMatchObject([{ amountMinor: 3_000 }]);
    const [mirror] = await desk.list('payments', { transactionId: payment.transactionId });
    expect(mirror).toMatchObject({ refundedMinor: 3_000 });
    expect(await exceptions()).toMatchObject([
      { kind: 'amount_mismatch', details: { expectedMinor: 3_100, amountMinor: 3_000 } },
    ]);
  });

  it('a refund beyond what was paid is booked and put before a person', async () => {
    await desk.approved([{ paymentId: payment.id, amountMinor: 8_000 }]);
    await post('refund', refundForm()).expect(200);
    expect(await exceptions()).toMatchObject([{ kind: 'over_refund', paymentId: payment.id }]);
  });

  it('a refund of an unknown payment is answered, kept, and found out by the list', async () => {
    const body = refundForm({ PaymentTransactionId: 123_456 });
    expect((await post('refund', body).expect(200)).body).toEqual({ code: 0 });
    expect(await exceptions()).toMatchObject([{ kind: 'unknown_payment', transactionId: 990_001 }]);
    await post('cancel', form({ TransactionId: 123_457, Amount: '5.00' })).expect(200);
    expect(await exceptions()).toHaveLength(2);
    expect(await desk.list('refunds')).toEqual([]);
  });

  it('the same number with another amount changes nothing and is put before a person', async () => {
    await post('refund', refundForm()).expect(200);
    await post('refund', refundForm({ Amount: '41.00' })).expect(200);
    expect(await desk.list('refunds')).toMatchObject([{ amountMinor: 4_000 }]);
    expect(await exceptions()).toMatchObject([{ kind: 'changed_notification', transactionId: 990_001 }]);
    expect(await events('refund')).toHaveLength(2);
  });

  it('the same bytes at once are one notification', async () => {
    const body = refundForm();
    const answers = await Promise.all(Array.from({ length: 4 }, () => post('refund', body)));
    expect(answers.map(({ status, body: answer }) => [status, answer as object])).toEqual(
      Array.from({ length: 4 }, () => [200, { code: 0 }]),
    );
    expect(await events('refund')).toHaveLength(1);
    expect(await desk.list('refunds')).toHaveLength(1);
  });
});

describe('payments', () => {
  const row = async (transactionId: number) => (await desk.list('payments', { transactionId }))[0];

  it('are mirrored in any order, and never go back', async () => {
    const paid = (status: string, amount: string) =>
      form({ TransactionId: 700_001, Amount: amount, Currency: 'KZT', Status: status, InvoiceId: 'SO-700' });
    await post('confirm', paid('Completed', '60.00')).expect(200);
    expect(await row(700_001)).toMatchObject({
      status: 'Completed',
      amountMinor: 6_000,
      invoiceId: 'SO-700',
    });
    await post('pay', paid('Authorized', '100.00')).expect(200);
    expect(await row(700_001)).toMatchObject({ status: 'Completed', amountMinor: 6_000 });
    expect(await exceptions()).toEqual([]);
  });

  it('take the confirmed part for the whole', async () => {
    const held = await desk.pay(100, { status: 'Authorized' });
    await desk.box.call('payments/confirm', { TransactionId: held.transactionId, Amount: 60 });
    await until(async () => (await row(held.transactionId))?.amountMinor === 6_000);
    expect(await exceptions()).toEqual([]);
  });

  it('tell why they failed, and that they were released', async () => {
    const declined = await desk.pay(50, { status: 'Declined', reasonCode: 5054 });
    expect(await row(declined.transactionId)).toMatchObject({ status: 'Declined', reasonCode: 5054 });
    const held = await desk.pay(50, { status: 'Authorized' });
    await desk.box.call('payments/void', { TransactionId: held.transactionId });
    await until(async () => (await row(held.transactionId))?.status === 'Cancelled');
  });

  it('with another amount than we know are put before a person and stay as they were', async () => {
    await desk.arm('G15:never', 'notifications/pay');
    const transactionId = await desk.box.pay(100);
    await desk.poll();
    const other = form({
      TransactionId: transactionId,
      Amount: '999.00',
      Currency: 'KZT',
      Status: 'Completed',
    });
    await post('pay', other).expect(200);
    expect(await row(transactionId)).toMatchObject({ amountMinor: 10_000 });
    expect(await exceptions()).toMatchObject([{ kind: 'amount_mismatch', transactionId }]);
  });

  it('settle our void when its answer was lost', async () => {
    const held = await desk.pay(50, { status: 'Authorized' });
    const claim = await desk.approved([{ paymentId: held.id, amountMinor: 5_000 }]);
    await desk.arm('G10', 'payments/void');
    await desk.sendDue();
    await settled(claim);
    expect(desk.calls(held, 'payments/void')).toHaveLength(1);
  });

  it('leave neither card expiry nor token nor name behind', async () => {
    const secret = {
      CardExpDate: '12/39',
      Token: 'tk_secret',
      Name: 'AIGUL S',
      CardFirstSix: '440043',
      IpAddress: '1.2.3.4',
    };
    await post(
      'pay',
      form({
        TransactionId: 700_009,
        Amount: '5.00',
        Currency: 'KZT',
        Status: 'Completed',
        CardLastFour: '4242',
        ...secret,
      }),
    ).expect(200);
    const rows = await desk.uow.read((tx) => tx.findBy(GatewayEventEntity, { transactionId: 700_009 }));
    expect(rows).toHaveLength(1);
    expect(rows[0]?.fields).toMatchObject({ CardLastFour: '4242', Amount: '5.00' });
    const kept = JSON.stringify([rows, await row(700_009)]);
    for (const value of Object.values(secret)) expect(kept).not.toContain(value);
  });
});

describe('bad input', () => {
  it.each([
    ['no signature', { 'content-hmac': '' }],
    ['another signature', { 'content-hmac': sign('something else') }],
    ['a signature that is no base64', { 'content-hmac': '☃'.codePointAt(0)?.toString() ?? '' }],
    ['a cut signature', { 'content-hmac': sign('x').slice(0, 10) }],
  ])('%s is 401 and leaves nothing', async (_what, headers) => {
    await post('refund', refundForm(), headers).expect(401);
    expect(await events('refund')).toEqual([]);
    expect(await desk.list('refunds')).toEqual([]);
  });

  it('is checked over the bytes as they came', async () => {
    const body = refundForm();
    await post('refund', body.replace('Amount=40.00', 'Amount=4000'), { 'content-hmac': sign(body) }).expect(
      401,
    );
    await post('refund', `${body} `, { 'content-hmac': sign(body) }).expect(401);
  });

  it.each<[string, string, string]>([
    ['without its number', FORM, 'Amount=5.00&PaymentTransactionId=5'],
    [
      'with a number that no number holds',
      FORM,
      'TransactionId=99999999999999999&Amount=5&PaymentTransactionId=5',
    ],
    ['with an exponent for an amount', FORM, 'TransactionId=5&Amount=1e3&PaymentTransactionId=5'],
    ['with a fraction of a tiyn', FORM, 'TransactionId=5&Amount=1.234&PaymentTransactionId=5'],
    ['with a negative amount', FORM, 'TransactionId=5&Amount=-5&PaymentTransactionId=5'],
    ['with a field twice', FORM, 'TransactionId=5&TransactionId=6&Amount=5&PaymentTransactionId=5'],
    ['with a NUL', FORM, 'TransactionId=5&Amount=5&PaymentTransactionId=5&InvoiceId=a%00b'],
    ['in broken percent signs', FORM, 'TransactionId=5&Amount=5&PaymentTransactionId=%'],
    ['empty', FORM, ''],
    ['that is broken JSON', 'application/json', '{"TransactionId":'],
    ['that is a list', 'application/json', '[1]'],
    [
      'with an object for a number',
      'application/json',
      '{"TransactionId":{},"Amount":5,"PaymentTransactionId":5}',
    ],
  ])('a notification %s is 400', async (_what, type, body) => {
    await post('refund', body, { 'content-type': type }).expect(400);
    expect(await events('refund')).toEqual([]);
  });

  it('reads JSON as well as a form', async () => {
    const body = JSON.stringify({
      TransactionId: 990_002,
      PaymentTransactionId: payment.transactionId,
      Amount: 5,
      OperationType: 'Refund',
    });
    await post('refund', body, { 'content-type': 'application/json' }).expect(200, { code: 0 });
    expect(await desk.list('refunds')).toMatchObject([{ amountMinor: 500, gatewayRefundId: 990_002 }]);
  });

  it('answers a check with 0 and changes nothing', async () => {
    const check = form({ TransactionId: 800_001, Amount: '5.00', Currency: 'KZT', Status: 'Completed' });
    await post('check', check).expect(200, { code: 0 });
    expect(await events('check')).toHaveLength(1);
    expect(await desk.list('payments', { transactionId: 800_001 })).toEqual([]);
  });

  it('knows no other kinds, no other methods and no endless bodies', async () => {
    await post('recurrent', 'TransactionId=5&Amount=5').expect(404);
    await request(desk.app).get('/webhooks/cloudpayments/refund').expect(405);
    await post('refund', `TransactionId=5&Amount=5&Data=${'x'.repeat(300_000)}`).expect(413);
  });
});

describe('the two lists', () => {
  it('are for managers and administrators, and filter by their fields', async () => {
    await post('refund', refundForm({ PaymentTransactionId: 5 })).expect(200);
    for (const resource of ['gateway-events', 'exceptions']) {
      for (const user of ['reviewer', 'auditor']) await desk.as(user).get(`/api/${resource}`).expect(403);
      for (const user of ['manager', 'admin']) await desk.as(user).get(`/api/${resource}`).expect(200);
      await desk.as('manager').get(`/api/${resource}?filter={"color":1}`).expect(422);
    }
    expect(await desk.list('gateway-events', { type: 'refund', transactionId: 990_001 })).toMatchObject([
      { type: 'refund', transactionId: 990_001, receivedAt: expect.any(String) as string },
    ]);
    const [exception] = await desk.list('exceptions', { kind: 'unknown_payment' });
    expect(exception).toMatchObject({ paymentId: null, createdAt: expect.any(String) as string });
    expect(await desk.list('exceptions', { paymentId: payment.id })).toEqual([]);
  });
});
