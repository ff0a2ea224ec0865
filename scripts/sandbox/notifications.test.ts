import { createHmac } from 'node:crypto';
import { API_SECRET, startReceiver, startTestSandbox, until } from './testing';

let answer = { status: 200, body: '{"code":0}' };
let receiver: Awaited<ReturnType<typeof startReceiver>>;
let box: Awaited<ReturnType<typeof startTestSandbox>>;
beforeEach(async () => {
  answer = { status: 200, body: '{"code":0}' };
  receiver = await startReceiver(() => answer);
  box = await startTestSandbox({ notifyUrl: receiver.url });
});
afterEach(async () => {
  await box.sandbox.close();
  await receiver.close();
});

const sign = (text: string) => createHmac('sha256', API_SECRET).update(text).digest('base64');
const paths = () => receiver.received.map(({ path }) => path);
const arm = (fault: string) =>
  box.control('POST', 'faults', { method: 'notifications/refund', fault, times: 1 });

async function refundOnce(): Promise<void> {
  const id = await box.pay(100);
  await until(() => paths().includes('/hooks/pay'));
  receiver.received.length = 0;
  await box.call('payments/refund', { TransactionId: id, Amount: 10 });
}

it('signs the raw and the decoded text, in the form .NET writes', async () => {
  await box.pay(100.5, { name: "Айгүл О'Нил", email: 'a~b@example.kz' });
  await until(() => receiver.received.length === 1);
  const [{ path, headers, body } = { path: '', headers: {}, body: Buffer.alloc(0) }] = receiver.received;
  const raw = body.toString();
  expect(path).toBe('/hooks/pay');
  expect(headers['content-type']).toBe('application/x-www-form-urlencoded');
  expect(headers['content-hmac']).toBe(sign(raw));
  expect(headers['x-content-hmac']).toBe(sign(decodeURIComponent(raw.replace(/\+/g, ' '))));
  expect(raw).toContain('Amount=100.50&');
  expect(raw).toContain('Name=%d0%90%d0%b9%d0%b3%d2%af%d0%bb+%d0%9e%27%d0%9d%d0%b8%d0%bb');
  expect(raw).toContain('Email=a%7eb%40example.kz');
});

it.each([
  ['Declined', '/hooks/fail'],
  ['Authorized', '/hooks/pay'],
  ['Cancelled', '/hooks/cancel'],
])('tells of a payment made %s at %s', async (status, path) => {
  await box.pay(1, { status });
  await until(() => receiver.received.length === 1);
  expect(paths()).toEqual([path]);
});

it('tells of refund, confirm and cancel', async () => {
  const id = await box.pay(10, { status: 'Authorized' });
  await box.call('payments/confirm', { TransactionId: id, Amount: 10 });
  await box.control('POST', 'refunds', { transactionId: id, amount: 1 });
  const held = await box.pay(10, { status: 'Authorized' });
  await box.call('payments/void', { TransactionId: held });
  await until(() => receiver.received.length === 5);
  expect(paths().sort()).toEqual([
    '/hooks/cancel',
    '/hooks/confirm',
    '/hooks/pay',
    '/hooks/pay',
    '/hooks/refund',
  ]);
});

it.each([
  ['an error', { status: 500, body: '' }],
  ['another code', { status: 200, body: '{"code":13}' }],
  ['no JSON', { status: 200, body: 'ok' }],
])('comes again after 1, 2, 5 … minutes when it got %s', async (_, bad) => {
  answer = bad;
  await box.pay(1);
  await until(() => receiver.received.length === 1);
  await new Promise((resolve) => setTimeout(resolve, 50));
  await box.control('POST', 'clock', { offsetMs: 55_000 });
  expect(receiver.received).toHaveLength(1);
  await box.control('POST', 'clock', { offsetMs: 61_000 });
  expect(receiver.received).toHaveLength(2);
  await box.control('POST', 'clock', { offsetMs: 61_000 + 115_000 });
  expect(receiver.received).toHaveLength(2);
  answer = { status: 200, body: '{"code":0}' };
  await box.control('POST', 'clock', { offsetMs: 61_000 + 125_000 });
  expect(receiver.received).toHaveLength(3);
  await box.control('POST', 'clock', { offsetMs: 9_000_000 });
  expect(receiver.received).toHaveLength(3);
});

it('G15:triple comes three times', async () => {
  await arm('G15:triple');
  await refundOnce();
  await until(() => receiver.received.length === 3);
});

it('G15:late comes after two hours', async () => {
  await arm('G15:late');
  await refundOnce();
  await box.control('POST', 'clock', { offsetMs: 7_100_000 });
  expect(receiver.received).toHaveLength(0);
  await box.control('POST', 'clock', { offsetMs: 7_210_000 });
  expect(paths()).toEqual(['/hooks/refund']);
});

it('G15:before comes before the answer', async () => {
  await arm('G15:before');
  await refundOnce();
  expect(paths()).toEqual(['/hooks/refund']);
});

it('G15:never never comes', async () => {
  await arm('G15:never');
  await refundOnce();
  await box.control('POST', 'clock', { offsetMs: 9_000_000 });
  expect(receiver.received).toHaveLength(0);
});

it('G15:amount lies about the amount with a right signature; G15:hmac signs wrongly', async () => {
  await arm('G15:amount');
  await refundOnce();
  await until(() => receiver.received.length === 1);
  const [wrongAmount] = receiver.received;
  expect(wrongAmount?.body.toString()).toContain('Amount=11.00');
  expect(wrongAmount?.headers['content-hmac']).toBe(sign(wrongAmount?.body.toString() ?? ''));

  await arm('G15:hmac');
  await refundOnce();
  await until(() => receiver.received.length === 1);
  const [forged] = receiver.received;
  expect(forged?.headers['content-hmac']).not.toBe(sign(forged?.body.toString() ?? ''));
});
