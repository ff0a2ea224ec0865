import { findForUpdate } from '../../adapters/db/locking';
import type { Tx } from '../../adapters/db/unit-of-work';
import { IllegalMove, InvalidInput, StaleVersion } from '../../domain/errors';
import type { ReadMail } from '../../mailbox-port';
import { type AskedQuestion, queueDeclineAnswer } from '../letters';
import { isTheirs, PaymentEntity } from '../payments';
import type { IntakeParts } from './intake-parts';
import { languageOfMail } from './language-of-mail';
import { MailLedgerEntity, type MailOutcome } from './mail-ledger.entity';

/** What has no claim, so that no letter of a claim answers it. */
const ANSWERABLE: readonly MailOutcome[] = ['question', 'not_a_claim'];

export function isAnswerable({ outcome, erasedAt }: MailLedgerEntity): boolean {
  return ANSWERABLE.includes(outcome) && erasedAt === null;
}

/**
 * The letter of a question, opened from its seal, so that the answer goes to its writer and in its language.
 * @throws IllegalMove when it is answered, has a claim, or cannot be read
 */
export async function openQuestion(parts: IntakeParts, row: MailLedgerEntity): Promise<ReadMail> {
  const refused = (why: string) => new IllegalMove(why, { current: row.outcome, move: 'answer' });
  if (!isAnswerable(row)) throw refused('Only a question without a claim is answered here');
  if (row.answerId !== null) throw refused('The question is answered already');
  const read = await parts.mailReader.read(await parts.files.read(row));
  if (read.problem !== null) throw refused('The message cannot be read');
  return read.mail;
}

/** @throws InvalidInput when somebody of another address tried to pay */
export async function questionOf(tx: Tx, mail: ReadMail, paymentId: string): Promise<AskedQuestion> {
  const payment = await tx.findOneBy(PaymentEntity, { id: paymentId });
  if (payment && !isTheirs(payment, mail.from.address)) {
    throw new InvalidInput('Somebody of another address tried to pay', {
      errors: { paymentId: 'belongs to another address' },
    });
  }
  const { language, source } = await languageOfMail(tx, mail.from.address, mail, '');
  const languages: AskedQuestion['languages'] = source === 'unsure' ? ['kk', 'ru'] : [language];
  return { paymentId, name: mail.from.name.includes('@') ? '' : mail.from.name, languages };
}

/**
 * Tells the writer why the payment failed, once a question.
 * @throws StaleVersion; InvalidInput when the payment did not fail or is somebody else's
 */
export async function answerQuestion(
  tx: Tx,
  parts: IntakeParts,
  row: MailLedgerEntity,
  mail: ReadMail,
  asked: { version: number; paymentId: string; authorId: string },
): Promise<MailLedgerEntity> {
  const current = await findForUpdate(tx, MailLedgerEntity, { id: row.id });
  if (current?.version !== asked.version || current.answerId !== null) {
    throw new StaleVersion('Somebody else has dealt with this message', { current: current?.version });
  }
  const answerId = await queueDeclineAnswer(tx, parts, {
    ...(await questionOf(tx, mail, asked.paymentId)),
    to: mail.from.address,
    questionMessageId: current.messageId,
    authorId: asked.authorId,
    dedupKey: `answer:${row.id}`,
  });
  const change = { answerId, paymentId: asked.paymentId, version: current.version + 1 };
  await tx.update(MailLedgerEntity, { id: row.id }, change);
  return { ...current, ...change };
}
