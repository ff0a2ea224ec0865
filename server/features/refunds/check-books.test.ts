import type { BookRule } from '../../domain/payment-books';
import { openPayoutDesk, type PayoutDesk } from '../../testing/payout-desk';
import type { PaymentEntity } from '../payments';
import { checkAllBooks } from './check-books';
import { LedgerEntryEntity, RefundAttemptEntity, RefundEntity } from './refund.entity';

let desk: PayoutDesk;
let payment: PaymentEntity;
/** A refund that went, and one on the same payment that waits in the queue. */
let gone: { id: string };
let waiting: { id: string };
beforeEach(async () => {
  desk = await openPayoutDesk({ webhooks: false });
  payment = await desk.pay(100);
  gone = await desk.approved([{ paymentId: payment.id, amountMinor: 4_000 }]);
  await desk.sendDue();
  waiting = await desk.approved([{ paymentId: payment.id, amountMinor: 5_000 }]);
});
afterEach(() => desk.close());

/** Writes into the rows of the refund that went what no program of ours writes. */
const BY_HAND: [BookRule, (ids: { refundId: string }) => Promise<unknown>][] = [
  [
    'beyond_paid',
    ({ refundId }) =>
      desk.uow.write((tx) => tx.update(RefundAttemptEntity, { refundId }, { amountMinor: 10_001 })),
  ],
  [
    'two_in_doubt',
    ({ refundId }) =>
      desk.uow.write(async (tx) => {
        const doubtful = { state: 'unknown' as const, sends: 1, firstSentAt: 1 };
        const first = await tx.findOneByOrFail(RefundAttemptEntity, { refundId });
        await tx.update(RefundAttemptEntity, { refundId }, doubtful);
        const copy = { ...first, ...doubtful, id: `${first.id.slice(0, -2)}zz`, number: 2 };
        await tx.insert(RefundAttemptEntity, copy);
      }),
  ],
  [
    'paid_twice',
    ({ refundId }) =>
      desk.uow.write(async (tx) => {
        const first = await tx.findOneByOrFail(RefundAttemptEntity, { refundId });
        await tx.insert(RefundAttemptEntity, { ...first, id: `${first.id.slice(0, -2)}zz`, number: 2 });
      }),
  ],
  [
    'sums_differ',
    ({ refundId }) =>
      desk.uow.write((tx) => tx.update(LedgerEntryEntity, { refundId }, { amountMinor: 3_999 })),
  ],
  [
    'states_differ',
    ({ refundId }) => desk.uow.write((tx) => tx.update(RefundEntity, { id: refundId }, { state: 'settled' })),
  ],
  ['ledger_differs', ({ refundId }) => desk.uow.write((tx) => tx.delete(LedgerEntryEntity, { refundId }))],
  [
    'sent_without_time',
    ({ refundId }) =>
      desk.uow.write((tx) =>
        tx.update(RefundAttemptEntity, { refundId }, { state: 'manual', firstSentAt: null }),
      ),
  ],
];

const alarms = () => desk.list<{ kind: string; paymentId: string; details: { rules: string } }>('exceptions');
const stop = async () => (await desk.as('manager').get('/api/payouts')).body as object;

describe.each(BY_HAND)('a row that says %s', (rule, breakRow) => {
  beforeEach(async () => {
    await breakRow({ refundId: (await desk.refundOf(gone)).id });
  });

  it('stops the payout that would be sent beside it, and all others, with an alarm', async () => {
    await desk.sendDue();
    expect(await desk.refundOf(waiting)).toMatchObject({ state: 'queued', attempts: [{ sends: 0 }] });
    expect(desk.moved(payment)).toHaveLength(1);
    expect(await stop()).toMatchObject({ stopped: true, reason: 'books_do_not_agree', byId: null });
    const [alarm] = await alarms();
    expect(alarm).toMatchObject({ kind: 'books_broken', paymentId: payment.id });
    expect(alarm?.details.rules.split(',')).toContain(rule);
  });

  it('is found by the round over all payments though nothing is to be sent', async () => {
    await checkAllBooks(desk.refundParts);
    expect(await stop()).toMatchObject({ stopped: true, reason: 'books_do_not_agree' });
    await checkAllBooks(desk.refundParts);
    expect(await alarms()).toHaveLength(1);
  });
});

it('sound books stop nothing, whatever has become of the refunds', async () => {
  await desk.arm('G2');
  await desk.sendDue();
  const unknown = await desk.approved([{ paymentId: payment.id, amountMinor: 1_000 }]);
  await desk.arm('G8');
  await desk.sendDue();
  expect((await desk.refundOf(unknown)).state).toBe('unknown');
  await desk.poll();
  await checkAllBooks(desk.refundParts);
  expect(await stop()).toMatchObject({ stopped: false });
  expect(await alarms()).toEqual([]);
});

it('a repeat under the same key is not sent on broken books', async () => {
  await desk.arm('G7');
  await desk.sendDue();
  await desk.uow.write(async (tx) =>
    tx.delete(LedgerEntryEntity, { refundId: (await desk.refundOf(gone)).id }),
  );
  await desk.advance(11);
  await desk.resolveDue();
  expect(await desk.refundOf(waiting)).toMatchObject({ state: 'unknown', attempts: [{ sends: 1 }] });
  expect(desk.calls(payment)).toHaveLength(2);
  expect(await stop()).toMatchObject({ stopped: true, reason: 'books_do_not_agree' });
});
