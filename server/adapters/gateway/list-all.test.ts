import type { Envelope } from './wire';
import { listAll } from './list-all';

const row = (id: number) => ({
  TransactionId: id,
  Amount: 1,
  Currency: 'KZT',
  Status: 'Completed',
  Type: 0,
  CreatedDate: `/Date(${id})/`,
});
const page = (rows: unknown): Envelope => ({ success: true, message: null, errorCode: null, model: rows });

/** A gateway list of `count` rows where `shift` says how far a page has slipped at a call. */
function gatewayList(count: number, shift: (call: number) => number) {
  const rows = Array.from({ length: count }, (_, index) => row(index + 1));
  let calls = 0;
  const readPage = (params: object) => {
    const { PageNumber } = params as { PageNumber: number };
    calls += 1;
    const start = Math.max(0, (PageNumber - 1) * 100 + shift(calls));
    return Promise.resolve(page(rows.slice(start, start + 100)));
  };
  return { readPage, calls: () => calls };
}

it.each([
  [0, 1],
  [99, 1],
  [100, 4],
  [250, 6],
])('reads a list of %d rows with %d calls', async (count, calls) => {
  const list = gatewayList(count, () => 0);
  expect(await listAll(list.readPage, 0, 1)).toHaveLength(count);
  expect(list.calls()).toBe(calls);
});

it.each([
  ['a row comes twice', -1],
  ['a row is passed over', 1],
])('gets every row although %s while paging', async (_, slip) => {
  const list = gatewayList(250, (call) => (call === 2 ? slip : 0));
  const ids = (await listAll(list.readPage, 0, 1)).map(({ transactionId }) => transactionId);
  expect(ids).toEqual(Array.from({ length: 250 }, (_each, index) => index + 1));
});

it('gives up on a list that never stands still, instead of guessing', async () => {
  const list = gatewayList(250, (call) => (call % 3 === 2 ? call % 5 : 0));
  await expect(listAll(list.readPage, 0, 1)).rejects.toMatchObject({ why: 'malformed' });
});

it('refuses a list with a row that it cannot read: it could be the refund looked for', async () => {
  const readPage = () => Promise.resolve(page([row(1), { TransactionId: 'x' }]));
  await expect(listAll(readPage, 0, 1)).rejects.toMatchObject({ why: 'malformed' });
});
