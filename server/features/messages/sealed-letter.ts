import type { Language } from '../../domain/claim';
import type { Vault } from '../../ports';
import type { MessageEntity } from './message.entity';

/** What of a letter is personal; kept only sealed. */
export interface SealedLetter {
  from: string;
  /** Null for a letter that is printed. */
  to: string | null;
  toName?: string;
  subject: string | null;
  text: string;
  html?: string;
  replyTo?: string;
  references?: string[];
  /** Languages in which the Application's blank goes along. */
  blanks?: Language[];
}

/** Null when the key is gone: the claim's personal values were erased. */
export function openLetter(
  vault: Vault,
  message: Pick<MessageEntity, 'sealed' | 'wrappedKey'>,
  claimKey: string | undefined,
): SealedLetter | null {
  const key = message.wrappedKey ?? claimKey;
  if (!key || message.sealed === '') return null;
  return JSON.parse(vault.openText(key, message.sealed)) as SealedLetter;
}
