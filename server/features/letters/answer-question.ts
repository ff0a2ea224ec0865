import type { Tx } from '../../adapters/db/unit-of-work';
import type { Language } from '../../domain/claim';
import { DEFAULT_LEGAL_ENTITY } from '../../domain/legal-entity';
import { MessageEntity, queueMessage } from '../messages';
import { declineParagraphs, failedAttemptOf } from './decline-letter';
import { fill } from './fill';
import { legalFoot } from './legal-foot';
import { letterHtml } from './letter-html';
import { inEachLanguage, type LetterParts } from './queue-letter';

/** A question by mail that no claim belongs to. */
export interface AskedQuestion {
  paymentId: string;
  name: string;
  /** Two while the language is a guess. */
  languages: Language[];
}

export interface WrittenAnswer {
  subject: string;
  text: string;
  html: string;
}

/** Why a payment failed, to somebody who has no claim; @throws InvalidInput when the payment did not fail. */
export async function writeDeclineAnswer(tx: Tx, question: AskedQuestion): Promise<WrittenAnswer> {
  const attempt = await failedAttemptOf(tx, question.paymentId);
  const { languages, name } = question;
  const [main = 'kk'] = languages;
  const { subject, body } = inEachLanguage(languages, (language) => ({
    subject: fill(language, 'subject.payment_question'),
    text: [
      name === '' ? fill(language, 'greetingUnnamed') : fill(language, 'greeting', { name }),
      ...declineParagraphs(language, attempt),
      fill(language, 'closing'),
    ].join('\n\n'),
  }));
  const foot = legalFoot(DEFAULT_LEGAL_ENTITY, main);
  return { subject, text: `${body}\n\n-- \n${foot}\n`, html: letterHtml(main, body, foot) };
}

/** Hands the answer to the outbox in the caller's transaction; answers the letter's id. One answer a question. */
export async function queueDeclineAnswer(
  tx: Tx,
  parts: LetterParts,
  question: AskedQuestion & {
    to: string;
    questionMessageId: string | null;
    authorId: string;
    dedupKey: string;
  },
): Promise<string> {
  const { languages, to, name, questionMessageId, dedupKey } = question;
  const [main = 'kk'] = languages;
  await queueMessage(tx, parts, {
    claim: null,
    kind: 'payment_failed',
    language: languages.length > 1 ? null : main,
    letter: {
      from: parts.mailFrom,
      to,
      toName: name,
      references: questionMessageId === null ? [] : [questionMessageId],
      blanks: [],
      ...(await writeDeclineAnswer(tx, question)),
    },
    inReplyTo: questionMessageId,
    automatic: false,
    documentIds: [],
    authorId: question.authorId,
    dedupKey,
    now: parts.clock.now(),
  });
  return (await tx.findOneByOrFail(MessageEntity, { dedupKey })).id;
}
