import { createHash } from 'node:crypto';
import { promises as nodeFiles, type Dirent } from 'node:fs';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Readable, Transform, Writable } from 'node:stream';
import { DomainError, TooLarge, Unavailable } from '../../domain/errors';
import type { FileStore, Ids, SealedFileRef } from '../../ports';
import type { Keyring } from './keyring';
import { OpenStream, SealStream } from './sealed-stream';

/** The part of node:fs/promises in use; tests hand in a disk that is full. */
export type DiskFiles = Pick<typeof nodeFiles, 'open' | 'mkdir' | 'rename' | 'unlink' | 'readdir' | 'stat'>;

/** A file store on a local directory, with the sweep that only a directory needs. */
export interface DiskFileStore extends FileStore {
  /**
   * Removes temporary files and files that no row names, both older than `olderThanMs`; answers how many.
   * @param isKnown - which of these storage keys a row names
   */
  sweep(isKnown: (storageKeys: string[]) => Promise<Set<string>>, olderThanMs: number): Promise<number>;
}

const STORAGE_KEY = /^[0-9a-f]{2}\/[0-9a-f-]{36}$/;
const TEMPORARY = '.tmp';

/**
 * Sealed files under `<root>/<aa>/<uuid>`, mode 0600.
 *
 * A file is written beside its place, synced, renamed, and its directory synced, so after a crash it is there
 * completely or not at all; its row is written after that (see the sweep for the gap between the two).
 */
export function makeDiskFileStore(deps: {
  root: string;
  keyring: Keyring;
  ids: Ids;
  files?: DiskFiles;
}): DiskFileStore {
  const { root, keyring, ids, files = nodeFiles } = deps;
  const pathOf = (storageKey: string) => {
    if (!STORAGE_KEY.test(storageKey)) throw new Error('Not a storage key');
    return join(root, storageKey);
  };

  async function put(content: Readable | Buffer, { maxBytes = Infinity } = {}): Promise<SealedFileRef> {
    const { dataKey, wrappedKey } = keyring.newDataKey();
    // UUIDv7 begins with the time, so its end is what spreads files over the directories.
    const id = ids.next();
    const storageKey = `${id.slice(-2)}/${id}`;
    const meter = new Meter(maxBytes);
    const sealing = new SealStream(dataKey);
    // The flow starts before the file is there: a sender who goes away meanwhile must find a listener.
    const flow = pipeline(Buffer.isBuffer(content) ? Readable.from([content]) : content, meter, sealing);
    flow.catch(() => undefined);
    try {
      await onDisk(() => writeWhole(files, pathOf(storageKey), (sink) => pipeline(sealing, sink)));
    } finally {
      sealing.destroy();
    }
    return { storageKey, wrappedKey, sha256: meter.digest(), sizeBytes: meter.bytes };
  }

  async function open(ref: Pick<SealedFileRef, 'storageKey' | 'wrappedKey'>): Promise<Readable> {
    const dataKey = keyring.unwrap(ref.wrappedKey);
    const handle = await onDisk(() => files.open(pathOf(ref.storageKey), 'r'));
    const opened = new OpenStream(dataKey);
    // pipeline closes the descriptor when the reader goes away; the error itself reaches the reader through `opened`.
    pipeline(handle.createReadStream(), opened).catch(() => undefined);
    return opened;
  }

  async function read(ref: Pick<SealedFileRef, 'storageKey' | 'wrappedKey'>): Promise<Buffer> {
    const parts: Buffer[] = [];
    for await (const part of await open(ref)) parts.push(part as Buffer);
    return Buffer.concat(parts);
  }

  async function remove(storageKey: string): Promise<void> {
    await onDisk(() => unlinkIfThere(files, pathOf(storageKey)));
  }

  async function probe(): Promise<void> {
    const path = join(root, `.probe-${ids.next()}${TEMPORARY}`);
    await onDisk(async () => {
      await files.mkdir(root, { recursive: true, mode: 0o700 });
      const handle = await files.open(path, 'wx', 0o600);
      try {
        await handle.writeFile('probe');
      } finally {
        await handle.close();
        await unlinkIfThere(files, path);
      }
    });
  }

  async function sweep(
    isKnown: (keys: string[]) => Promise<Set<string>>,
    olderThanMs: number,
  ): Promise<number> {
    const now = await diskTime(files, join(root, `.sweep-${ids.next()}${TEMPORARY}`));
    let removed = 0;
    for (const shard of await entries(files, root)) {
      const names = shard.isDirectory()
        ? (await entries(files, join(root, shard.name))).map((entry) => entry.name)
        : [];
      const keys = names.map((name) => `${shard.name}/${name}`);
      const stored = keys.filter((key) => STORAGE_KEY.test(key));
      const known = stored.length > 0 ? await isKnown(stored) : new Set<string>();
      for (const key of keys.filter(
        (each) => each.endsWith(TEMPORARY) || (STORAGE_KEY.test(each) && !known.has(each)),
      )) {
        const { mtimeMs } = await files.stat(join(root, key));
        if (now - mtimeMs < olderThanMs) continue;
        await unlinkIfThere(files, join(root, key));
        removed += 1;
      }
    }
    return removed;
  }

  return { put, open, read, remove, probe, sweep };
}

