import { In } from 'typeorm';
import { almatyDate } from '../../domain/almaty-time';
import type { Language } from '../../domain/claim';
import type { OutgoingMail } from '../../ports';
import { recordEvent } from '../audit';
import { DocumentEntity } from '../documents';
import type { JobHandler } from '../jobs';
import { MessageEntity } from './message.entity';
import type { MessageParts } from './message-parts';
import { openLetter, type SealedLetter } from './sealed-letter';

/** With the growing delay of the job table this is about three hours; then a person looks at it. */
const MAX_TRIES = 10;
const BLANK_NAMES: Record<Language, string> = {
  kk: 'Өтініш бланкісі.pdf',
  ru: 'Бланк заявления.pdf',
  en: 'Application blank.pdf',
};

/**
 * Sends one letter. It may leave twice when the process dies between the server's answer and our commit, then under
 * the same Message-ID, so that mail programs show it once.
 */
export function makeSendMessage(parts: MessageParts): JobHandler {
  const { uow, vault, mailSender } = parts;
  return async ({ id: given }) => {
    const id = String(given);
    const found = await uow.read(async (tx) => {
      const message = await tx.findOneBy(MessageEntity, { id });
      if (!message) return null;
      const keys = await parts.claimKeysOf(tx, message.claimId === null ? [] : [message.claimId]);
      const documents =
        message.documentIds.length === 0
          ? []
          : await tx.findBy(DocumentEntity, { id: In(message.documentIds) });
      return { message, documents, letter: openLetter(vault, message, keys.get(message.claimId ?? '')) };
    });
    if (found?.message.state !== 'queued' || found.letter?.to == null) return;
    const { message, letter, documents } = found;
    try {
      await mailSender.send(await asMail(parts, message, letter, documents));
    } catch (error) {
      await putBack(parts, message, error);
      return;
    }
    await uow.write((tx) => markSent(parts, tx, message));
  };
}

async function markSent(
  { ids, clock, onLetterSent }: MessageParts,
  tx: Parameters<typeof recordEvent>[0],
  { id, claimId, kind, tries }: MessageEntity,
): Promise<void> {
  const now = clock.now();
  const { affected } = await tx.update(
    MessageEntity,
    { id, state: 'queued' },
    { state: 'sent', sentAt: now, tries: tries + 1 },
  );
  if (affected === 0) return;
  await recordEvent(tx, ids, {
    actorId: null,
    action: 'message.sent',
    resource: 'messages',
    resourceId: id,
    claimId,
    data: { kind },
    at: now,
  });
  if (claimId !== null) await onLetterSent(tx, claimId);
}

/** @throws the error itself while the letter is to be tried again */
async function putBack(
  { uow, ids, clock, log, onLetterLost }: MessageParts,
  { id, claimId, kind, tries }: MessageEntity,
  error: unknown,
): Promise<void> {
  const refused = (error as { permanent?: boolean }).permanent === true;
  const failed = refused || tries + 1 >= MAX_TRIES;
  await uow.write(async (tx) => {
    await tx.update(
      MessageEntity,
      { id, state: 'queued' },
      { tries: tries + 1, state: failed ? 'failed' : 'queued' },
    );
    if (!failed) return;
    await recordEvent(tx, ids, {
      actorId: null,
      action: 'message.failed',
      resource: 'messages',
      resourceId: id,
      claimId,
      data: { kind, refused, tries: tries + 1 },
      at: clock.now(),
    });
    if (claimId !== null) await onLetterLost(tx, claimId, { messageId: id, kind, cause: 'not_sent' });
  });
  if (!failed) throw error;
  log.warn({ messageId: id, refused, tries: tries + 1 }, 'letter given up');
}

async function asMail(
  { clock, files, applicationBlank }: MessageParts,
  message: MessageEntity,
  letter: SealedLetter,
  documents: DocumentEntity[],
): Promise<OutgoingMail> {
  const attachments: OutgoingMail['attachments'] = [];
  for (const language of letter.blanks ?? []) {
    const content = await applicationBlank(language, message.createdAt);
    attachments.push({ name: BLANK_NAMES[language], contentType: 'application/pdf', content });
  }
  for (const document of documents) {
    if (document.erasedAt !== null || document.claimId !== message.claimId) continue;
    attachments.push({
      name: document.name,
      contentType: document.contentType,
      content: await files.read(document),
    });
  }
  return {
    from: letter.from,
    to: letter.to ?? '',
    subject: letter.subject ?? almatyDate(clock.now()),
    text: letter.text,
    html: letter.html,
    replyTo: letter.replyTo,
    messageId: message.mailMessageId ?? '',
    inReplyTo: message.inReplyTo ?? undefined,
    references: letter.references,
    language: message.language ?? 'kk',
    automatic: message.automatic,
    attachments,
  };
}
