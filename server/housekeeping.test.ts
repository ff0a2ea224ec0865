import { mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from './adapters/db/database';
import { randomIds } from './adapters/ids/random-ids';
import { makeDiskFileStore, openKeyring } from './adapters/storage';
import { MailLedgerEntity } from './features/intake';
import { onceFor } from './http/commands';
import { housekeeping } from './housekeeping';
import { openTestDatabase } from './testing/test-database';

const NOW = Date.parse('2026-11-23T10:15:00+05:00');
const DAY_MS = 24 * 3_600_000;

let database: Database;
let root: string;
beforeEach(async () => {
  database = await openTestDatabase();
  root = mkdtempSync(join(tmpdir(), 'qaitarym-house-'));
});
afterEach(async () => {
  await database.close();
  rmSync(root, { recursive: true, force: true });
});

function keep() {
  const keyring = openKeyring(`t1:${Buffer.alloc(32, 7).toString('base64')}`);
  const files = makeDiskFileStore({ root, keyring, ids: randomIds });
  const jobs = housekeeping({ database, files, clock: { now: () => NOW } });
  const run = (kind: string) => jobs.find((job) => job.kind === kind)?.run(new AbortController().signal);
  return { files, run };
}

it('forgets the answers to commands of more than a month ago, and repeats the younger ones', async () => {
  const command = (commandId: string, now: number, answer: string) =>
    database.uow.write((tx) =>
      onceFor(tx, { commandId, actorId: 'a', action: 'x', now }, () =>
        Promise.resolve({ status: 200, body: answer }),
      ),
    );
  await command('old', NOW - 31 * DAY_MS, 'first');
  await command('young', NOW - 29 * DAY_MS, 'first');

  await keep().run('commands.forget');

  expect((await command('old', NOW, 'second')).body).toBe('second');
  expect((await command('young', NOW, 'second')).body).toBe('first');
});

it('removes files that no row names, and keeps raw mail', async () => {
  const { files, run } = keep();
  const [mail, orphan] = [
    await files.put(Buffer.from('raw mail')),
    await files.put(Buffer.from('left over')),
  ];
  const { storageKey, wrappedKey, sha256, sizeBytes } = mail;
  const facts = { receivedAt: NOW, envelopeFrom: 'a@b.kz', messageId: null, subject: '', claimId: null };
  const row = { ...facts, outcome: 'not_a_claim' as const, reason: null, sourceKey: 's', createdAt: NOW };
  const stored = { storageKey, wrappedKey, sha256, sizeBytes, version: 1 };
  await database.uow.write((tx) => tx.insert(MailLedgerEntity, { id: randomIds.next(), ...row, ...stored }));
  const twoHoursAgo = Date.now() / 1000 - 7200;
  for (const key of [storageKey, orphan.storageKey]) utimesSync(join(root, key), twoHoursAgo, twoHoursAgo);

  await run('files.sweep');

  const left = readdirSync(root).flatMap((shard) =>
    readdirSync(join(root, shard)).map((name) => `${shard}/${name}`),
  );
  expect(left).toEqual([storageKey]);
});
