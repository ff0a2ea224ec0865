import { API_SECRET, PUBLIC_ID, startTestSandbox } from '../../../scripts/sandbox/testing';
import type { PaymentGateway, RefundOutcome } from '../../gateway-port';
import { makeGatewayClient, type GatewayConnection } from './gateway-client';

let box: Awaited<ReturnType<typeof startTestSandbox>>;
let payment: number;
beforeEach(async () => {
  box = await startTestSandbox();
  payment = await box.pay(100.5, { invoiceId: 'SO-1', email: 'aigul@example.kz', cardLastFour: '0042' });
});
afterEach(() => box.sandbox.close());

function client(more: Partial<GatewayConnection> = {}): PaymentGateway {
  return makeGatewayClient({
    baseUrl: `${box.sandbox.url}/`,
    publicId: PUBLIC_ID,
    apiSecret: API_SECRET,
    timeoutMs: 300,
    maxConcurrency: 4,
    ...more,
  });
}

const order = (amountMinor = 1010, requestId = 'attempt-1') => ({
  transactionId: payment,
  amountMinor,
  intent: requestId,
  requestId,
});
const refund = (amountMinor?: number, requestId?: string) => client().refund(order(amountMinor, requestId));
const arm = (fault: string, method = 'payments/refund') =>
  box.control('POST', 'faults', { method, fault, times: 1 });
const executed = () => box.sandbox.log().filter(({ kind }) => kind === 'refund');

describe('each way a refund call can end', () => {
  it.each<[string, Partial<RefundOutcome>, number]>([
    ['G1', { kind: 'accepted', gatewayRefundId: expect.any(Number) as number }, 1],
    ['G2', { kind: 'refused', text: 'Refused by the bank (sandbox fault G2)', code: null }, 0],
    ['G3', { kind: 'not_sent', why: 'rate_limited' }, 0],
    ['G4', { kind: 'not_sent', why: 'auth' }, 0],
    ['G5', { kind: 'unknown', why: 'http_status' }, 0],
    ['G6', { kind: 'unknown', why: 'http_status' }, 1],
    ['G7', { kind: 'unknown', why: 'timeout' }, 0],
    ['G8', { kind: 'unknown', why: 'timeout' }, 1],
    ['G9:300', { kind: 'unknown', why: 'timeout' }, 0],
    ['G10', { kind: 'unknown', why: 'connection_lost' }, 1],
    ['G11:cut', { kind: 'unknown', why: 'malformed' }, 1],
    ['G11:html', { kind: 'unknown', why: 'malformed' }, 1],
    ['G12', { kind: 'accepted', gatewayRefundId: null }, 1],
  ])('%s', async (fault, outcome, times) => {
    await arm(fault);
    expect(await refund()).toMatchObject(outcome);
    expect(executed()).toHaveLength(times);
  });

  it('sends the exact sum, its mark and its key, once', async () => {
    expect(await refund(10049, 'attempt-7')).toMatchObject({ kind: 'accepted' });
    expect(box.sandbox.log().filter(({ kind }) => kind === 'call')).toMatchObject([
      {
        method: 'payments/refund',
        requestId: 'attempt-7',
        body: { TransactionId: payment, Amount: 100.49, JsonData: { intent: 'attempt-7' } },
      },
    ]);
    expect(executed()).toMatchObject([
      { amount: 100.49, paymentTransactionId: payment, requestId: 'attempt-7' },
    ]);
  });

  it('gets the same refund again under the same key after a lost answer', async () => {
    await arm('G8');
    expect(await refund()).toMatchObject({ kind: 'unknown' });
    const [done] = executed();
    expect(await refund()).toEqual({ kind: 'accepted', gatewayRefundId: done?.transactionId });
    expect(executed()).toHaveLength(1);
  });

  it('is refused when more is asked than is left', async () => {
    expect(await refund(10051)).toMatchObject({ kind: 'refused', text: 'Amount is too big' });
  });

  it('is not sent when nobody listens', async () => {
    const { url } = box.sandbox;
    await box.sandbox.close();
    for (const baseUrl of [url, 'http://gateway.invalid']) {
      expect(await client({ baseUrl }).refund(order())).toMatchObject({
        kind: 'not_sent',
        why: 'connection_refused',
      });
    }
    box = await startTestSandbox();
  });

  it('is not sent with wrong credentials', async () => {
    expect(await client({ apiSecret: 'wrong' }).refund(order())).toMatchObject({
      kind: 'not_sent',
      why: 'auth',
    });
  });

  it('ends as unknown at once when the process shuts down', async () => {
    await arm('G7');
    const shutdown = new AbortController();
    const calling = client({ timeoutMs: 60_000, shutdown: shutdown.signal }).refund(order());
    setTimeout(() => {
      shutdown.abort();
    }, 50);
    expect(await calling).toMatchObject({ kind: 'unknown', why: 'shutdown' });
    const after = await client({ shutdown: shutdown.signal }).refund(order());
    expect(after).toMatchObject({ kind: 'not_sent' });
  });
});

