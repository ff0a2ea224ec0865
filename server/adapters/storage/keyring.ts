import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import type { Vault } from '../../ports';

const NONCE = 12;
const TAG = 16;
const KEY = 32;

interface MasterKey {
  id: string;
  wrapping: Buffer;
  indexing: Buffer;
}

/** The master keys of one installation: the first seals, every listed one opens. */
export interface Keyring extends Vault {
  /** Id of the key that seals now; rows with another id are due for re-wrapping. */
  readonly currentId: string;
  /** A fresh data key in both forms: to use now and to keep. */
  newDataKey(): { dataKey: Buffer; wrappedKey: string };
  /** @throws Error when the master key is unknown or the wrapped key was changed. */
  unwrap(wrappedKey: string): Buffer;
  /** The same data key under the current master key; files need no rewriting. */
  rewrap(wrappedKey: string): string;
  /** The blind index under every listed key: rows written before a rotation are found too. */
  blindIndexes(value: string): string[];
}

/**
 * Reads `MASTER_KEY`: `<id>:<base64 of 32 bytes>[,<old id>:<base64>…]`.
 *
 * A wrapped key is `<id>.<base64url of nonce, cipher text, tag>` (AES-256-GCM, the id as associated data), so a
 * row says by itself which master key opens it.
 * @throws Error that names the faulty entry and never shows key bytes
 */
export function openKeyring(masterKey: string): Keyring {
  const keys = new Map<string, MasterKey>();
  for (const entry of masterKey.split(',')) {
    const key = parseEntry(entry.trim(), keys.size + 1);
    if (keys.has(key.id)) throw new Error(`MASTER_KEY: the id "${key.id}" is given twice`);
    keys.set(key.id, key);
  }
  const current = [...keys.values()][0];
  if (!current) throw new Error('MASTER_KEY is empty');

  const wrap = (dataKey: Buffer) => `${current.id}.${seal(current.wrapping, dataKey, current.id)}`;
  const unwrap = (wrappedKey: string): Buffer => {
    const dot = wrappedKey.indexOf('.');
    const id = wrappedKey.slice(0, Math.max(dot, 0));
    const key = keys.get(id);
    if (!key) throw new Error(`No master key "${id}" in MASTER_KEY`);
    return open(key.wrapping, wrappedKey.slice(dot + 1), id);
  };
  const newDataKey = () => {
    const dataKey = randomBytes(KEY);
    return { dataKey, wrappedKey: wrap(dataKey) };
  };
  const index = (key: MasterKey, value: string) =>
    createHmac('sha256', key.indexing)
      .update(value.normalize('NFC').replace(/\s+/g, '').toUpperCase())
      .digest('hex');

  return {
    currentId: current.id,
    newDataKey,
    newKey: () => newDataKey().wrappedKey,
    unwrap,
    rewrap: (wrappedKey) => (keyIdOf(wrappedKey) === current.id ? wrappedKey : wrap(unwrap(wrappedKey))),
    sealText: (wrappedKey, plain) => seal(unwrap(wrappedKey), Buffer.from(plain, 'utf8'), 'text'),
    openText: (wrappedKey, sealed) => open(unwrap(wrappedKey), sealed, 'text').toString('utf8'),
    blindIndex: (value) => index(current, value),
    blindIndexes: (value) => [...keys.values()].map((key) => index(key, value)),
  };
}

/** Id of the master key that wrapped this data key. */
export function keyIdOf(wrappedKey: string): string {
  return wrappedKey.slice(0, Math.max(wrappedKey.indexOf('.'), 0));
}

/** Two keys from one: the bytes that wrap must never serve as an HMAC key as well. */
function parseEntry(entry: string, position: number): MasterKey {
  const match = /^([A-Za-z0-9_-]{1,32}):([A-Za-z0-9+/_-]{43}=?)$/.exec(entry);
  const [, id, encoded] = match ?? [];
  if (!id || !encoded) throw new Error(`MASTER_KEY: entry ${position} is not "<id>:<base64 of 32 bytes>"`);
  const secret = Buffer.from(encoded, 'base64');
  if (secret.length !== KEY)
    throw new Error(`MASTER_KEY: key "${id}" must have 32 bytes, it has ${secret.length}`);
  const derive = (use: string) => Buffer.from(hkdfSync('sha256', secret, '', `qaitarym ${use}`, KEY));
  return { id, wrapping: derive('wrap'), indexing: derive('blind index') };
}

function seal(key: Buffer, plain: Buffer, context: string): string {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]).toString(
    'base64url',
  );
}

function open(key: Buffer, sealed: string, context: string): Buffer {
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length < NONCE + TAG) throw new Error('Sealed value is cut');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE), { authTagLength: TAG });
  decipher.setAAD(Buffer.from(context)).setAuthTag(bytes.subarray(-TAG));
  return Buffer.concat([decipher.update(bytes.subarray(NONCE, -TAG)), decipher.final()]);
}