/** Counts and hashes plain bytes on their way, and stops the flow at the limit. */
class Meter extends Transform {
  bytes = 0;
  private readonly hash = createHash('sha256');

  constructor(private readonly maxBytes: number) {
    super();
  }

  override _transform(
    part: Buffer,
    _encoding: BufferEncoding,
    done: (error?: Error | null, data?: Buffer) => void,
  ): void {
    this.bytes += part.length;
    if (this.bytes > this.maxBytes) {
      done(new TooLarge('The file is larger than allowed', { maxBytes: this.maxBytes }));
      return;
    }
    this.hash.update(part);
    done(null, part);
  }

  digest(): string {
    return this.hash.digest('hex');
  }
}

/** Temporary file, sync, rename, sync of the directory; on any failure nothing stays. */
async function writeWhole(
  files: DiskFiles,
  path: string,
  fill: (sink: Writable) => Promise<void>,
): Promise<void> {
  const directory = dirname(path);
  const temporary = `${path}${TEMPORARY}`;
  const created = await files.mkdir(directory, { recursive: true, mode: 0o700 });
  if (created) await syncDirectory(files, dirname(directory));
  try {
    const handle = await files.open(temporary, 'wx', 0o600);
    try {
      await fill(sinkOf(handle));
      await handle.sync();
    } finally {
      await handle.close();
    }
    await files.rename(temporary, path);
  } catch (error) {
    await unlinkIfThere(files, temporary).catch(() => undefined);
    throw error;
  }
  await syncDirectory(files, directory).catch(async (error: unknown) => {
    await unlinkIfThere(files, path).catch(() => undefined);
    throw error;
  });
}

/** handle.createWriteStream would close the descriptor before it could be synced. */
function sinkOf(handle: nodeFiles.FileHandle): Writable {
  return new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      writeAll(handle, chunk).then(() => done(), done);
    },
    writev: (chunks, done) => {
      writeAll(handle, Buffer.concat(chunks.map(({ chunk }) => chunk as Buffer))).then(() => done(), done);
    },
  });
}

/** One write may be short, most of all on a disk that is filling up. */
async function writeAll(handle: nodeFiles.FileHandle, bytes: Buffer): Promise<void> {
  let rest = bytes;
  while (rest.length > 0) {
    const { bytesWritten } = await handle.write(rest);
    rest = rest.subarray(bytesWritten);
  }
}

async function syncDirectory(files: DiskFiles, path: string): Promise<void> {
  const handle = await files.open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function unlinkIfThere(files: DiskFiles, path: string): Promise<void> {
  await files.unlink(path).catch((error: unknown) => {
    if (errnoOf(error) !== 'ENOENT') throw error;
  });
}

async function entries(files: DiskFiles, path: string): Promise<Dirent[]> {
  return files.readdir(path, { withFileTypes: true });
}

/** The disk's own time: ages of files are counted on the clock that stamped them, wherever the product's stands. */
async function diskTime(files: DiskFiles, probe: string): Promise<number> {
  const handle = await files.open(probe, 'wx', 0o600);
  try {
    return (await handle.stat()).mtimeMs;
  } finally {
    await handle.close();
    await unlinkIfThere(files, probe);
  }
}

/** The disk's refusals become Unavailable; a bad stream of the sender stays what it is. */
async function onDisk<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    const reason = errnoOf(error);
    if (error instanceof DomainError || !reason || !DISK_ERRORS.has(reason)) throw error;
    throw new Unavailable('The file storage refused; nothing was kept', { part: 'storage', reason });
  }
}

const DISK_ERRORS = new Set(
  'ENOSPC EDQUOT EEXIST EIO EROFS EACCES EPERM EMFILE ENFILE ENOTDIR EISDIR ENOENT EFBIG ENOMEM EBUSY ETXTBSY ESTALE'.split(
    ' ',
  ),
);

function errnoOf(error: unknown): string | undefined {
  return typeof error === 'object' && error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;
}
