import type { Tx } from '../../adapters/db/unit-of-work';
import type { Language } from '../../domain/claim';
import { DEFAULT_LEGAL_ENTITY } from '../../domain/legal-entity';
import type { LegalSettings } from '../../domain/legal-settings';
import type { Clock, Ids, Vault } from '../../ports';
import type { ClaimLetter } from '../claims';
import { type NewMessage, queueMessage, type SealedLetter } from '../messages';
import { type ComposedLetter, composeLetter } from './compose-letter';
import { legalFoot } from './legal-foot';
import { letterFactsOf, type LetterFacts } from './letter-facts';
import { letterHtml } from './letter-html';
import { replyAddress } from './reply-address';
import { threadOf } from './thread-of';

export interface LetterParts {
  clock: Clock;
  ids: Ids;
  vault: Vault;
  /** `UMAMI <info@umami.kz>`. */
  mailFrom: string;
  loadSettings: (tx: Tx, onDate: string) => Promise<LegalSettings>;
}

export type QueueLetter = (tx: Tx, letter: ClaimLetter) => Promise<void>;

/**
 * Writes a claim's letter in its language (in Kazakh and Russian while the language is a guess) and hands it to the
 * outbox, in the caller's transaction; a known `dedupKey` writes nothing. Without a mail address it waits for the printer.
 */
export function makeQueueLetter(parts: LetterParts): QueueLetter {
  return async (tx, letter) => {
    const { claim, documentIds = [] } = letter;
    const facts = await letterFactsOf(tx, parts, letter);
    const languages = languagesOf(claim);
    const written = writeLetter(languages, facts);
    const thread = await threadOf(tx, claim.id);
    await queueMessage(tx, parts, {
      claim,
      kind: letter.kind,
      language: claim.languageSource === 'unsure' ? null : claim.language,
      letter: {
        from: parts.mailFrom,
        to: facts.email,
        toName: facts.name,
        replyTo: replyAddress(parts.mailFrom, claim.replyToken),
        references: thread,
        ...written,
        blanks: asksForApplication(facts) ? languages : [],
      },
      inReplyTo: thread.at(-1) ?? null,
      automatic: letter.authorId === null,
      documentIds,
      told: toldBy(facts),
      authorId: letter.authorId,
      dedupKey: letter.dedupKey,
      now: letter.now,
    });
  };
}

/** Letters that name last days; the calendar may move them later, and then the customer hears of it. */
function toldBy(facts: LetterFacts): NewMessage['told'] {
  if (
    ![
      'acknowledgement',
      'deficiency',
      'decision_refund',
      'date_correction',
      'reminder',
      'waiting_warning',
    ].includes(facts.kind)
  )
    return null;
  return {
    ...(facts.refundDueOn === null ? {} : { refund_10_days: facts.refundDueOn }),
    ...(facts.cardDueOn === null ? {} : { card_refund_3_working_days: facts.cardDueOn }),
    ...(facts.answerDueOn === null || facts.kind === 'decision_refund'
      ? {}
      : { answer_10_days: facts.answerDueOn }),
  };
}

/** The languages that a letter goes out in: both of the country's while the customer's is a guess. */
export function languagesOf({ language, languageSource }: ClaimLetter['claim']): Language[] {
  return languageSource === 'unsure' ? ['kk', 'ru'] : [language];
}

/** One letter of the same words in several languages, one below the other. */
export function inEachLanguage(
  languages: Language[],
  write: (language: Language) => ComposedLetter,
): { subject: string; body: string } {
  const each = languages.map(write);
  return {
    subject: each.map(({ subject }) => subject).join(' / '),
    body: each.map(({ text }) => text).join(RULE),
  };
}

const RULE = '\n\n* * *\n\n';

/** The words of a letter, once a language. */
export function writeLetter(
  languages: Language[],
  facts: LetterFacts,
): Pick<SealedLetter, 'subject' | 'text' | 'html'> {
  const [main = 'kk'] = languages;
  // A person's own words stand once, whatever the frame.
  const { subject, body } = inEachLanguage(facts.kind === 'reply' ? [main] : languages, (language) =>
    composeLetter(language, facts),
  );
  const foot = legalFoot(DEFAULT_LEGAL_ENTITY, main);
  return {
    subject,
    text: `${body}\n\n-- \n${foot}\n`,
    html: letterHtml(main, body, foot),
  };
}

/** Whether the blank of the Application goes with the letter. */
export function asksForApplication(facts: LetterFacts): boolean {
  if (facts.kind === 'acknowledgement') return facts.missing.includes('application');
  const asks = ['deficiency', 'reminder', 'waiting_warning', 'closing'];
  return asks.includes(facts.kind) && facts.items.includes('application');
}
