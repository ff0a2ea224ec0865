import { openPayoutDesk, type PayoutDesk } from '../../testing/payout-desk';
import { AuditEventEntity } from '../audit';
import { BreachEntity, ObligationEntity } from '../claims';
import { clockRecurring } from '../clocks';
import { makeBreaker } from './breaker';
import { GatewayOutageEntity } from './outage.entity';

let desk: PayoutDesk;
beforeEach(async () => {
  desk = await openPayoutDesk({ webhooks: false });
});
afterEach(() => desk.close());

const outages = () => desk.uow.read((tx) => tx.find(GatewayOutageEntity, { order: { startedAt: 'ASC' } }));
const shownOutages = () => desk.list<{ startedAt: string; endedAt: string | null }>('gateway-outages');
const payouts = async () => (await desk.as('reviewer').get('/api/payouts').expect(200)).body as object;
const waiting = async () =>
  (await desk.as('reviewer').get('/api/payouts/waiting').expect(200)).body as {
    number: string;
    risk: string;
    outcomeCode: string | null;
    amountMinor: number;
    dueOn: string;
  }[];

/** Claims whose money waits, one a payment. */
async function queued(count: number) {
  const claims = [];
  for (let n = 0; n < count; n += 1) {
    const payment = await desk.pay(100 + n);
    claims.push(await desk.approved([{ paymentId: payment.id, amountMinor: 4_000 }]));
  }
  return claims;
}

async function goAway() {
  await desk.gatewayGoesAway();
  await desk.sendDue();
  for (let round = 0; round < 4; round += 1) {
    desk.advanceDesk(11);
    await desk.sendDue();
  }
}

describe('a gateway that is away', () => {
  it('is recorded from the first failure to the first answer, once, and told to everybody', async () => {
    await queued(2);
    const before = desk.clock.now();
    await goAway();
    expect(await payouts()).toMatchObject({ gatewayAway: true, stopped: false });
    const [outage, ...more] = await outages();
    expect(more).toEqual([]);
    expect(outage).toMatchObject({ channel: 'question', endedAt: null, openMark: 'open' });
    expect(outage?.startedAt).toBeGreaterThanOrEqual(before);
    expect(outage?.startedAt).toBeLessThan(before + 60_000);

    await desk.gatewayComesBack();
    await desk.advance(1);
    await desk.probe();
    expect(await payouts()).toMatchObject({ gatewayAway: false, gatewayAwaySince: null });
    const [ended] = await shownOutages();
    expect(Date.parse(ended?.endedAt ?? '')).toBeGreaterThan(Date.parse(ended?.startedAt ?? ''));
    const told = await desk.uow.read((tx) => tx.findBy(AuditEventEntity, { resource: 'payouts' }));
    expect(told.map(({ action }) => action).sort()).toEqual(['payouts.outage_began', 'payouts.outage_ended']);
  });

  it('sends at once what was put off, when the probe finds that it is back', async () => {
    const claims = await queued(3);
    await goAway();
    await desk.gatewayComesBack();
    // Each was put off to a later moment a moment ago.
    await desk.probe();
    await desk.sendDue();
    await desk.poll();
    for (const claim of claims) expect(await desk.showClaim(claim)).toMatchObject({ state: 'resolved' });
  });

  it('ends also when nothing waits any more', async () => {
    const [claim] = await queued(1);
    await goAway();
    await desk.as('manager').post('/api/payouts/stop').send({ reason: 'The bank is away' }).expect(200);
    await desk.gatewayComesBack();
    await desk.advance(1);
    await desk.probe();
    expect(await payouts()).toMatchObject({ gatewayAway: false, stopped: true });
    expect(await desk.refundOf(claim ?? { id: '' })).toMatchObject({ state: 'queued' });
  });

  it('is believed by a process that has just started, which probes and ends it', async () => {
    await queued(3);
    await goAway();
    const fresh = makeBreaker();
    desk.advanceDesk(11);
    await desk.sendDue({ instance: 'desk:2' }, fresh);
    expect(fresh.open).toBe(true);
    expect(await outages()).toHaveLength(1);

    await desk.gatewayComesBack();
    await desk.advance(11);
    await desk.sendDue({ instance: 'desk:2' }, fresh);
    expect(await outages()).toMatchObject([{ openMark: null }]);
    // The first process learns of it and records no second outage.
    await desk.sendDue();
    expect(desk.breaker.open).toBe(false);
    expect(await outages()).toHaveLength(1);
  });

  it('that hangs in every refund fills no desk of unknowns, though its lists answer', async () => {
    await queued(9);
    await desk.arm('G7', 'payments/refund', 20);
    for (let round = 0; round < 6; round += 1) {
      await desk.sendDue();
      await desk.advance(1);
    }
    const states = (await desk.list<{ state: string }>('refunds')).map(({ state }) => state);
    const unknown = states.filter((state) => state === 'unknown').length;
    // A round sends all that are due at the time; then one a minute finds out.
    expect(await payouts()).toMatchObject({ gatewayAway: true });
    expect(await outages()).toMatchObject([{ channel: 'payout' }]);
    const before = unknown;
    await queued(3);
    await desk.sendDue();
    const now = (await desk.list<{ state: string }>('refunds')).map(({ state }) => state);
    expect(now.filter((state) => state === 'unknown').length).toBeLessThanOrEqual(before + 1);
    expect(now.filter((state) => state === 'queued').length).toBeGreaterThanOrEqual(2);
  });
});

describe('refunds that wait', () => {
  it('are listed by date, and say how near they are to missing it', async () => {
    const [first, second] = await queued(2);
    await desk.uow.write((tx) => tx.update(ObligationEntity, { claimId: second?.id }, { open: false }));
    await goAway();
    const rows = await waiting();
    expect(rows).toHaveLength(2);
    expect(rows.map(({ number }) => number).sort()).toEqual([first?.number, second?.number].sort());
    expect(rows.every(({ risk, outcomeCode }) => risk === 'none' && outcomeCode !== null)).toBe(true);
    const dueOn = rows[0]?.dueOn ?? '';
    desk.clock.at = Date.parse(`${dueOn}T09:00:00+05:00`);
    desk.clock.now = () => desk.clock.at;
    expect((await waiting())[0]).toMatchObject({ risk: 'today' });
    desk.clock.at += 24 * 3_600_000;
    expect((await waiting())[0]).toMatchObject({ risk: 'late' });
    for (const user of ['manager', 'auditor', 'admin'])
      await desk.as(user).get('/api/payouts/waiting').expect(200);
  });
});

describe('a term that passes while the gateway is away', () => {
  it('has the outage as its recorded cause', async () => {
    const [claim] = await queued(1);
    await goAway();
    desk.advanceDesk(12 * 24 * 60);
    const [sweep] = clockRecurring({
      ...desk.claimParts,
      longReads: (fn) => desk.uow.read(fn),
      queueDigest: () => Promise.resolve(),
    });
    await sweep?.run(new AbortController().signal);
    const breaches = await desk.uow.read((tx) => tx.findBy(BreachEntity, { claimId: claim?.id }));
    const [outage] = await outages();
    expect(breaches.find(({ kind }) => kind === 'refund_10_days')).toMatchObject({
      cause: 'gateway_down',
      facts: { outage: { from: outage?.startedAt, to: null } },
    });
  });
});
