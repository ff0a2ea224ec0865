import { type DeskApp, openDeskApp } from '../../testing/desk-app';
import { payOrder } from '../../testing/pay-order';
import { RefundAttemptEntity, RefundEntity } from '../refunds';

interface Shown {
  id: string;
  version: number;
  checklist: { code: string; required: boolean; ok: boolean | null }[];
  proposal: { hash: string } | null;
  lines: { id: string }[];
  verdict: { reasons: { code: string }[] };
}

let desk: DeskApp;
let counter = 0;
beforeAll(async () => {
  desk = await openDeskApp();
});
afterAll(() => desk.close());
const command = () => `l-${(counter += 1)}`;
const verb = (user: string, claim: Shown, name: string, own: object = {}) =>
  desk
    .as(user)
    .post(`/api/claims/${claim.id}/${name}`)
    .send({ version: claim.version, commandId: command(), ...own });

/** An order of a cup and a teapot. */
async function order(): Promise<string> {
  const number = `SO-${(counter += 1)}`;
  const lines = [
    { title: 'Кесе', quantity: 1, unitMinor: 400_000 },
    { title: 'Шәйнек', quantity: 1, unitMinor: 600_000 },
  ];
  const facts = { customerName: 'Айгүл', currency: 'KZT', placedAt: '2026-11-18T10:00:00+05:00' };
  await desk
    .as('reviewer')
    .post('/api/orders')
    .send({ number, ...facts, discountMinor: 0, deliveryFeeMinor: 0, lines })
    .expect(201);
  return number;
}

const pay = (number: string, amountMinor = 1_000_000) => payOrder(desk, number, amountMinor);

/** A claim for the whole order with every required check answered. */
async function claimFor(orderNumber: string): Promise<Shown> {
  const answer = await desk
    .as('reviewer')
    .post('/api/claims')
    .send({
      kind: 'refusal_before_handover',
      channel: 'phone',
      language: 'kk',
      customer: { name: 'Айгүл', email: `aigul${(counter += 1)}@example.kz`, phone: null },
      orderNumber,
      requestedMinor: null,
      currency: 'KZT',
      commandId: command(),
    })
    .expect(201);
  let claim = answer.body as Shown;
  for (const { code } of claim.checklist.filter(({ required, ok }) => required && ok !== true)) {
    claim = (await verb('reviewer', claim, 'check', { item: code, ok: true }).expect(200)).body as Shown;
  }
  return claim;
}
const [CUP, TEAPOT] = [0, 1];
const propose = (claim: Shown, paymentId: string, index: number, amountMinor: number) =>
  verb('reviewer', claim, 'propose', {
    outcome: 'refund',
    refunds: [{ paymentId, amountMinor, lines: [claim.lines[index]?.id] }],
    reasonCode: 'other',
  });
const approve = (claim: Shown) => verb('manager', claim, 'approve', { proposalHash: claim.proposal?.hash });

it('gives the money of a line back once, whichever claim asks for it', async () => {
  const number = await order();
  const paymentId = await pay(number);
  const [one, two] = [await claimFor(number), await claimFor(number)];
  const teapot = (await propose(one, paymentId, TEAPOT, 600_000).expect(200)).body as Shown;
  const again = (await propose(two, paymentId, TEAPOT, 600_000).expect(200)).body as Shown;
  await approve(teapot).expect(200);
  const refused = await approve(again).expect(409);
  expect(refused.body).toMatchObject({ type: '/problems/over-refund', leftMinor: 0 });

  const back = (await verb('manager', again, 'return', { reason: 'Екінші рет' }).expect(200)).body as Shown;
  await propose(back, paymentId, TEAPOT, 1).expect(409);
  const cup = (await propose(back, paymentId, CUP, 400_000).expect(200)).body as Shown;
  expect(cup.verdict.reasons.map(({ code }) => code)).toContain('line_refunded_before');
  await approve(cup).expect(200);
});

it('gives it back once also when two claims are approved in the same moment', async () => {
  const number = await order();
  const paymentId = await pay(number);
  // Twice the cup would still fit into the payment: only the line itself forbids it.
  const proposed = await Promise.all(
    [await claimFor(number), await claimFor(number)].map(
      async (claim) => (await propose(claim, paymentId, CUP, 400_000).expect(200)).body as Shown,
    ),
  );
  const answers = await Promise.all(proposed.map((claim) => approve(claim)));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
});

it('lets a line be asked for again when its refund has certainly failed', async () => {
  const number = await order();
  const paymentId = await pay(number);
  const [one, two] = [await claimFor(number), await claimFor(number)];
  await approve((await propose(one, paymentId, TEAPOT, 600_000).expect(200)).body as Shown).expect(200);
  await propose(two, paymentId, TEAPOT, 600_000).expect(409);
  await desk.uow.write(async (tx) => {
    const refund = await tx.findOneByOrFail(RefundEntity, { claimId: one.id });
    await tx.update(RefundEntity, { id: refund.id }, { state: 'refused' });
    await tx.update(RefundAttemptEntity, { refundId: refund.id }, { state: 'refused' });
  });
  await propose(two, paymentId, TEAPOT, 600_000).expect(200);
});

it('proposes no money of a payment that paid another order', async () => {
  const number = await order();
  await pay(number);
  const elsewhere = await order();
  const foreign = await propose(await claimFor(number), await pay(elsewhere), CUP, 100).expect(422);
  expect(JSON.stringify(foreign.body)).toContain(elsewhere);
});
