import { openPayoutDesk, type PayoutDesk, until } from '../../testing/payout-desk';
import type { PaymentEntity } from '../payments';

let desk: PayoutDesk;
let payment: PaymentEntity;
let claim: { id: string };
beforeEach(async () => {
  desk = await openPayoutDesk();
  payment = await desk.pay(100);
  claim = await desk.approved([{ paymentId: payment.id, amountMinor: 4_000 }]);
});
afterEach(() => desk.close());

async function refused() {
  await desk.arm('G2');
  await desk.sendDue();
  return desk.showClaim(claim);
}
const retry = (
  user: string,
  shown: Awaited<ReturnType<typeof refused>>,
  status = 200,
  hash = shown.proposal?.hash,
) => desk.verb(user, shown, 'retry-payout', { proposalHash: hash }, status);

it('goes out again under the same approval, with a new key, and settles', async () => {
  const back = await refused();
  expect(back).toMatchObject({ state: 'in_review', refunds: [{ state: 'refused' }] });
  expect(await retry('manager2', back)).toMatchObject({ state: 'in_payout', payoutFailure: null });
  await desk.sendDue();
  const refund = await until(async () => {
    const row = await desk.refundOf(claim);
    return row.state === 'settled' && row;
  });
  expect(refund).toMatchObject({ refusedText: null, attempts: [{ state: 'refused' }, { state: 'settled' }] });
  const keys = desk.calls(payment).map(({ requestId }) => requestId);
  expect(keys).toEqual(refund.attempts.map(({ id }) => id));
  expect(desk.moved(payment)).toHaveLength(1);
});

it('sends again only what failed of an approval over two payments', async () => {
  await desk.verb('manager', await refused(), 'withdraw', { reason: 'Done otherwise' });
  const [first, second] = [await desk.pay(80), await desk.pay(45)];
  claim = await desk.approved([
    { paymentId: first.id, amountMinor: 8_000 },
    { paymentId: second.id, amountMinor: 4_500 },
  ]);
  await desk.arm('G2');
  await desk.sendDue();
  const back = await until(async () => {
    const shown = await desk.showClaim(claim);
    return shown.state === 'in_review' && shown;
  });
  await retry('manager', back);
  await desk.sendDue();
  await until(async () => (await desk.showClaim(claim)).state === 'resolved');
  expect([...desk.moved(first), ...desk.moved(second)].map(({ amount }) => amount)).toEqual([80, 45]);
});

it('is not for the proposer, a reviewer, another hash or a claim that was edited', async () => {
  const back = await refused();
  await retry('reviewer', back, 403);
  await retry('manager', back, 409, 'f'.repeat(64));
  const { version } = back;
  const edited = await desk
    .as('reviewer')
    .put(`/api/claims/${claim.id}`)
    .send({ version, requestedMinor: 100 });
  expect(edited.status).toBe(200);
  await retry('manager', edited.body as typeof back, 409, back.proposal?.hash);
  await desk.sendDue();
  expect(desk.moved(payment)).toEqual([]);
});

it('is refused while money is on its way and after it has arrived', async () => {
  await retry('manager', await desk.showClaim(claim), 409);
  await desk.sendDue();
  await until(async () => (await desk.showClaim(claim)).state === 'resolved');
  await retry('manager', await desk.showClaim(claim), 409);
  expect(desk.moved(payment)).toHaveLength(1);
});

it('makes one new attempt of two clicks at once', async () => {
  const back = await refused();
  const body = { version: back.version, commandId: 'again', proposalHash: back.proposal?.hash };
  const click = () => desk.as('manager').post(`/api/claims/${claim.id}/retry-payout`).send(body);
  const answers = await Promise.all([click(), click()]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  await desk.sendDue();
  expect(desk.calls(payment)).toHaveLength(2);
});

it('is refused when less is left by now', async () => {
  const back = await refused();
  const other = await desk.approved([{ paymentId: payment.id, amountMinor: 7_000 }]);
  await retry('manager', back, 409);
  await desk.sendDue();
  await until(async () => (await desk.showClaim(other)).state === 'resolved');
  expect(desk.moved(payment).map(({ amount }) => amount)).toEqual([70]);
});

it('is stopped when the first attempt was executed after all, although the gateway had refused it', async () => {
  const back = await refused();
  // The refusal was a lie: the refund appears later, with the mark of the first attempt.
  const [intent] = (await desk.refundOf(claim)).attempts.map(({ id }) => id);
  await desk.box.call('payments/refund', {
    TransactionId: payment.transactionId,
    Amount: 40,
    JsonData: { intent },
  });
  await until(async () => (await desk.list('exceptions', { kind: 'only_at_gateway' }))[0]);
  await retry('manager', back, 409);
  await desk.advance(20);
  await desk.sendDue();
  expect(desk.moved(payment)).toHaveLength(1);
});

it('is stopped before sending when that is seen only then', async () => {
  await desk.close();
  desk = await openPayoutDesk({ webhooks: false });
  payment = await desk.pay(100);
  claim = await desk.approved([{ paymentId: payment.id, amountMinor: 4_000 }]);
  const back = await refused();
  const [intent] = (await desk.refundOf(claim)).attempts.map(({ id }) => id);
  await desk.box.call('payments/refund', {
    TransactionId: payment.transactionId,
    Amount: 40,
    JsonData: { intent },
  });
  await retry('manager', back);
  await desk.sendDue();
  expect(await desk.refundOf(claim)).toMatchObject({
    state: 'not_sent',
    attempts: [{ state: 'refused' }, { state: 'not_sent', outcomeCode: 'earlier_attempt_executed' }],
  });
  expect(desk.moved(payment)).toHaveLength(1);
});
