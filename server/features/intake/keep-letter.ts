import type { Tx } from '../../adapters/db/unit-of-work';
import { withoutCardNumbers } from '../../domain/mail-text';
import type { ReadMail } from '../../mailbox-port';
import type { ClaimEntity } from '../claims';
import { type DocumentEntity, keepDocuments, type PreparedDocument } from '../documents';
import { addressOf } from '../letters';
import { MessageEntity, type SealedLetter } from '../messages';
import type { IntakeParts } from './intake-parts';

/** The letter of a row of the mail ledger; the way back from the letter to its raw mail. */
export function dedupKeyOf(ledgerId: string): string {
  return `mail:${ledgerId}`;
}

/** Keeps a customer's letter with its files in the claim: text sealed, documents dated by the arrival. */
export async function keepLetter(
  tx: Tx,
  { ids, vault, mailFrom }: IntakeParts,
  claim: ClaimEntity,
  mail: ReadMail,
  arrived: { ledgerId: string; receivedAt: number; prepared: PreparedDocument[] },
): Promise<DocumentEntity[]> {
  const { ledgerId, receivedAt, prepared } = arrived;
  const id = ids.next();
  const documents = await keepDocuments(tx, ids, prepared, {
    claimId: claim.id,
    messageId: id,
    actorId: null,
    at: receivedAt,
  });
  const letter: SealedLetter = {
    from: mail.from.name === '' ? mail.from.address : `${mail.from.name} <${mail.from.address}>`,
    to: addressOf(mailFrom),
    subject: withoutCardNumbers(mail.subject),
    text: withoutCardNumbers(mail.text),
  };
  await tx.insert(MessageEntity, {
    id,
    claimId: claim.id,
    direction: 'in',
    kind: 'customer',
    state: 'received',
    language: null,
    sealed: vault.sealText(claim.wrappedKey, JSON.stringify(letter)),
    wrappedKey: null,
    mailMessageId: mail.messageId?.slice(0, 255) ?? null,
    inReplyTo: mail.inReplyTo?.slice(0, 255) ?? null,
    automatic: false,
    documentIds: documents.map((document) => document.id),
    authorId: null,
    tries: 0,
    dedupKey: dedupKeyOf(ledgerId),
    createdAt: receivedAt,
    sentAt: null,
  });
  return documents;
}
