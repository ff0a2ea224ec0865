import type { UnitOfWork } from '../../adapters/db/unit-of-work';
import { randomIds } from '../../adapters/ids/random-ids';
import { GatewayUnavailable } from '../../gateway-port';
import { gate } from '../../testing/gate';
import { openPayoutDesk, type PayoutDesk } from '../../testing/payout-desk';
import type { PaymentEntity } from '../payments';
import { makeBreaker } from './breaker';
import { forgetDeadLeases } from './recurring';
import { RefundAttemptEntity } from './refund.entity';

let desk: PayoutDesk;
let payment: PaymentEntity;
let claim: { id: string };
beforeEach(async () => {
  desk = await openPayoutDesk({ webhooks: false });
  payment = await desk.pay(100);
  claim = await desk.approved([{ paymentId: payment.id, amountMinor: 4_000 }]);
});
afterEach(() => desk.close());

const state = async () => (await desk.refundOf(claim)).state;
const lists = () =>
  desk.box.sandbox.log().filter(({ kind, method }) => kind === 'call' && method === 'v2/payments/list')
    .length;
/** A worker that dies in its call: the request never leaves, nothing is recorded. */
const dyingWorker = (instance = 'desk:1') =>
  expect(
    desk.sendDue({
      instance,
      gateway: { ...desk.gateway, refund: () => Promise.reject(new Error('killed')) },
    }),
  ).rejects.toThrow('killed');

describe('quiet time', () => {
  it('asks nothing for ten minutes, because the gateway may still be working', async () => {
    await desk.arm('G9:300');
    await desk.sendDue();
    const before = lists();
    for (const minutes of [1, 4, 4.9]) {
      await desk.advance(minutes);
      await desk.resolveDue();
    }
    expect(lists()).toBe(before);
    expect(await state()).toBe('unknown');
    await desk.advance(0.2);
    await desk.resolveDue();
    expect(await state()).toBe('settled');
    expect(desk.calls(payment)).toHaveLength(1);
  });

  it('counts from the last sending, so a repeat has its own ten minutes', async () => {
    await desk.arm('G7', 'payments/refund', 2);
    await desk.sendDue();
    await desk.advance(10);
    await desk.resolveDue();
    expect(desk.calls(payment)).toHaveLength(2);
    await desk.advance(9);
    await desk.resolveDue();
    expect(desk.calls(payment)).toHaveLength(2);
    await desk.advance(1);
    await desk.resolveDue();
    expect(desk.calls(payment)).toHaveLength(3);
    expect(desk.moved(payment)).toHaveLength(1);
  });
});

describe('the window of the key', () => {
  it('repeats under the same key until 50 minutes after the first sending, then asks a person', async () => {
    await desk.arm('G5', 'payments/refund', 100);
    await desk.sendDue();
    for (let round = 0; round < 8; round += 1) {
      await desk.advance(10);
      await desk.resolveDue();
      await desk.sendDue();
    }
    const calls = desk.calls(payment);
    expect(await state()).toBe('manual');
    expect(new Set(calls.map(({ requestId }) => requestId)).size).toBe(1);
    const span = Date.parse(calls.at(-1)?.at ?? '') - Date.parse(calls[0]?.at ?? '');
    expect(calls.length).toBeGreaterThan(3);
    expect(span).toBeLessThanOrEqual(50 * 60_000);
  });

  it('is kept under a list that lags: the gateway answers the repeat with the first refund', async () => {
    await desk.arm('G8');
    await desk.sendDue();
    await desk.advance(10);
    await desk.arm('G13:90', 'v2/payments/list', 2);
    await desk.resolveDue();
    const [money, ...more] = desk.moved(payment);
    expect(more).toEqual([]);
    expect(await desk.refundOf(claim)).toMatchObject({
      state: 'accepted',
      gatewayRefundId: money?.transactionId,
      attempts: [{ sends: 2 }],
    });
  });

  it('finds what a lagging list shows after the window, without a person', async () => {
    await desk.arm('G8');
    await desk.sendDue();
    await desk.arm('G13:90', 'v2/payments/list', 100);
    await desk.advance(51);
    await desk.resolveDue();
    expect(await state()).toBe('manual');
    await desk.box.control('DELETE', 'faults');
    await desk.advance(40);
    await desk.resolveDue();
    expect(await state()).toBe('settled');
    expect(desk.moved(payment)).toHaveLength(1);
  });
});

