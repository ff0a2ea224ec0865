import { openPayoutDesk, type PayoutDesk } from '../../testing/payout-desk';

let desk: PayoutDesk;
beforeEach(async () => {
  desk = await openPayoutDesk({ webhooks: false });
});
afterEach(() => desk.close());

async function approvedOf(tenge: number) {
  const payment = await desk.pay(tenge);
  const claim = await desk.approved([{ paymentId: payment.id, amountMinor: tenge * 100 }]);
  return { payment, claim };
}
const exceptions = () => desk.uow.read((tx) => tx.query<{ kind: string }[]>('SELECT kind FROM exceptions'));
const cap = (perRefund: number, perDay: number, until = '2026-11-30') => {
  desk.settings['payoutCap.until'] = until;
  desk.settings['payoutCap.perRefundTenge'] = perRefund;
  desk.settings['payoutCap.perDayTenge'] = perDay;
};

it('keeps a refund above the cap queued, with the reason and one exception, and sends the others', async () => {
  cap(500, 0);
  const large = await approvedOf(501);
  const small = await approvedOf(500);
  await desk.sendDue();
  expect(desk.moved(small.payment)).toMatchObject([{ amount: 500 }]);
  expect(await desk.refundOf(large.claim)).toMatchObject({
    state: 'queued',
    attempts: [{ outcomeCode: 'cap_per_refund', sends: 0, firstSentAt: null }],
  });
  await desk.advance(11);
  await desk.sendDue();
  expect(await exceptions()).toEqual([{ kind: 'held_by_cap' }]);
  const [row] = (await desk.as('reviewer').get('/api/payouts/waiting').expect(200)).body as object[];
  expect(row).toMatchObject({ outcomeCode: 'cap_per_refund', amountMinor: 50_100 });
  expect((await desk.as('reviewer').get('/api/payouts').expect(200)).body).toMatchObject({
    cap: { until: '2026-11-30', perRefundMinor: 50_000, perDayMinor: 0 },
  });

  cap(600, 0);
  await desk.advance(11);
  await desk.sendDue();
  expect(desk.moved(large.payment)).toMatchObject([{ amount: 501 }]);
});

it('lets no more leave in a day, also with two processes at once; the rest goes the next day', async () => {
  cap(0, 1_000);
  const all: Awaited<ReturnType<typeof approvedOf>>[] = [];
  for (let n = 0; n < 4; n += 1) all.push(await approvedOf(400));
  await Promise.all([desk.sendDue(), desk.sendDue({ instance: 'desk:2' })]);
  await desk.sendDue();
  const moved = () => all.flatMap(({ payment }) => desk.moved(payment)).length;
  expect(moved()).toBe(2);
  expect((await exceptions()).map(({ kind }) => kind)).toEqual(['held_by_cap', 'held_by_cap']);
  await desk.advance(24 * 60);
  await desk.sendDue();
  expect(moved()).toBe(4);
});

it('counts what may have left: an unknown refund fills the day, a refused one does not', async () => {
  cap(0, 500);
  const lost = await approvedOf(400);
  await desk.arm('G2');
  await desk.sendDue();
  const next = await approvedOf(300);
  await desk.arm('G7');
  await desk.sendDue();
  expect([(await desk.refundOf(lost.claim)).state, (await desk.refundOf(next.claim)).state]).toEqual([
    'refused',
    'unknown',
  ]);
  const third = await approvedOf(300);
  await desk.sendDue();
  expect(await desk.refundOf(third.claim)).toMatchObject({
    state: 'queued',
    attempts: [{ outcomeCode: 'cap_per_day' }],
  });
});

it('is over after its last day, and none stands by default', async () => {
  cap(100, 100, '2026-11-22');
  const { payment } = await approvedOf(900);
  await desk.sendDue();
  expect(desk.moved(payment)).toHaveLength(1);
  expect((await desk.as('reviewer').get('/api/payouts').expect(200)).body).toMatchObject({ cap: null });
});