it('voids a hold, and tells a refused void from an accepted one', async () => {
  const hold = await box.pay(50, { status: 'Authorized' });
  expect(await client().voidPayment({ transactionId: hold, requestId: 'v' })).toEqual({
    kind: 'accepted',
    gatewayRefundId: null,
  });
  expect(await client().voidPayment({ transactionId: payment, requestId: 'w' })).toMatchObject({
    kind: 'refused',
  });
});

it('sends nothing that had to wait too long behind calls that hang', async () => {
  const gateway = client({ maxConcurrency: 1, timeoutMs: 200 });
  await arm('G7', 'payments/get');
  await arm('G7', 'payments/get');
  const hanging = [gateway.getPayment(payment), gateway.getPayment(payment)].map((call) =>
    call.catch(() => null),
  );
  const late = gateway.refund(order());
  expect(await late).toMatchObject({
    kind: 'not_sent',
    why: 'connection_refused',
    detail: 'no slot in time',
  });
  await Promise.all(hanging);
  expect(box.sandbox.log().filter(({ method }) => method === 'payments/refund')).toEqual([]);
});

it('stays below the limit of a test terminal', async () => {
  const small = Array.from({ length: 20 }, (_, n) => order(100, `attempt-${n}`));
  const gateway = client({ timeoutMs: 5_000 });
  const outcomes = await Promise.all(small.map((each) => gateway.refund(each)));
  expect(outcomes.every(({ kind }) => kind === 'accepted')).toBe(true);
});

describe('reading', () => {
  it('shows a payment', async () => {
    expect(await client().getPayment(payment)).toMatchObject({
      transactionId: payment,
      kind: 'payment',
      status: 'Completed',
      amountMinor: 10050,
      currency: 'KZT',
      invoiceId: 'SO-1',
      email: 'aigul@example.kz',
      cardLastFour: '0042',
      testMode: true,
      refunded: false,
      createdAt: expect.any(Number) as number,
    });
  });

  it('shows a declined payment although its envelope says false', async () => {
    const declined = await box.pay(5, { status: 'Declined', reasonCode: 5054 });
    expect(await client().getPayment(declined)).toMatchObject({ status: 'Declined', reasonCode: 5054 });
  });

  it('finds the payment of an order after it was refunded, and nothing of an unknown one', async () => {
    await refund();
    expect(await client().findByInvoice('SO-1')).toMatchObject({ transactionId: payment, refunded: true });
    expect(await client().findByInvoice('SO-2')).toBeNull();
    expect(await client().getPayment(1)).toBeNull();
  });

  it('lists payments and refunds with our mark', async () => {
    await refund(500, 'attempt-9');
    const rows = await client().listOperations(Date.now() - 60_000, Date.now() + 60_000);
    expect(rows).toMatchObject([
      { transactionId: payment, kind: 'payment' },
      { kind: 'refund', originalTransactionId: payment, amountMinor: 500, intent: 'attempt-9' },
    ]);
  });

  it.each([
    ['G3', 'rate_limited'],
    ['G4', 'auth'],
    ['G5', 'http_status'],
    ['G7', 'timeout'],
    ['G10', 'connection_lost'],
    ['G11:html', 'malformed'],
    ['G12', 'malformed'],
  ])('throws GatewayUnavailable on %s', async (fault, why) => {
    await arm(fault, 'v2/payments/list');
    await expect(client().listOperations(0, Date.now())).rejects.toMatchObject({ code: 'unavailable', why });
  });

  it('pings', async () => {
    expect(await client().ping()).toEqual({ ok: true });
    expect(await client({ apiSecret: 'wrong' }).ping()).toMatchObject({ ok: false, why: 'auth' });
  });
});
