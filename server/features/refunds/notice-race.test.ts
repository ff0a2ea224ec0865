import { EventEmitter, once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Tx } from '../../adapters/db/unit-of-work';
import { openPayoutDesk, type PayoutDesk } from '../../testing/payout-desk';
import { bindRefund } from './bind-refund';
import { applyMove } from './move-attempt';
import { RefundAttemptEntity } from './refund.entity';

let desk: PayoutDesk;
beforeEach(async () => {
  desk = await openPayoutDesk({ webhooks: false });
});
afterEach(() => desk.close());

/** One attempt whose call is under way, as another process would see it. */
async function sending() {
  const payment = await desk.pay(100);
  const claim = await desk.approved([{ paymentId: payment.id, amountMinor: 4_000 }]);
  const at = desk.clock.now();
  const attempt = await desk.uow.write(async (tx) => {
    const queued = await tx.findOneByOrFail(RefundAttemptEntity, { paymentId: payment.id });
    return applyMove(tx, desk.refundParts, queued, 'send', { firstSentAt: at, lastSentAt: at, sends: 1 });
  });
  if (!attempt) throw new Error('Nothing was queued');
  const seen = {
    gatewayRefundId: 990_001,
    paymentTransactionId: payment.transactionId,
    amountMinor: 4_000,
    intent: attempt.id,
    rrn: '123456789012',
    at,
    shownBy: 'notification' as const,
  };
  return { claim, attempt, tell: () => desk.uow.write((tx) => bindRefund(tx, desk.refundParts, seen)) };
}

/** Runs `second` against a transaction of `first` that has written and is not committed yet. */
async function overlapping<T>(first: (tx: Tx) => Promise<unknown>, second: () => Promise<T>): Promise<T> {
  const gate = new EventEmitter();
  const wrote = once(gate, 'wrote');
  const commit = once(gate, 'commit');
  const one = desk.uow.write(async (tx) => {
    await first(tx);
    gate.emit('wrote');
    await commit;
  });
  await wrote;
  const two = second();
  // As far as it comes beside the open one: to the lock on PostgreSQL, into the queue on SQLite.
  await Promise.race([two, sleep(250)]);
  gate.emit('commit');
  await one;
  return two;
}

it('news of a refund are not lost while its lost answer is being written down', async () => {
  const { claim, attempt, tell } = await sending();
  const result = await overlapping((tx) => applyMove(tx, desk.refundParts, attempt, 'lose'), tell);
  expect(result).toBe('bound');
  expect(await desk.refundOf(claim)).toMatchObject({ state: 'settled', gatewayRefundId: 990_001 });
});

it('news of a refund are not lost while its accepted answer is being written down', async () => {
  const { claim, attempt, tell } = await sending();
  const accept = { gatewayRefundId: 990_001, outcomeCode: 'accepted' };
  const result = await overlapping((tx) => applyMove(tx, desk.refundParts, attempt, 'accept', accept), tell);
  expect(result).toBe('bound');
  expect(await desk.refundOf(claim)).toMatchObject({ state: 'settled', gatewayRefundId: 990_001 });
});
