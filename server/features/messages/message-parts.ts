import type { Tx, UnitOfWork } from '../../adapters/db/unit-of-work';
import type { Language } from '../../domain/claim';
import type { Clock, FileStore, Ids, Log, MailSender, Vault } from '../../ports';

/** A letter for the envelope. */
export interface LetterToPrint {
  language: Language;
  addressee: string[];
  /** `YYYY-MM-DD`; the printer writes it as people of the language do. */
  date: string;
  subject: string;
  text: string;
  at: number;
}

export interface MessageParts {
  uow: UnitOfWork;
  clock: Clock;
  ids: Ids;
  log: Log;
  vault: Vault;
  files: FileStore;
  mailSender: MailSender;
  /** Wrapped keys of claims by id. */
  claimKeysOf: (tx: Tx, claimIds: string[]) => Promise<Map<string, string>>;
  /** Names of the people of a claim, by its id. */
  peopleOf: (tx: Tx, claimIds: string[]) => Promise<Map<string, string[]>>;
  namesOf: (tx: Tx, ids: string[]) => Promise<Map<string, string>>;
  /** The mail server has accepted (or somebody has printed) a letter of this claim. */
  onLetterSent: (tx: Tx, claimId: string) => Promise<void>;
  /** A letter of this claim was given up. */
  onLetterLost: (
    tx: Tx,
    claimId: string,
    letter: { messageId: string; kind: string; cause: 'not_sent' },
  ) => Promise<void>;
  /** «Ақшалай қаражатты қайтару туралы өтініш», empty, as PDF. */
  applicationBlank: (language: Language, at: number) => Promise<Buffer>;
  letterPdf: (letter: LetterToPrint) => Promise<Buffer>;
}
