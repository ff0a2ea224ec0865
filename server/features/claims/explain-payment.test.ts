import { randomIds } from '../../adapters/ids/random-ids';
import { type Browser, openProductApp, type ProductApp } from '../../testing/product-app';
import { recordPayment } from '../payments';

interface Shown {
  id: string;
  version: number;
  number: string;
  paymentId: string | null;
  obligations: { kind: string; status: string }[];
  paymentCandidates: { paymentId: string; status: string; declineCause: string | null; leftMinor: number }[];
}

let product: ProductApp;
let reviewer: Browser;
let counter = 0;
beforeAll(async () => {
  product = await openProductApp();
  reviewer = await product.signIn('reviewer');
});
afterAll(() => product.close());

async function attempt(facts: object = {}): Promise<{ id: string; invoiceId: string; email: string }> {
  counter += 1;
  const told = {
    transactionId: 9_000 + counter,
    invoiceId: `SO-${String(90_000 + counter)}`,
    email: `payer${String(counter)}@example.kz`,
    status: 'Declined' as const,
    amountMinor: 480_000,
    currency: 'KZT' as const,
    reasonCode: 5054,
    createdAt: product.clock.at - 3_600_000,
    ...facts,
  };
  const row = await product.uow.write((tx) => recordPayment(tx, randomIds, told, product.clock.at));
  return { id: row.id, invoiceId: row.invoiceId ?? '', email: row.email ?? '' };
}

async function claimOf(orderNumber: string, email: string | null, language = 'kk'): Promise<Shown> {
  const answer = await reviewer.post('/api/claims').send({
    kind: 'other',
    channel: 'phone',
    language,
    customer: { name: 'Әлия', email, phone: null },
    orderNumber,
    currency: 'KZT',
    commandId: randomIds.next(),
  });
  expect(answer.status).toBe(201);
  return answer.body as Shown;
}

const explain = (claim: Shown, paymentId: string, who = reviewer) =>
  who
    .post(`/api/claims/${claim.id}/explain-payment`)
    .send({ version: claim.version, commandId: randomIds.next(), paymentId });
const lettersTo = async (address: string) => {
  await product.jobs.runDue(['message.send']);
  return product.letters.filter(({ to, subject }) => to === address && /төлем неге|не прошёл/.test(subject));
};

it('shows why the payment of a claim failed, and takes it for no money that could go back', async () => {
  const payment = await attempt();
  const claim = await claimOf(payment.invoiceId, payment.email);
  expect(claim.paymentId).toBeNull();
  expect(claim.paymentCandidates).toMatchObject([
    { paymentId: payment.id, status: 'Declined', declineCause: 'expired', leftMinor: 0 },
  ]);
});

it('links the payment that went through, not the attempt before it', async () => {
  const failed = await attempt();
  const paid = await attempt({ ...failed, status: 'Completed', reasonCode: 0 });
  const claim = await claimOf(failed.invoiceId, failed.email);
  expect(claim.paymentId).toBe(paid.id);
});

it('sends the words that were shown, in the language of the claim, and answers no demand by them', async () => {
  const payment = await attempt();
  const claim = await claimOf(payment.invoiceId, payment.email);
  const preview = await reviewer
    .post(`/api/claims/${claim.id}/letter-preview`)
    .send({ kind: 'payment_failed', paymentId: payment.id });
  const { letters } = preview.body as { letters: { language: string; text: string }[] };

  expect((await explain(claim, payment.id)).status).toBe(200);

  const [letter, ...others] = await lettersTo(payment.email);
  expect(others).toEqual([]);
  expect(letter?.subject).toBe(`№ ${claim.number} жолданым: төлем неге өтпеді`);
  expect(letter?.text).toBe(letters[0]?.text);
  expect(letter?.text).toContain('Картаның жарамдылық мерзімі өткен');
  const after = (await reviewer.get(`/api/claims/${claim.id}`)).body as Shown;
  expect(after.obligations).toMatchObject([{ kind: 'answer_10_days', status: 'running' }]);
  const events = await reviewer.get(`/api/audit-events?filter=${JSON.stringify({ resourceId: claim.id })}`);
  expect(events.body).toContainEqual(expect.objectContaining({ action: 'claim.payment_explained' }));
});

it.each([
  ['of another order', async () => (await attempt()).id],
  ['that nobody knows', () => Promise.resolve('none')],
])('refuses to explain a payment %s', async (_which, other) => {
  const payment = await attempt();
  const claim = await claimOf(payment.invoiceId, payment.email);
  expect((await explain(claim, await other())).status).toBe(422);
  expect(await lettersTo(payment.email)).toEqual([]);
});

it('refuses to explain one that went through, or that somebody of another address tried', async () => {
  const paid = await attempt({ status: 'Completed', reasonCode: 0 });
  const claim = await claimOf(paid.invoiceId, paid.email);
  expect((await explain(claim, paid.id)).status).toBe(422);
  const failed = await attempt();
  const stranger = await claimOf(failed.invoiceId, 'stranger@example.kz');
  expect((await explain(stranger, failed.id)).status).toBe(422);
  expect(await lettersTo('stranger@example.kz')).toEqual([]);
});

it('prints the letter for a customer without mail address, and is not for the auditor', async () => {
  const payment = await attempt();
  const claim = await claimOf(payment.invoiceId, null);
  expect((await explain(claim, payment.id, await product.signIn('auditor'))).status).toBe(403);
  expect((await explain(claim, payment.id)).status).toBe(200);
  const list = await reviewer.get(
    `/api/messages?filter=${JSON.stringify({ claimId: claim.id, kind: 'payment_failed' })}`,
  );
  expect(list.body).toMatchObject([{ state: 'to_print' }]);
});
