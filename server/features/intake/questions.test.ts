import { randomIds } from '../../adapters/ids/random-ids';
import { type Browser, openProductApp, type ProductApp } from '../../testing/product-app';
import { AuditEventEntity } from '../audit';
import { recordPayment } from '../payments';
import { MailLedgerEntity } from './mail-ledger.entity';

interface Failed {
  paymentId: string;
  transactionId: number;
  cause: string;
}

interface Row {
  id: string;
  version: number;
  outcome: string;
  reason: string | null;
  claimId: string | null;
  paymentId: string | null;
  answerId: string | null;
  failedPayments: Failed[];
}

let product: ProductApp;
let reviewer: Browser;
let counter = 0;
beforeAll(async () => {
  product = await openProductApp();
  reviewer = await product.signIn('reviewer');
});
afterAll(() => product.close());

const HOUR_MS = 3_600_000;
const next = () => (counter += 1);

/** A payment as the gateway's news tell of it; declined for want of money two hours ago. */
async function attempt(facts: object = {}): Promise<{ id: string; invoiceId: string; email: string }> {
  const number = next();
  const told = {
    transactionId: 5_000 + number,
    invoiceId: `SO-${String(70_000 + number)}`,
    email: `payer${String(number)}@example.kz`,
    status: 'Declined' as const,
    amountMinor: 1_250_000,
    currency: 'KZT' as const,
    cardLastFour: '4242',
    reasonCode: 5051,
    createdAt: product.clock.at - 2 * HOUR_MS,
    ...facts,
  };
  const row = await product.uow.write((tx) => recordPayment(tx, randomIds, told, product.clock.at));
  return { id: row.id, invoiceId: row.invoiceId ?? '', email: row.email ?? '' };
}

async function mail(from: string, text: string, subject = 'Оплата'): Promise<Row> {
  const messageId = `<question-${String(next())}@example.kz>`;
  const raw = [
    `From: ${from}`,
    'To: info@umami.kz',
    `Message-ID: ${messageId}`,
    `Subject: =?utf-8?B?${Buffer.from(subject).toString('base64')}?=`,
    'Content-Type: text/plain; charset=utf-8',
    '',
    text,
    '',
  ].join('\r\n');
  await product.intake.take({
    sourceKey: `smtp:${messageId}`,
    receivedAt: product.clock.at,
    envelopeFrom: from.replace(/.*<|>.*/g, ''),
    envelopeTo: ['info@umami.kz'],
    raw: Buffer.from(raw),
  });
  const { id } = await product.uow.read((tx) => tx.findOneByOrFail(MailLedgerEntity, { messageId }));
  return rowOf(id);
}

const rowOf = async (id: string) => (await reviewer.get(`/api/mail-ledger/${id}`)).body as Row;
const answer = (row: Row, paymentId: string, commandId = randomIds.next(), who = reviewer) =>
  who.post(`/api/mail-ledger/${row.id}/answer`).send({ version: row.version, commandId, paymentId });
const lettersTo = async (address: string) => {
  await product.jobs.runDue(['message.send']);
  return product.letters.filter(({ to }) => to === address);
};

const QUESTION = 'Здравствуйте! Оплата не проходит, пишет ошибку. Что мне делать, подскажите пожалуйста?';

describe('a question about a payment that failed', () => {
  it('is filed with that payment, and no claim is opened', async () => {
    const payment = await attempt();
    const row = await mail(`Алия <${payment.email}>`, QUESTION);
    expect(row).toMatchObject({
      outcome: 'question',
      reason: 'payment-failed',
      claimId: null,
      paymentId: payment.id,
      answerId: null,
      failedPayments: [{ paymentId: payment.id, cause: 'funds' }],
    });
    const list = await reviewer.get(`/api/mail-ledger?filter=${JSON.stringify({ paymentId: payment.id })}`);
    expect((list.body as Row[]).map(({ id }) => id)).toEqual([row.id]);
  });

  it('prefers the order that the letter names to a newer attempt of the same person', async () => {
    const named = await attempt();
    const newer = await attempt({ email: named.email, createdAt: product.clock.at - HOUR_MS });
    const row = await mail(named.email, `${QUESTION} Заказ ${named.invoiceId}.`);
    expect(row.paymentId).toBe(named.id);
    expect(row.failedPayments.map(({ paymentId }) => paymentId)).toEqual([named.id, newer.id]);
  });

  it.each([
    ['payments that went through', { status: 'Completed' as const, reasonCode: 0 }, QUESTION],
    ['attempts of long ago', { createdAt: Date.parse('2026-08-01T10:00:00Z') }, QUESTION],
    ['a question about something else', {}, 'Здравствуйте! Когда привезут мой заказ, подскажите?'],
  ])('is not about %s', async (_what, facts, text) => {
    const payment = await attempt(facts);
    expect(await mail(payment.email, text, '')).toMatchObject({
      outcome: 'question',
      reason: null,
      paymentId: null,
    });
  });

  it('tells a stranger who knows the order number nothing', async () => {
    const payment = await attempt();
    const row = await mail('stranger@example.kz', `${QUESTION} ${payment.invoiceId}`);
    expect(row).toMatchObject({ paymentId: null, failedPayments: [] });
    const refused = await answer(row, payment.id);
    expect(refused.status).toBe(422);
    expect((refused.body as { errors: object }).errors).toHaveProperty('paymentId');
    expect(await lettersTo('stranger@example.kz')).toEqual([]);
  });
});

