import type { Tx } from '../../adapters/db/unit-of-work';
import type { Language } from '../../domain/claim';
import type { Ids, Vault } from '../../ports';
import { enqueue } from '../jobs';
import { MessageEntity, type MessageKind } from './message.entity';
import type { SealedLetter } from './sealed-letter';

export const SEND_JOB = 'message.send';

/** A written letter on its way to the outbox. */
export interface NewMessage {
  /** Null for letters to staff, and for answers to questions that no claim belongs to. */
  claim: { id: string; wrappedKey: string } | null;
  kind: MessageKind;
  /** Null when it is written in several. */
  language: Language | null;
  letter: SealedLetter;
  inReplyTo: string | null;
  automatic: boolean;
  documentIds: string[];
  /** Last days that the letter tells, by obligation. */
  told?: MessageEntity['told'];
  authorId: string | null;
  /** Names the outcome that the letter tells of: at most one letter a key. */
  dedupKey: string;
  now: number;
}

/**
 * Keeps a letter, sealed, and the job that sends it, in the caller's transaction. Without a mail address it waits to be
 * printed. Its Message-ID is drawn here once, with 128 random bits, so a letter sent again is the same letter.
 */
export async function queueMessage(
  tx: Tx,
  { ids, vault }: { ids: Ids; vault: Vault },
  message: NewMessage,
): Promise<void> {
  const { claim, letter, dedupKey, now } = message;
  if (await tx.existsBy(MessageEntity, { dedupKey })) return;
  const id = ids.next();
  const wrappedKey = claim ? null : vault.newKey();
  const state = letter.to === null ? 'to_print' : 'queued';
  await tx.insert(MessageEntity, {
    id,
    claimId: claim?.id ?? null,
    direction: 'out',
    kind: message.kind,
    state,
    language: message.language,
    sealed: vault.sealText(claim?.wrappedKey ?? wrappedKey ?? '', JSON.stringify(letter)),
    wrappedKey,
    mailMessageId: `<${ids.token(16)}@${domainOf(letter.from)}>`,
    inReplyTo: message.inReplyTo?.slice(0, 255) ?? null,
    told: message.told ?? null,
    automatic: message.automatic,
    documentIds: message.documentIds,
    authorId: message.authorId,
    tries: 0,
    dedupKey,
    createdAt: now,
    sentAt: null,
  });
  if (state === 'queued')
    await enqueue(tx, ids, { kind: SEND_JOB, dedupKey: `message:${id}`, payload: { id }, runAt: now, now });
}

function domainOf(from: string): string {
  return /@([\w.-]+)/.exec(from)?.[1] ?? 'localhost';
}
