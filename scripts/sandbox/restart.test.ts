import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startReceiver, startTestSandbox } from './testing';

const folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
const logFile = join(folder, 'deep', 'sandbox.ndjson');
afterAll(() => {
  rmSync(folder, { recursive: true });
});

it('keeps transactions, answers, clock and undelivered notifications over a restart, also after a torn line', async () => {
  const receiver = await startReceiver(() => ({ status: 503, body: '' }));
  const before = await startTestSandbox({ logFile, notifyUrl: receiver.url });
  await before.control('POST', 'clock', { offsetMs: 1_000 });
  const id = await before.pay(100, { invoiceId: 'SO-3' });
  const first = await before.call('payments/refund', { TransactionId: id, Amount: 60 }, 'k');
  const log = [...before.sandbox.log()].filter(({ kind }) => kind !== 'notification');
  await before.sandbox.close();
  await receiver.close();
  appendFileSync(logFile, '{"seq":99,"kind":"ref');

  const healthy = await startReceiver(() => ({ status: 200, body: '{"code":0}' }));
  const after = await startTestSandbox({ logFile, notifyUrl: healthy.url });
  expect(after.sandbox.log()).toEqual(expect.arrayContaining(log));
  expect((await after.call('payments/refund', { TransactionId: id, Amount: 60 }, 'k')).text).toBe(first.text);
  expect((await after.call('payments/refund', { TransactionId: id, Amount: 41 }, 'l')).body.Success).toBe(
    false,
  );
  expect(await after.pay(5)).toBeGreaterThan(first.body.Model.TransactionId);
  await after.control('POST', 'clock', { offsetMs: 120_000 });
  expect(healthy.received.map(({ path }) => path)).toEqual(
    expect.arrayContaining(['/hooks/pay', '/hooks/refund']),
  );
  await after.sandbox.close();
  await healthy.close();

  const seqs = readFileSync(logFile, 'utf8')
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { seq?: number }).seq)
    .filter((seq) => seq !== undefined);
  expect(seqs).toEqual(seqs.map((_, index) => index + 1));
});
