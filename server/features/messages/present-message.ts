import type { Tx } from '../../adapters/db/unit-of-work';
import { maskedText } from '../../domain/masked-text';
import type { Role } from '../../domain/permissions';
import type { MessageEntity } from './message.entity';
import type { MessageParts } from './message-parts';
import { openLetter } from './sealed-letter';

const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString());

/** Letters as the API shows them, without the personal data that the role may not read; `subject` and `text` are null once the claim's personal values are erased. */
export async function presentMessages(
  tx: Tx,
  { vault, claimKeysOf, namesOf, peopleOf }: MessageParts,
  messages: MessageEntity[],
  role: Role,
) {
  const given = (values: (string | null)[]) => [...new Set(values.filter((value) => value !== null))];
  const keys = await claimKeysOf(tx, given(messages.map(({ claimId }) => claimId)));
  const names = await namesOf(tx, given(messages.map(({ authorId }) => authorId)));
  const masked = role === 'auditor' ? given(messages.map(({ claimId }) => claimId)) : [];
  const people = await peopleOf(tx, masked);
  return messages.map((message) => {
    const about = people.get(message.claimId ?? '') ?? [];
    const shown = (text: string | null | undefined) => maskedText(text ?? null, role, about);
    // A link in a letter about an account opens that account, so nobody reads it here.
    const secret = message.claimId === null && message.kind !== 'payment_failed';
    const letter = secret ? null : openLetter(vault, message, keys.get(message.claimId ?? ''));
    return {
      id: message.id,
      claimId: message.claimId,
      direction: message.direction,
      kind: message.kind,
      state: message.state,
      language: message.language,
      from: shown(letter?.from),
      to: shown(letter?.to),
      subject: shown(letter?.subject),
      text: shown(letter?.text),
      automatic: message.automatic,
      documentIds: message.documentIds,
      authorId: message.authorId,
      authorName: names.get(message.authorId ?? '') ?? null,
      createdAt: iso(message.createdAt),
      sentAt: iso(message.sentAt),
    };
  });
}