describe('a repeat that was not executed', () => {
  it.each(['G3', 'G4'])('(%s) stays unknown, because the first call may have been', async (fault) => {
    await desk.arm('G8');
    await desk.sendDue();
    await desk.advance(10);
    await desk.arm('G13:90', 'v2/payments/list', 1);
    await desk.arm(fault);
    await desk.resolveDue();
    const refund = await desk.refundOf(claim);
    expect(refund).toMatchObject({ state: 'unknown', attempts: [{ sends: 2 }] });
    const firstCall = desk.calls(payment)[0]?.at ?? '';
    expect(Date.parse(refund.attempts[0]?.firstSentAt ?? '')).toBeLessThanOrEqual(Date.parse(firstCall));
    await desk.advance(10);
    await desk.resolveDue();
    expect(await state()).toBe('settled');
    expect(desk.moved(payment)).toHaveLength(1);
  });
});

describe('a worker that died', () => {
  it('in its call leaves an unknown outcome when its lease ends, not before', async () => {
    await dyingWorker();
    await desk.resolveDue();
    expect(await state()).toBe('sending');
    await desk.advance(6);
    await desk.resolveDue();
    expect(await state()).toBe('unknown');
    await desk.advance(4);
    await desk.resolveDue();
    expect(desk.moved(payment)).toHaveLength(1);
  });

  it('is forgotten at once when its own process starts again, and only its own', async () => {
    await dyingWorker();
    await forgetDeadLeases({ ...desk.refundParts, instance: 'other:1' }, false);
    expect(await state()).toBe('sending');
    await forgetDeadLeases(desk.refundParts, false);
    expect(await desk.refundOf(claim)).toMatchObject({
      state: 'unknown',
      attempts: [{ outcomeCode: 'restart' }],
    });
  });

  it('whatever its name is forgotten by a process that knows itself alone', async () => {
    await dyingWorker('other:1');
    await forgetDeadLeases(desk.refundParts, true);
    expect(await state()).toBe('unknown');
  });

  /** A worker that is stopped in its look-up, for ever or until it is let go. */
  async function lookingWorker() {
    const look = gate<null>();
    const began = gate<null>();
    const getPayment = async (transactionId: number) => {
      began.open(null);
      await look.opened;
      return desk.gateway.getPayment(transactionId);
    };
    const round = desk.sendDue({ gateway: { ...desk.gateway, getPayment }, instance: 'other:1' });
    await began.opened;
    return { round, wake: () => look.open(null) };
  }

  it('before its call leaves the attempt for another when its lease ends', async () => {
    await lookingWorker();
    await desk.sendDue();
    expect(desk.calls(payment)).toEqual([]);
    await desk.advance(2);
    await desk.sendDue();
    expect(desk.moved(payment)).toHaveLength(1);
  });

  it('before its call leaves the attempt to a start at once; should it wake, it sends nothing', async () => {
    const { round, wake } = await lookingWorker();
    await forgetDeadLeases(desk.refundParts, true);
    await desk.sendDue();
    expect(desk.moved(payment)).toHaveLength(1);
    wake();
    await round;
    expect(desk.calls(payment)).toHaveLength(1);
  });
});

describe('a worker that wakes after its lease', () => {
  it('records nothing over what another has found out', async () => {
    let wake = (): void => undefined;
    const asleep = new Promise<void>((resolve) => (wake = resolve));
    const zombie = desk.sendDue(
      {
        instance: 'other:1',
        gateway: {
          ...desk.gateway,
          refund: async () => {
            await asleep;
            return { kind: 'refused', text: 'an answer to nothing', code: null };
          },
        },
      },
      makeBreaker(),
    );
    while ((await state()) !== 'sending') await new Promise(setImmediate);
    await desk.advance(6);
    await desk.resolveDue();
    await desk.advance(4);
    await desk.resolveDue();
    expect(await state()).toBe('accepted');
    wake();
    await zombie;
    expect(await state()).toBe('accepted');
    expect(desk.moved(payment)).toHaveLength(1);
  });

  it('sends nothing any more: its key may have been forgotten', async () => {
    const { uow } = desk;
    let slept = false;
    // Stopped between the commit of "sending" and the call, as SIGSTOP would.
    const sleepy: UnitOfWork = {
      write: (fn) => uow.write(fn),
      read: async (fn) => {
        if (!slept && (await state()) === 'sending') {
          slept = true;
          await desk.advance(7);
        }
        return uow.read(fn);
      },
    };
    await desk.sendDue({ uow: sleepy });
    expect(slept).toBe(true);
    expect(desk.calls(payment)).toEqual([]);
    await desk.advance(4);
    await desk.resolveDue();
    expect(await desk.refundOf(claim)).toMatchObject({ state: 'accepted', attempts: [{ sends: 2 }] });
    expect(desk.moved(payment)).toHaveLength(1);
  });
});

