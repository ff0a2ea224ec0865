import { startTestSandbox } from './testing';

let box: Awaited<ReturnType<typeof startTestSandbox>>;
let payment: number;
beforeEach(async () => {
  box = await startTestSandbox();
  payment = await box.pay(100);
});
afterEach(() => box.sandbox.close());

const refund = (key = 'k', amount = 10) =>
  box.call('payments/refund', { TransactionId: payment, Amount: amount }, key);
const arm = (fault: string, times = 1, method = 'payments/refund') =>
  box.control('POST', 'faults', { method, fault, times });
const refunds = () => box.sandbox.log().filter(({ kind }) => kind === 'refund').length;

it.each([
  ['G2', 200, 0],
  ['G3', 429, 0],
  ['G4', 401, 0],
  ['G5', 500, 0],
  ['G6', 500, 1],
  ['G11:cut', 200, 1],
  ['G11:html', 200, 1],
  ['G12', 200, 1],
])('%s answers %d and leaves %d refunds; the log names it', async (fault, status, executed) => {
  await arm(fault);
  const reply = await refund();
  expect(reply.status).toBe(status);
  expect(refunds()).toBe(executed);
  expect(
    box.sandbox
      .log()
      .filter((entry) => entry.kind === 'call')
      .at(-1),
  ).toMatchObject({ fault });
});

it('G6 executed: the same key then gets the result, and no second refund', async () => {
  await arm('G6');
  await refund();
  expect((await refund()).body).toMatchObject({
    Success: true,
    Model: { TransactionId: expect.any(Number) as number },
  });
  expect(refunds()).toBe(1);
});

it.each([
  ['G7', 0],
  ['G8', 1],
])('%s never answers and leaves %d refunds', async (fault, executed) => {
  await arm(fault);
  const waited = await Promise.race([
    refund().catch(() => 'cut'),
    new Promise((end) => setTimeout(end, 150, 'silence')),
  ]);
  expect(waited).toBe('silence');
  expect(refunds()).toBe(executed);
});

it('G9 executes late on the sandbox clock, while a repeat with its key waits', async () => {
  await arm('G9:240');
  void refund().catch(() => null);
  await new Promise((resolve) => setTimeout(resolve, 50));
  const repeat = refund();
  expect(refunds()).toBe(0);
  await box.control('POST', 'clock', { offsetMs: 241_000 });
  expect((await repeat).body.Success).toBe(true);
  expect(refunds()).toBe(1);
});

it('G10 breaks the line in the middle of the answer, after executing', async () => {
  await arm('G10');
  await expect(refund()).rejects.toThrow();
  expect(refunds()).toBe(1);
});

it('G13 hides young rows from a list, G14 slips its page', async () => {
  const range = {
    CreatedDateGte: '2020-01-01T00:00:00Z',
    CreatedDateLte: '2099-01-01T00:00:00Z',
    PageNumber: 1,
  };
  await arm('G13:90', 1, 'v2/payments/list');
  expect((await box.call('v2/payments/list', range)).body.Model).toHaveLength(0);
  await arm('G14:skip', 1, 'v2/payments/list');
  expect((await box.call('v2/payments/list', range)).body.Model).toHaveLength(0);
  expect((await box.call('v2/payments/list', range)).body.Model).toHaveLength(1);
});

it('G16 forgets the key; G17 runs both of a pair', async () => {
  await refund('a');
  await arm('G16');
  await refund('a');
  expect(refunds()).toBe(2);
  await arm('G17', 2);
  await Promise.all([refund('b'), refund('b')]);
  expect(refunds()).toBe(4);
});

it('takes faults in order, each for its times, and can clear them', async () => {
  await arm('G3', 2);
  await arm('G5');
  const statuses = [
    (await refund()).status,
    (await refund()).status,
    (await refund()).status,
    (await refund()).status,
  ];
  expect(statuses).toEqual([429, 429, 500, 200]);
  await arm('G3');
  await box.control('DELETE', 'faults');
  expect((await refund()).status).toBe(200);
  for (const unknown of ['G18', 'G0', 'G15:often', 'G3:x', '']) expect((await arm(unknown)).status).toBe(422);
});

it('takes five requests at once and answers the sixth with 429', async () => {
  await arm('G7', 5);
  const hanging = Array.from({ length: 5 }, (_, n) => refund(`h${n}`).catch(() => null));
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect((await refund('sixth')).status).toBe(429);
  await box.sandbox.close();
  await Promise.all(hanging);
  box = await startTestSandbox();
});
