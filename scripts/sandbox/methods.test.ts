import { API_SECRET, PUBLIC_ID, startTestSandbox } from './testing';

let box: Awaited<ReturnType<typeof startTestSandbox>>;
beforeEach(async () => {
  box = await startTestSandbox();
});
afterEach(() => box.sandbox.close());

describe('who may call', () => {
  it('refuses wrong credentials with 401 and logs the arrival', async () => {
    const headers = { authorization: `Basic ${Buffer.from(`${PUBLIC_ID}:wrong`).toString('base64')}` };
    const res = await fetch(`${box.sandbox.url}/test`, { method: 'POST', headers });
    expect(res.status).toBe(401);
    expect(box.sandbox.log()).toMatchObject([{ seq: 1, kind: 'call', method: 'test' }]);
  });

  it('answers /test with a guid', async () => {
    const { body } = await box.call('test', {});
    expect(body).toMatchObject({
      Success: true,
      Message: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
    });
  });

  it('takes a form as well as JSON', async () => {
    const id = await box.pay(100);
    const authorization = `Basic ${Buffer.from(`${PUBLIC_ID}:${API_SECRET}`).toString('base64')}`;
    const form = new URLSearchParams({
      TransactionId: String(id),
      Amount: '40.5',
      JsonData: '{"intent":"i-1"}',
    });
    const res = await fetch(`${box.sandbox.url}/payments/refund`, {
      method: 'POST',
      headers: { authorization },
      body: form,
    });
    expect(await res.json()).toMatchObject({ Success: true });
    expect(box.sandbox.log().find(({ kind }) => kind === 'refund')).toMatchObject({ amount: 40.5 });
  });
});

describe('refund', () => {
  it('gives a row of its own and leaves the payment completed', async () => {
    const id = await box.pay(100, { email: 'a@example.kz' });
    const { body } = await box.call('payments/refund', {
      TransactionId: id,
      Amount: 30,
      JsonData: { intent: 'i' },
    });
    const row = (await box.call('payments/get', { TransactionId: body.Model.TransactionId })).body.Model;
    const payment = (await box.call('payments/get', { TransactionId: id })).body.Model;
    expect(row).toMatchObject({ Type: 1, OriginalTransactionId: id, Amount: 30, JsonData: '{"intent":"i"}' });
    expect(payment).toMatchObject({ Status: 'Completed', Refunded: true, TestMode: true, Type: 0 });
  });

  it.each([
    ['more than was paid', 100.01, 'Completed'],
    ['a hold', 10, 'Authorized'],
    ['a declined payment', 10, 'Declined'],
    ['three decimals', 10.001, 'Completed'],
    ['nothing', 0, 'Completed'],
  ])('refuses %s and moves nothing', async (_, amount, status) => {
    const id = await box.pay(100, { status });
    const { status: http, body } = await box.call('payments/refund', { TransactionId: id, Amount: amount });
    expect(http).toBe(200);
    expect(body.Success).toBe(false);
    expect(box.sandbox.log().filter(({ kind }) => kind === 'refund')).toEqual([]);
  });

  it('never gives back more than was paid, in however many parts', async () => {
    const id = await box.pay(100);
    await box.call('payments/refund', { TransactionId: id, Amount: 60 });
    expect((await box.call('payments/refund', { TransactionId: id, Amount: 40.01 })).body.Success).toBe(
      false,
    );
    expect((await box.call('payments/refund', { TransactionId: id, Amount: 40 })).body.Success).toBe(true);
  });

  it('refuses a payment older than a year', async () => {
    const old = new Date(Date.now() - 366 * 86_400_000).toISOString();
    const id = await box.pay(100, { createdAt: old });
    expect((await box.call('payments/refund', { TransactionId: id, Amount: 1 })).body.Success).toBe(false);
  });

  it('refuses an unknown payment and a refund of a refund', async () => {
    const id = await box.pay(100);
    const { body } = await box.call('payments/refund', { TransactionId: id, Amount: 1 });
    const refundId = body.Model.TransactionId;
    expect((await box.call('payments/refund', { TransactionId: 1, Amount: 1 })).body.Message).toBe(
      'Not found',
    );
    expect((await box.call('payments/refund', { TransactionId: refundId, Amount: 1 })).body.Success).toBe(
      false,
    );
  });

  it('made by hand in the cabinet is in the log as such', async () => {
    const id = await box.pay(100);
    const { body } = await box.control('POST', 'refunds', { transactionId: id, amount: 25 });
    expect(body.Model).toMatchObject({ Type: 1, Amount: 25, OriginalTransactionId: id });
    expect(box.sandbox.log().at(-1)).toMatchObject({
      kind: 'refund',
      byHand: true,
      paymentTransactionId: id,
    });
    expect((await box.control('POST', 'refunds', { transactionId: id, amount: 76 })).status).toBe(422);
  });
});

