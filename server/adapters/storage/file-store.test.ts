import { createHash, randomBytes } from 'node:crypto';
import { promises as fs } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { uuidv7 } from 'uuidv7';
import { TooLarge, Unavailable } from '../../domain/errors';
import { makeDiskFileStore, type DiskFiles } from './file-store';
import { openKeyring } from './keyring';
import { SealBroken } from './sealed-stream';

const keyring = openKeyring(`k1:${randomBytes(32).toString('base64')}`);
const ids = { next: uuidv7, token: (bytes = 16) => randomBytes(bytes).toString('base64url') };
let root: string;
const storeOn = (files?: DiskFiles) => makeDiskFileStore({ root, keyring, ids, files });

beforeEach(async () => {
  root = await fs.mkdtemp(join(tmpdir(), 'qaitarym-store-'));
});
afterEach(() => fs.rm(root, { recursive: true, force: true }));

/** All files under the root, whatever they are. */
async function leftovers(): Promise<string[]> {
  const found = await fs.readdir(root, { recursive: true, withFileTypes: true });
  return found.filter((entry) => entry.isFile()).map((entry) => entry.name);
}

/** A disk that has room for `room` bytes, or that fails in one other call. */
function failingDisk(failure: { room?: number; on?: 'sync' | 'rename'; code: string }): DiskFiles {
  const error = Object.assign(new Error(`${failure.code}: refused by the test disk`), { code: failure.code });
  let room = failure.room ?? Infinity;
  return {
    ...fs,
    rename: (...args) => (failure.on === 'rename' ? Promise.reject(error) : fs.rename(...args)),
    open: async (...args) => {
      const handle = await fs.open(...args);
      const write = handle.write.bind(handle) as (
        bytes: Buffer,
      ) => Promise<{ bytesWritten: number; buffer: Buffer }>;
      const refusing = (bytes: Buffer) => {
        if (room <= 0) return Promise.reject(error);
        const part = bytes.subarray(0, room);
        room -= part.length;
        return write(part);
      };
      Object.assign(handle, { write: refusing });
      if (failure.on === 'sync') Object.assign(handle, { sync: () => Promise.reject(error) });
      return handle;
    },
  };
}

it('keeps a file sealed under a generated name, mode 0600, and gives the same bytes back', async () => {
  const plain = randomBytes(200_000);
  const store = storeOn();

  const ref = await store.put(Readable.from([plain.subarray(0, 70_000), plain.subarray(70_000)]));

  expect(ref.storageKey).toMatch(/^[0-9a-f]{2}\/[0-9a-f-]{36}$/);
  expect(ref.sizeBytes).toBe(plain.length);
  expect(ref.sha256).toBe(createHash('sha256').update(plain).digest('hex'));
  expect((await store.read(ref)).equals(plain)).toBe(true);
  const path = join(root, ref.storageKey);
  expect((await fs.stat(path)).mode & 0o777).toBe(0o600);
  expect((await fs.readFile(path)).includes(plain.subarray(0, 64))).toBe(false);
  expect(await leftovers()).toHaveLength(1);
});

it('keeps an empty file too', async () => {
  const ref = await storeOn().put(Buffer.alloc(0));
  expect(await storeOn().read(ref)).toEqual(Buffer.alloc(0));
});

it.each([
  ['the disk is full at once', { room: 0, code: 'ENOSPC' }],
  ['the disk fills up in the middle', { room: 100_000, code: 'ENOSPC' }],
  ['the quota is used up', { room: 10, code: 'EDQUOT' }],
  ['the disk cannot sync', { on: 'sync' as const, code: 'EIO' }],
  ['the rename is refused', { on: 'rename' as const, code: 'EROFS' }],
])('answers Unavailable and leaves nothing when %s', async (_when, failure) => {
  const store = storeOn(failingDisk(failure));
  await expect(store.put(randomBytes(300_000))).rejects.toThrow(Unavailable);
  expect(await leftovers()).toEqual([]);
});

it('answers Unavailable when the place is no directory', async () => {
  await fs.writeFile(join(root, 'file'), '');
  const store = makeDiskFileStore({ root: join(root, 'file'), keyring, ids });
  await expect(store.put(Buffer.from('x'))).rejects.toThrow(Unavailable);
  await expect(store.probe()).rejects.toThrow(Unavailable);
});

it('proves that it can write and leaves no trace of the proof', async () => {
  await storeOn().probe();
  expect(await leftovers()).toEqual([]);
});

it('stops at the limit while streaming and leaves nothing', async () => {
  let sent = 0;
  const endless = Readable.from(
    (function* () {
      for (;;) {
        sent += 10_000;
        yield Buffer.alloc(10_000);
      }
    })(),
  );
  await expect(storeOn().put(endless, { maxBytes: 100_000 })).rejects.toThrow(TooLarge);
  expect(sent).toBeLessThan(1_000_000);
  expect(await leftovers()).toEqual([]);
});

it('leaves nothing when the sender goes away halfway', async () => {
  const cut = new PassThrough();
  const storing = storeOn().put(cut);
  cut.push(randomBytes(1000));
  setImmediate(() => cut.destroy(new Error('gone')));
  await expect(storing).rejects.toThrow('gone');
  expect(await leftovers()).toEqual([]);
});

it('refuses to hand out a file that was changed on the disk', async () => {
  const ref = await storeOn().put(randomBytes(1000));
  const path = join(root, ref.storageKey);
  const bytes = await fs.readFile(path);
  await fs.writeFile(path, bytes.subarray(0, -1));
  await expect(storeOn().read(ref)).rejects.toThrow(SealBroken);
});

it('refuses a storage key that leaves its directory', async () => {
  await expect(storeOn().remove('../../etc/passwd')).rejects.toThrow('Not a storage key');
});

it('removes a file, and does not mind when it is gone', async () => {
  const ref = await storeOn().put(Buffer.from('x'));
  await storeOn().remove(ref.storageKey);
  await storeOn().remove(ref.storageKey);
  expect(await leftovers()).toEqual([]);
});

it('sweeps old files without a row and old temporary files, nothing else', async () => {
  const store = storeOn();
  const [known, orphan, fresh] = [
    await store.put(Buffer.from('1')),
    await store.put(Buffer.from('2')),
    await store.put(Buffer.from('3')),
  ];
  await fs.writeFile(join(root, `${orphan.storageKey}.tmp`), 'cut by a crash');
  await fs.writeFile(join(root, '.gitkeep'), '');
  const hourAgo = Date.now() / 1000 - 3600;
  for (const key of [known.storageKey, orphan.storageKey, `${orphan.storageKey}.tmp`]) {
    await fs.utimes(join(root, key), hourAgo, hourAgo);
  }

  const removed = await store.sweep(
    (keys) => Promise.resolve(new Set(keys.filter((key) => key === known.storageKey))),
    60_000,
  );

  expect(removed).toBe(2);
  expect((await leftovers()).sort()).toEqual(
    ['.gitkeep', ...[known, fresh].map((ref) => ref.storageKey.slice(3))].sort(),
  );
});
