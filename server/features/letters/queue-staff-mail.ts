import type { Tx } from '../../adapters/db/unit-of-work';
import type { Language } from '../../domain/claim';
import { DEFAULT_LEGAL_ENTITY } from '../../domain/legal-entity';
import { queueMessage } from '../messages';
import { legalFoot } from './legal-foot';
import { letterHtml } from './letter-html';
import type { LetterParts } from './queue-letter';

/** A mail to a member of staff, who has no claim and is written to by the machine. */
export interface StaffMail {
  kind: 'account' | 'digest';
  to: string;
  name: string;
  language: Language;
  subject: string;
  /** Divided by empty lines when it is sent. */
  paragraphs: string[];
  dedupKey: string;
}

/** Puts it into the outbox once a `dedupKey`, with the shop at its foot. */
export async function queueStaffMail(tx: Tx, parts: LetterParts, mail: StaffMail): Promise<void> {
  const { kind, to, name, language, subject, dedupKey } = mail;
  const text = mail.paragraphs.join('\n\n');
  const foot = legalFoot(DEFAULT_LEGAL_ENTITY, language);
  await queueMessage(tx, parts, {
    claim: null,
    kind,
    language,
    letter: {
      from: parts.mailFrom,
      to,
      toName: name,
      subject,
      text: `${text}\n\n-- \n${foot}\n`,
      html: letterHtml(language, text, foot),
      references: [],
      blanks: [],
    },
    inReplyTo: null,
    automatic: true,
    documentIds: [],
    authorId: null,
    dedupKey,
    now: parts.clock.now(),
  });
}