describe('the answer', () => {
  it('is shown in three languages, then sent once in the language of the question, in its thread', async () => {
    const payment = await attempt();
    const row = await mail(`Алия <${payment.email}>`, QUESTION);

    const preview = await reviewer
      .post(`/api/mail-ledger/${row.id}/answer-preview`)
      .send({ paymentId: payment.id });
    const shown = preview.body as {
      to: string;
      sends: string[];
      letters: { language: string; text: string }[];
    };
    expect(shown).toMatchObject({ to: payment.email, sends: ['ru'] });
    expect(shown.letters.map(({ language }) => language)).toEqual(['kk', 'ru', 'en']);
    expect(await lettersTo(payment.email)).toEqual([]);

    const sent = await answer(row, payment.id, 'answer-once');
    const again = await answer(row, payment.id, 'answer-once');
    expect([sent.status, again.status]).toEqual([200, 200]);
    expect(again.body).toEqual(sent.body);

    const letters = await lettersTo(payment.email);
    expect(letters).toHaveLength(1);
    const [letter] = letters;
    expect(letter).toMatchObject({ automatic: false, language: 'ru', subject: 'Почему не прошёл платёж' });
    expect(letter?.inReplyTo).toMatch(/^<question-/);
    expect(letter?.text).toBe(shown.letters[1]?.text);
    expect(letter?.text).toContain('23 ноября 2026 года (понедельник), 08:15');
    expect(letter?.text).toContain('12\u00a0500\u00a0₸');
    expect(letter?.text).toContain('недостаточно средств');
    expect(letter?.text).toContain('деньги не списаны');
    expect(letter?.text).toContain(`Заказ: ${payment.invoiceId}.`);

    const { answerId } = await rowOf(row.id);
    const message = await reviewer.get(`/api/messages/${answerId ?? ''}`);
    expect(message.body).toMatchObject({ kind: 'payment_failed', state: 'sent', text: letter?.text });
    const events = await product.uow.read((tx) => tx.findBy(AuditEventEntity, { resourceId: row.id }));
    expect(events.map(({ action }) => action)).toContain('mail.answered');
  });

  it('goes out in Kazakh and Russian while the language is a guess', async () => {
    const payment = await attempt({ reasonCode: 5057 });
    const row = await mail(payment.email, `payment ${payment.invoiceId}?`, '');
    expect((await answer(row, payment.id)).status).toBe(200);
    const [letter] = await lettersTo(payment.email);
    expect(letter?.text).toContain('интернет-төлем қосылмаған');
    expect(letter?.text).toContain('не включена оплата в интернете');
    expect(letter?.text).toContain('повторная оплата этой картой не поможет');
  });

  it('does not ask to pay again when the order was paid afterwards', async () => {
    const payment = await attempt();
    await attempt({ ...payment, status: 'Completed', reasonCode: 0, createdAt: product.clock.at - HOUR_MS });
    const row = await mail(payment.email, QUESTION);
    await answer(row, payment.id);
    const [letter] = await lettersTo(payment.email);
    expect(letter?.text).toContain('Платить ещё раз не нужно');
    expect(letter?.text).not.toContain('umami.kz.\n');
  });

  it.each([
    [
      'the second of two colleagues',
      409,
      (row: Row, id: string) => answer({ ...row, version: row.version }, id),
    ],
    [
      'a payment that did not fail',
      422,
      async (row: Row) => answer(row, (await attempt({ status: 'Completed' })).id),
    ],
    ['a payment that nobody knows', 422, (row: Row) => answer(row, 'none')],
  ])('is refused to %s', async (what, status, send) => {
    const payment = await attempt();
    const row = await mail(payment.email, QUESTION);
    if (what.startsWith('the second')) expect((await answer(row, payment.id)).status).toBe(200);
    expect((await send(row, payment.id)).status).toBe(status);
    expect(await lettersTo(payment.email)).toHaveLength(status === 409 ? 1 : 0);
  });

  it('is no way to answer what has its claim, nor for those who do not work on claims', async () => {
    const payment = await attempt();
    const claim = await mail(payment.email, 'Верните деньги за заказ, товар не подошёл.');
    expect(claim).toMatchObject({ outcome: 'new_claim', failedPayments: [] });
    expect((await answer(claim, payment.id)).status).toBe(409);
    const row = await mail(payment.email, QUESTION);
    expect((await answer(row, payment.id, 'by-admin', await product.signIn('admin'))).status).toBe(403);
  });
});
