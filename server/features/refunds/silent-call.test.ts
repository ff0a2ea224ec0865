import { gate } from '../../testing/gate';
import { openPayoutDesk, type PayoutDesk, until } from '../../testing/payout-desk';
import type { RefundOrder, RefundOutcome } from '../../gateway-port';
import type { PaymentEntity } from '../payments';

let desk: PayoutDesk;
beforeEach(async () => {
  desk = await openPayoutDesk({ webhooks: false });
});
afterEach(() => desk.close());

/** A round of sending in which the gateway keeps silent about one payment's first call until it is told to answer. */
function roundWithSilence(silent: PaymentEntity, stopping?: AbortSignal) {
  const began = gate<null>();
  const answer = gate<RefundOutcome>();
  const { gateway } = desk;
  let calls = 0;
  const refund = (order: RefundOrder) => {
    if (order.transactionId !== silent.transactionId || calls > 0) return gateway.refund(order);
    calls += 1;
    began.open(null);
    return answer.opened;
  };
  const round = desk.sendDue({ gateway: { ...gateway, refund } }, desk.breaker, stopping);
  return { began: began.opened, answer: answer.open, round };
}
const stateOf = async (claim: { id: string }) => (await desk.refundOf(claim)).state;
const partOf = (payment: PaymentEntity, amountMinor: number) =>
  desk.approved([{ paymentId: payment.id, amountMinor }]);

it('a call without an answer holds up nothing that is approved after it', async () => {
  const [silent, other] = [await desk.pay(100), await desk.pay(100)];
  const first = await partOf(silent, 10_000);
  const { began, answer, round } = roundWithSilence(silent);
  await began;

  const later = await partOf(other, 10_000);
  await until(async () => (await stateOf(later)) === 'accepted');
  expect(await stateOf(first)).toBe('sending');

  answer({ kind: 'unknown', why: 'timeout', detail: '' });
  await round;
  expect(await stateOf(first)).toBe('unknown');
});

it('except on its own payment: there the next one waits for its end', async () => {
  const [silent, other] = [await desk.pay(100), await desk.pay(100)];
  const first = await partOf(silent, 4_000);
  const { began, answer, round } = roundWithSilence(silent);
  await began;

  const next = await partOf(silent, 5_000);
  const elsewhere = await partOf(other, 10_000);
  await until(async () => (await stateOf(elsewhere)) === 'accepted');
  expect((await desk.refundOf(next)).attempts).toMatchObject([{ state: 'queued', outcomeCode: null }]);

  answer({ kind: 'accepted', gatewayRefundId: 990_001 });
  await round;
  expect([await stateOf(first), await stateOf(next)]).toEqual(['accepted', 'accepted']);
});

it.each([
  ['four minutes', () => desk.advance(4)],
  [
    'the word that the process must end',
    (stop: AbortController) => {
      stop.abort();
      return Promise.resolve();
    },
  ],
])('after %s the round begins nothing more', async (_, come) => {
  const [silent, other] = [await desk.pay(100), await desk.pay(100)];
  await partOf(silent, 10_000);
  const stop = new AbortController();
  const { began, answer, round } = roundWithSilence(silent, stop.signal);
  await began;
  await come(stop);

  const later = await partOf(other, 10_000);
  answer({ kind: 'accepted', gatewayRefundId: 990_001 });
  await round;
  expect(await stateOf(later)).toBe('queued');
  await desk.sendDue();
  expect(await stateOf(later)).toBe('accepted');
});
