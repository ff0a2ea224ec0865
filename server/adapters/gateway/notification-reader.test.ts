import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { startReceiver, startTestSandbox, until } from '../../../scripts/sandbox/testing';
import { BadNotification, BadSignature } from '../../gateway-port';
import { makeNotificationReader } from './notification-reader';

const SECRET = 'sandbox-secret';
const FORM = 'application/x-www-form-urlencoded';
const reader = makeNotificationReader(SECRET);
const sign = (message: string | Buffer) => createHmac('sha256', SECRET).update(message).digest('base64');
const verify = (body: string | Buffer, headers: Record<string, string>) => () => {
  reader.verify(Buffer.from(body), headers);
};

describe('signature', () => {
  const raw = 'TransactionId=1&Name=%d0%90+%d0%91';

  it('is taken over the raw bytes', () => {
    expect(verify(raw, { 'content-hmac': sign(raw) })).not.toThrow();
    expect(verify(raw.toUpperCase(), { 'content-hmac': sign(raw) })).toThrow(BadSignature);
  });

  it('falls back to the decoded text only where the first header is missing', () => {
    const overDecoded = sign('TransactionId=1&Name=А Б');
    expect(verify(raw, { 'x-content-hmac': overDecoded })).not.toThrow();
    expect(verify(raw, { 'content-hmac': sign('other'), 'x-content-hmac': overDecoded })).toThrow(
      BadSignature,
    );
    expect(verify('a=%ff', { 'x-content-hmac': sign('a=%ff') })).toThrow(BadSignature);
  });

  it.each([
    ['none', {}],
    ['an empty one', { 'content-hmac': '' }],
    ['a short one', { 'content-hmac': sign(raw).slice(0, 20) }],
    ['one of another key', { 'content-hmac': createHmac('sha256', 'x').update(raw).digest('base64') }],
  ])('refuses %s', (_, headers) => {
    expect(verify(raw, headers)).toThrow(BadSignature);
  });

  it('covers bytes that are no UTF-8', () => {
    const bytes = Buffer.from([0xff, 0xfe, 0x3d]);
    expect(verify(bytes, { 'content-hmac': sign(bytes) })).not.toThrow();
  });
});

describe('fields', () => {
  const parse = (body: string, contentType: string | undefined = FORM) =>
    reader.parse('refund', contentType, Buffer.from(body));
  const good = 'TransactionId=568&PaymentTransactionId=455&Amount=100.50';

  it('are read from a form', () => {
    const data = encodeURIComponent('{"intent":"attempt-1","secret":"x"}');
    expect(parse(`${good}&DateTime=2026-03-02+10%3a00%3a00&OperationType=Refund&Data=${data}`)).toMatchObject(
      {
        type: 'refund',
        transactionId: 568,
        paymentTransactionId: 455,
        amountMinor: 10050,
        currency: null,
        intent: 'attempt-1',
        occurredAt: Date.parse('2026-03-02T10:00:00Z'),
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      },
    );
  });

  it('are read from JSON', () => {
    const body = '{"TransactionId":568,"PaymentTransactionId":455,"Amount":100.5,"Data":{"intent":"i"}}';
    expect(parse(body, 'application/json; charset=utf-8')).toMatchObject({ amountMinor: 10050, intent: 'i' });
  });

  it('keep no card expiry, token, holder, address or foreign data', () => {
    const sent = `${good}&CardExpDate=01%2f29&Token=tk_1&Name=AIGUL&IpAddress=1.2.3.4&CardFirstSix=400000&Data=%7b%22a%22%3a1%7d`;
    expect(Object.keys(parse(sent).fields).sort()).toEqual([
      'Amount',
      'PaymentTransactionId',
      'TransactionId',
    ]);
  });

  it('take four digits of a card and nothing longer', () => {
    expect(parse(`${good}&CardLastFour=0042`).cardLastFour).toBe('0042');
    expect(parse(`${good}&CardLastFour=4242424242424242`).cardLastFour).toBeNull();
  });

  it.each([
    ['no id', 'PaymentTransactionId=455&Amount=1'],
    ['no payment of a refund', 'TransactionId=568&Amount=1'],
    ['no amount', 'TransactionId=568&PaymentTransactionId=455'],
    ['an amount with three decimals', 'TransactionId=568&PaymentTransactionId=455&Amount=1.001'],
    ['a negative amount', 'TransactionId=568&PaymentTransactionId=455&Amount=-1'],
    ['an id beyond exact numbers', 'TransactionId=9007199254740993&PaymentTransactionId=455&Amount=1'],
    ['a currency that is none', `${good}&Currency=ZZZZZZ`],
    ['a field twice', `${good}&Amount=1.00`],
    ['a broken percent sign', `${good}&InvoiceId=%zz`],
    ['no UTF-8', `${good}&InvoiceId=%ff`],
    ['NUL in a field', `${good}&InvoiceId=SO%00`],
    ['an endless field', `${good}&InvoiceId=${'1'.repeat(300)}`],
    ['nothing', ''],
  ])('refuse %s', (_, body) => {
    expect(() => parse(body)).toThrow(BadNotification);
  });

  it('refuse JSON that is no object, and a nested value', () => {
    expect(() => parse('[]', 'application/json')).toThrow(BadNotification);
    expect(() => parse('{"TransactionId":{}}', 'application/json')).toThrow(BadNotification);
  });

  it('end in facts or BadNotification for any bytes', () => {
    const contentTypes = fc.constantFrom(FORM, 'application/json', 'text/plain', undefined);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), contentTypes, (bytes, contentType) => {
        try {
          reader.parse('pay', contentType, Buffer.from(bytes));
        } catch (error) {
          expect(error).toBeInstanceOf(BadNotification);
        }
      }),
    );
  });
});

it('reads what the sandbox sends, signature and all', async () => {
  const receiver = await startReceiver(() => ({ status: 200, body: '{"code":0}' }));
  const box = await startTestSandbox({ notifyUrl: receiver.url, apiSecret: SECRET });
  const id = await box.pay(100.5, { invoiceId: 'SO-1', email: 'aigul@example.kz', name: 'Айгүл Қ' });
  await box.call('payments/refund', { TransactionId: id, Amount: 40, JsonData: { intent: 'attempt-1' } });
  await until(() => receiver.received.length === 2);
  await box.sandbox.close();
  await receiver.close();

  const facts = receiver.received.map(({ path, headers, body }) => {
    reader.verify(body, headers);
    return reader.parse(path.endsWith('pay') ? 'pay' : 'refund', headers['content-type'], body);
  });
  expect(facts).toContainEqual(
    expect.objectContaining({
      type: 'pay',
      transactionId: id,
      amountMinor: 10050,
      status: 'Completed',
      testMode: true,
    }),
  );
  expect(facts).toContainEqual(
    expect.objectContaining({
      type: 'refund',
      paymentTransactionId: id,
      amountMinor: 4000,
      intent: 'attempt-1',
    }),
  );
});
