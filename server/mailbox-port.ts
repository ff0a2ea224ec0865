import type { LetterText } from './domain/mail-text';

/** A message as it reached the shop, not yet looked into. */
export interface RawMail {
  /** `smtp:<id>` or `imap:<mailbox>;<uidvalidity>;<uid>`: the same message fetched again has the same key. */
  sourceKey: string;
  /** By our mail server's clock, UTC ms; never the sender's `Date:`. */
  receivedAt: number;
  /** Empty for bounces. */
  envelopeFrom: string;
  envelopeTo: string[];
  raw: Buffer;
  /** True when the message was over the limit and `raw` holds only its beginning. */
  cut?: boolean;
  /** Where reading goes on after this message; committed together with its ledger row. */
  position?: MailPosition;
}

export interface MailPosition {
  mailbox: string;
  uidValidity: string;
  uid: number;
}

/** What takes the mail in. Both reject only when nothing was kept, so that the message is offered again. */
export interface MailIntake {
  /** Resolves when the message has its outcome, committed. */
  take(mail: RawMail): Promise<void>;
  /** How far this mailbox was read; null at first. */
  positionOf(mailbox: string): Promise<MailPosition | null>;
}

/** A source of messages; each is handed over until it is taken, and only then marked done at the source. */
export interface Mailbox {
  start(intake: MailIntake): Promise<void>;
  /** Begins nothing new and lets the message in hand end. */
  stop(): Promise<void>;
  /** Rejects while the mailbox is not being read. */
  probe(): Promise<void>;
}

/** Over this a message is not read: the listener announces it, a mailbox's message is quarantined. */
export const MAX_MAIL_BYTES = 40 * 1024 * 1024;

export interface MailAddress {
  name: string;
  /** Lower case. */
  address: string;
}

export interface MailAttachment {
  name: string;
  contentType: string;
  content: Buffer;
  /** Shown inside the letter, such as a logo or a pasted photo. */
  inline: boolean;
}

/** The parts of a message that decide its outcome; texts are free of NUL and half surrogates. */
export interface ReadMail extends LetterText {
  from: MailAddress;
  recipients: string[];
  messageId: string | null;
  inReplyTo: string | null;
  references: string[];
  /** Lower-case names; the header fields that tell machines from people. */
  headers: Record<string, string>;
  attachments: MailAttachment[];
}

/** Stable codes, kept in the ledger. */
export type MailProblem =
  | 'unparseable'
  | 'no-sender'
  | 'too-large'
  | 'too-many-attachments'
  | 'too-many-parts'
  | 'headers-too-large'
  | 'too-many-addresses'
  | 'too-slow';

/** Reads foreign messages in a thread of its own that is ended when it takes too long. */
export interface MailReader {
  read(raw: Buffer): Promise<{ problem: null; mail: ReadMail } | { problem: MailProblem }>;
  close(): Promise<void>;
}