describe('a round over several open ends', () => {
  let second: { id: string };
  beforeEach(async () => {
    const other = await desk.pay(50);
    second = await desk.approved([{ paymentId: other.id, amountMinor: 5_000 }]);
    await desk.arm('G8', 'payments/refund', 2);
    await desk.sendDue();
    await desk.advance(10);
  });

  it('goes on with the next when the gateway says nothing clear of one', async () => {
    await desk.arm('G11:html', 'v2/payments/list');
    await desk.resolveDue();
    const states = [await state(), (await desk.refundOf(second)).state];
    expect(states.sort()).toEqual(['settled', 'unknown']);
  });

  it('ends while the gateway does not answer at all, instead of waiting for each', async () => {
    const before = lists();
    await desk.arm('G7', 'v2/payments/list', 10);
    await desk.resolveDue();
    expect(lists()).toBe(before + 1);
  });
});

describe('each open end has its turn', () => {
  it('though the look-up of another never ends well', async () => {
    const other = await desk.pay(50);
    await desk.arm('G8');
    await desk.sendDue();
    await desk.advance(6);
    const later = await desk.approved([{ paymentId: other.id, amountMinor: 5_000 }]);
    await desk.arm('G8');
    await desk.sendDue();
    await desk.advance(11);
    const [bad] = await desk.attemptsOf((await desk.refundOf(claim)).id);
    const listOperations = (from: number, to: number) => {
      if (from > (bad?.firstSentAt ?? 0)) return desk.gateway.listOperations(from, to);
      return Promise.reject(new GatewayUnavailable('timeout', 'always'));
    };
    const round = () => desk.resolveDue({ gateway: { ...desk.gateway, listOperations } });
    await round();
    expect((await desk.refundOf(later)).state).toBe('unknown');
    await round();
    expect((await desk.refundOf(later)).state).toBe('settled');
  });

  it('though more are open than one round can look at', async () => {
    await desk.arm('G8');
    await desk.sendDue();
    await desk.advance(11);
    const [newest] = await desk.attemptsOf((await desk.refundOf(claim)).id);
    if (!newest) throw new Error('No attempt');
    const older = Array.from({ length: 200 }, (_, n) => ({
      ...newest,
      id: randomIds.next(),
      number: n + 2,
      state: 'manual' as const,
      updatedAt: 0,
      notBefore: 0,
    }));
    await desk.uow.write((tx) => tx.insert(RefundAttemptEntity, older));
    let looks = 0;
    const listOperations = (from: number, to: number) => {
      looks += 1;
      return looks > older.length ? desk.gateway.listOperations(from, to) : Promise.resolve([]);
    };
    const round = () => desk.resolveDue({ gateway: { ...desk.gateway, listOperations } });
    await round();
    expect([looks, await state()]).toEqual([older.length, 'unknown']);
    await round();
    expect([looks, await state()]).toEqual([older.length + 1, 'settled']);
  });
});

describe('a clock that was two hours ahead for a moment', () => {
  const putOff = () =>
    desk.uow.write((tx) =>
      tx.update(
        RefundAttemptEntity,
        { paymentId: payment.id },
        { notBefore: desk.clock.now() + 120 * 60_000 },
      ),
    );

  it('holds up no payout', async () => {
    await putOff();
    await desk.sendDue();
    expect(desk.moved(payment)).toHaveLength(1);
  });

  it('holds up no look-up', async () => {
    await desk.arm('G8');
    await desk.sendDue();
    await desk.advance(11);
    await putOff();
    await desk.resolveDue();
    expect(await state()).toBe('settled');
  });
});
