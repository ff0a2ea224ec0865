import { randomIds } from '../../adapters/ids/random-ids';
import type { Database } from '../../adapters/db/database';
import { openTestDatabase } from '../../testing/test-database';
import { PaymentEntity } from '../payments';
import { type OpsParts, opsRoutes } from './ops.routes';

let database: Database;
let counter = 0;
beforeEach(async () => {
  database = await openTestDatabase();
});
afterEach(() => database.close());

async function pay(testMode: boolean): Promise<void> {
  const card = { cardLastFour: null, cardType: null, issuer: null, reasonCode: null };
  const who = { invoiceId: null, accountId: null, email: null };
  const sums = { amountMinor: 100, refundedMinor: 0, currency: 'KZT', status: 'Completed' as const };
  const row = { ...card, ...who, ...sums, testMode, createdAt: 1, seenAt: 1, version: 1 };
  const id = randomIds.next();
  await database.uow.write((tx) => tx.insert(PaymentEntity, { id, transactionId: (counter += 1), ...row }));
}

async function label(facts: Partial<OpsParts> = {}): Promise<unknown> {
  const given = {
    uow: database.uow,
    sandbox: false,
    testTerminal: false,
    demo: false,
    version: '1',
    ...facts,
  };
  const meta = opsRoutes(given as OpsParts).find(({ path }) => path === '/api/meta');
  let sent: { testMode?: unknown } = {};
  const res = { json: (body: typeof sent) => (sent = body) };
  await meta?.handler({} as never, res as never, () => undefined);
  return sent.testMode;
}

it('labels a test terminal by its youngest payment, and no longer when it has gone live', async () => {
  expect(await label()).toBe(false);
  await pay(true);
  expect(await label()).toBe(true);
  await pay(false);
  expect(await label()).toBe(false);
});

it('labels a test terminal by its Public ID before any payment; the sandbox has a label of its own', async () => {
  expect(await label({ testTerminal: true })).toBe(true);
  expect(await label({ testTerminal: true, sandbox: true })).toBe(false);
});