describe('X-Request-ID', () => {
  it('repeats the first result for an hour and then executes anew', async () => {
    const id = await box.pay(100);
    const first = await box.call('payments/refund', { TransactionId: id, Amount: 10 }, 'key-1');
    const again = await box.call('payments/refund', { TransactionId: id, Amount: 10 }, 'key-1');
    expect(again.text).toBe(first.text);

    await box.control('POST', 'clock', { offsetMs: 59 * 60_000 });
    expect((await box.call('payments/refund', { TransactionId: id, Amount: 10 }, 'key-1')).text).toBe(
      first.text,
    );
    await box.control('POST', 'clock', { offsetMs: 61 * 60_000 });
    const later = await box.call('payments/refund', { TransactionId: id, Amount: 10 }, 'key-1');
    expect(later.body.Model.TransactionId).not.toBe(first.body.Model.TransactionId);
    expect(box.sandbox.log().filter(({ kind }) => kind === 'refund')).toHaveLength(2);
  });

  it('runs two simultaneous requests with one key once', async () => {
    const id = await box.pay(100);
    const send = () => box.call('payments/refund', { TransactionId: id, Amount: 10 }, 'key-1');
    const [one, two] = await Promise.all([send(), send()]);
    expect(one.text).toBe(two.text);
    expect(box.sandbox.log().filter(({ kind }) => kind === 'refund')).toHaveLength(1);
  });
});

describe('holds', () => {
  it('are voided once and never refunded', async () => {
    const id = await box.pay(100, { status: 'Authorized' });
    expect((await box.call('payments/void', { TransactionId: id })).body).toEqual({
      Success: true,
      Message: null,
    });
    expect((await box.call('payments/void', { TransactionId: id })).body.Success).toBe(false);
    expect((await box.call('payments/get', { TransactionId: id })).body.Model).toMatchObject({
      Status: 'Cancelled',
    });
  });

  it('are confirmed in part, and only that part can go back', async () => {
    const id = await box.pay(100, { status: 'Authorized' });
    expect((await box.call('payments/confirm', { TransactionId: id, Amount: 100.5 })).body.Success).toBe(
      false,
    );
    expect((await box.call('payments/confirm', { TransactionId: id, Amount: 70 })).body.Success).toBe(true);
    expect((await box.call('payments/refund', { TransactionId: id, Amount: 71 })).body.Success).toBe(false);
    expect((await box.call('payments/refund', { TransactionId: id, Amount: 70 })).body.Success).toBe(true);
  });
});

describe('test cards', () => {
  const paying = (pan: string) => ({
    Amount: 10,
    Currency: 'KZT',
    InvoiceId: 'SO-9',
    IpAddress: '127.0.0.1',
    CardCryptogramPacket: pan,
  });

  it.each([
    ['4000 0000 0000 3055', true, 'Completed', 0],
    ['4000 0566 5566 5556', false, 'Declined', 5051],
    ['4000 0000 0000 3056', false, 'Declined', 5014],
  ])('%s', async (pan, success, status, reasonCode) => {
    const { body } = await box.call('payments/cards/charge', paying(pan));
    expect(body).toMatchObject({ Success: success, Model: { Status: status, ReasonCode: reasonCode } });
  });

  it('reads a number inside base64, and holds the sum when asked to', async () => {
    const { body } = await box.call('payments/cards/auth', paying(btoa('{"pan":"5205000000003055"}')));
    expect(body.Model).toMatchObject({ Status: 'Authorized', CardLastFour: '3055', CardType: 'Mastercard' });
  });

  it('asks for 3-D Secure and settles afterwards', async () => {
    const { body } = await box.call('payments/cards/charge', paying('4242424242424242'));
    expect(body).toMatchObject({
      Success: false,
      Message: null,
      Model: { PaReq: expect.any(String) as string },
    });
    const after = { TransactionId: body.Model.TransactionId, PaRes: 'x' };
    expect((await box.call('payments/cards/post3ds', after)).body.Model).toMatchObject({
      Status: 'Completed',
    });
  });

  it('never puts the number into the log', async () => {
    await box.call('payments/cards/charge', paying('4000000000003055'));
    expect(JSON.stringify(box.sandbox.log())).not.toContain('4000000000003055');
  });
});

describe('reading', () => {
  it('finds the payment, and in v2 the refund, of an invoice', async () => {
    const id = await box.pay(100, { invoiceId: 'SO-7' });
    await box.call('payments/refund', { TransactionId: id, Amount: 5 });
    expect((await box.call('payments/find', { InvoiceId: 'SO-7' })).body.Model.TransactionId).toBe(id);
    expect((await box.call('v2/payments/find', { InvoiceId: 'SO-7' })).body.Model).toMatchObject({ Type: 1 });
    expect((await box.call('payments/find', { InvoiceId: 'none' })).body).toMatchObject({
      Message: 'Not found',
    });
  });

  it('pages by a hundred, oldest first', async () => {
    const start = Date.parse('2026-03-02T00:00:00Z');
    for (let n = 0; n < 130; n += 1) await box.pay(1, { createdAt: start + (130 - n) * 1000 });
    const range = { CreatedDateGte: '2026-03-02T05:00:00+05:00', CreatedDateLte: '2026-03-02T01:00:00Z' };
    const first = (await box.call('v2/payments/list', { ...range, PageNumber: 1 })).body.Model;
    const second = (await box.call('v2/payments/list', { ...range, PageNumber: 2 })).body.Model;
    expect([first.length, second.length]).toEqual([100, 30]);
    expect(first[0]).toMatchObject({ CreatedDateIso: '2026-03-02T00:00:01', TestMode: true });
    const declined = await box.call('v2/payments/list', { ...range, PageNumber: 1, Statuses: ['Declined'] });
    expect(declined.body.Model).toEqual([]);
  });

  it('lists one day in a zone', async () => {
    await box.pay(1, { createdAt: '2026-03-01T20:00:00Z' });
    const day = { Date: '2026-03-02' };
    expect((await box.call('payments/list', day)).body.Model).toHaveLength(0);
    expect((await box.call('payments/list', { ...day, TimeZone: 'ALMT' })).body.Model).toHaveLength(1);
  });
});
