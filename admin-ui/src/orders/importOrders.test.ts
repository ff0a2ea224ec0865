import { rememberSession } from '../providers/session';
import { lineOfFile, sendFile, templateFile } from './importOrders';

function answer(status: number, body: unknown): void {
  globalThis.fetch = () => Promise.resolve(new Response(JSON.stringify(body), { status }));
}
const file = new File(['number\n'], 'orders.csv');

beforeEach(() => {
  rememberSession(null);
});

it('tells faults by row and column', async () => {
  const rows = [{ row: 3, column: 'quantity', code: 'quantity', message: 'x' }];
  answer(422, { type: '/problems/invalid-input', status: 422, rows, faultCount: 140 });
  expect(await sendFile(file, true)).toEqual({ is: 'faulty', faults: rows, count: 140 });
});

it.each([
  [400, 'order.import.notUtf8'],
  [413, 'order.import.tooLarge'],
  [500, 'app.problem.server'],
])('says in words what an answer of %i means', async (status, problem) => {
  answer(status, { type: 'about:blank', status });
  expect(await sendFile(file, true)).toEqual({ is: 'failed', problem });
});

it('keeps the file when the server is away', async () => {
  globalThis.fetch = () => Promise.reject(new TypeError('Failed to fetch'));
  expect(await sendFile(file, false)).toEqual({ is: 'failed', problem: 'app.login.unreachable' });
});

it('hands out a template that Excel reads: a mark, and rows as long as the header', async () => {
  const bytes = new Uint8Array(await templateFile().arrayBuffer());
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const [header, ...rows] = new TextDecoder().decode(bytes).trim().split('\r\n');
  expect(rows).toHaveLength(2);
  for (const row of rows) expect(row.split(';')).toHaveLength(header!.split(';').length);
});

it('shows the line that a fault names', () => {
  expect(lineOfFile('a\r\nb\nc', 2)).toBe('b');
  expect(lineOfFile('\uFEFFnumber', 1)).toBe('number');
  expect(lineOfFile('a', 9)).toBe('');
  expect(lineOfFile('x'.repeat(500), 1)).toHaveLength(161);
});
