import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import 'reflect-metadata';
import { openDatabase } from '../../server/adapters/db/database';
import { keyIdOf, openKeyring } from '../../server/adapters/storage';
import { ENTITIES } from '../../server/entities';
import { MessageEntity } from '../../server/features/messages';
import { rewrapKeys } from './rewrap-keys';

const key = (id: string, byte: number) => `${id}:${Buffer.alloc(32, byte).toString('base64')}`;

it('after it the old master key can go, and what was sealed opens as before', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'qaitarym-keys-'));
  const database = await openDatabase(`sqlite:${join(folder, 'keys.sqlite')}`, ENTITIES);
  const before = openKeyring(key('k1', 1));
  await database.uow.write(async (tx) => {
    for (let n = 0; n < 1_203; n += 1) {
      const wrappedKey = n % 3 === 0 ? null : before.newKey();
      const sealed = wrappedKey ? before.sealText(wrappedKey, `хат ${String(n)}`) : 'x';
      await tx.insert(MessageEntity, {
        ...MESSAGE,
        id: String(n).padStart(6, '0'),
        dedupKey: String(n),
        sealed,
        wrappedKey,
      });
    }
  });

  const both = openKeyring(`${key('k2', 2)},${key('k1', 1)}`);
  expect(await rewrapKeys(database, both)).toBe(802);
  expect(await rewrapKeys(database, both)).toBe(0);

  const after = openKeyring(key('k2', 2));
  const rows = await database.uow.read((tx) => tx.find(MessageEntity));
  for (const { id, wrappedKey, sealed } of rows) {
    if (wrappedKey === null) continue;
    expect(keyIdOf(wrappedKey)).toBe('k2');
    expect(after.openText(wrappedKey, sealed)).toBe(`хат ${String(Number(id))}`);
  }
  await expect(rewrapKeys(database, openKeyring(key('k3', 3)))).rejects.toThrow('No master key "k2"');
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

const MESSAGE = {
  claimId: null,
  direction: 'out' as const,
  kind: 'reply' as const,
  state: 'sent' as const,
  language: 'kk' as const,
  mailMessageId: null,
  inReplyTo: null,
  automatic: false,
  documentIds: [],
  authorId: null,
  tries: 0,
  createdAt: 1,
  sentAt: null,
};
