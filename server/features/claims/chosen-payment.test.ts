import { openProductApp, type Browser, type ProductApp } from '../../testing/product-app';
import { PaymentEntity } from '../payments';

interface Shown {
  id: string;
  version: number;
  paymentId: string | null;
  paymentCandidates: { paymentId: string; reasons: string[]; leftMinor: number }[];
}

let product: ProductApp;
let reviewer: Browser;
beforeAll(async () => {
  product = await openProductApp();
  reviewer = await product.signIn('reviewer');
});
afterAll(() => product.close());

it('shows a payment that a person chose, though no sign points at it', async () => {
  const at = product.clock.now();
  await product.uow.write((tx) =>
    tx.insert(PaymentEntity, {
      id: 'stranger',
      transactionId: 77,
      invoiceId: 'SO-OTHER',
      accountId: null,
      email: 'somebody@example.kz',
      status: 'Completed',
      amountMinor: 900_000,
      refundedMinor: 0,
      currency: 'KZT',
      cardLastFour: '4242',
      cardType: 'Visa',
      issuer: null,
      testMode: false,
      reasonCode: 0,
      createdAt: at,
      seenAt: at,
      version: 1,
    }),
  );
  const made = await reviewer.post('/api/claims').send({
    kind: 'other',
    channel: 'phone',
    language: 'ru',
    customer: { name: 'Алексей Петров', email: null, phone: null },
    currency: 'KZT',
    commandId: 'chosen-1',
  });
  const claim = made.body as Shown;
  expect(claim.paymentCandidates).toEqual([]);

  const changed = await reviewer
    .put(`/api/claims/${claim.id}`)
    .send({ version: claim.version, paymentId: 'stranger' });

  expect((changed.body as Shown).paymentCandidates).toMatchObject([
    { paymentId: 'stranger', reasons: [], leftMinor: 900_000 },
  ]);
});
