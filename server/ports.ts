import type { Readable } from 'node:stream';
import type { Language } from './domain/claim';

export type { PaymentGateway } from './gateway-port';

/** All time of the product; leases, sessions and letters ask here, never Date. */
export interface Clock {
  /** Milliseconds since the epoch, UTC. */
  now(): number;
}

/** All identifiers. */
export interface Ids {
  /** A UUIDv7: sorts by creation. */
  next(): string;
  /** Unguessable text of `bytes` random bytes, base64url: tokens, Message-IDs, session ids. */
  token(bytes?: number): string;
}

/** Structured log without personal values: callers pass ids and codes, never names or texts. */
export interface Log {
  info(fields: Record<string, unknown>, message: string): void;
  warn(fields: Record<string, unknown>, message: string): void;
  error(fields: Record<string, unknown>, message: string): void;
}

/** How a stored file's data key is kept: wrapped by a master key, beside its row. */
export interface SealedFileRef {
  /** `<aa>/<uuid>` under the storage root. */
  storageKey: string;
  /** Base64 of the wrapped data key; useless without the master key of the same id. */
  wrappedKey: string;
  /** SHA-256 of the plain bytes, hex. */
  sha256: string;
  /** Plain size in bytes. */
  sizeBytes: number;
}

/** Files sealed at rest. A file is on disk completely or not at all. */
export interface FileStore {
  /** Seals and stores; throws Unavailable when the disk refuses, TooLarge over `maxBytes`; nothing stays behind. */
  put(content: Readable | Buffer, options?: { maxBytes?: number }): Promise<SealedFileRef>;
  /** Plain bytes; the stream errors when the file was cut, reordered or changed. */
  open(ref: Pick<SealedFileRef, 'storageKey' | 'wrappedKey'>): Promise<Readable>;
  read(ref: Pick<SealedFileRef, 'storageKey' | 'wrappedKey'>): Promise<Buffer>;
  remove(storageKey: string): Promise<void>;
  /** Proves that a file can be written now; for /readyz. */
  probe(): Promise<void>;
}

/** Personal values at rest under a per-claim key that erasure destroys. */
export interface Vault {
  /** A fresh data key, wrapped by the current master key (base64). */
  newKey(): string;
  sealText(wrappedKey: string, plain: string): string;
  openText(wrappedKey: string, sealed: string): string;
  /** Deterministic HMAC for look-ups by IIN or IBAN. */
  blindIndex(value: string): string;
}

/** A letter ready to leave. */
export interface OutgoingMail {
  from: string;
  to: string;
  subject: string;
  text: string;
  html?: string;
  /** Where answers shall go: the address that names the claim. */
  replyTo?: string;
  messageId: string;
  inReplyTo?: string;
  references?: string[];
  language: Language;
  /** True for letters that a machine wrote (RFC 3834). */
  automatic: boolean;
  attachments: { name: string; contentType: string; content: Buffer }[];
}

/** Hands a letter to the mail server; throws when the server did not accept it. */
export interface MailSender {
  send(mail: OutgoingMail): Promise<void>;
}

/** Why a file cannot be shown; stable codes, kept in its row. */
export type DocumentProblem =
  | 'not-allowed-kind'
  | 'name-disagrees'
  | 'undecodable'
  | 'encrypted'
  | 'too-many-pixels'
  | 'too-many-pages'
  | 'no-such-page'
  | 'too-slow'
  | 'empty';

/** What the content of a file says. `text` is that of a PDF and is a personal value. */
export type FileInspection =
  | { problem: null; contentType: string; pages: number; width: number; height: number; text: string }
  | { problem: DocumentProblem };

/** A re-encoded picture without metadata. */
export interface PageImage {
  contentType: 'image/jpeg';
  bytes: Buffer;
  width: number;
  height: number;
}

/** Decodes foreign files in a process of its own that is ended when it takes too long; Unavailable when it cannot run. */
export interface DocumentRenderer {
  inspect(bytes: Buffer): Promise<FileInspection>;
  /**
   * @param page - counted from 1
   * @param watermark - viewer and time across the page; null draws none
   */
  drawPage(
    bytes: Buffer,
    page: number,
    watermark: string | null,
  ): Promise<PageImage | { problem: DocumentProblem }>;
  /** Waits for work in hand, then ends the processes. */
  close(): Promise<void>;
}
