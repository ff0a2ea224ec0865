import { IsNull } from 'typeorm';
import type { Tx } from '../../adapters/db/unit-of-work';
import { MessageEntity } from '../messages';
import { dedupKeyOf } from './keep-letter';
import { MailLedgerEntity } from './mail-ledger.entity';

/**
 * Destroys what opens the raw mail behind a letter of a claim: it holds every attachment once more. The letter's own
 * text and the other files stay in the claim. The caller removes the file after the commit.
 *
 * @returns where the raw mail lies; null when the letter came another way or its mail is erased already
 */
export async function forgetRawMail(tx: Tx, messageId: string, now: number): Promise<string | null> {
  const message = await tx.findOneBy(MessageEntity, { id: messageId });
  const ledgerId = message === null ? null : ledgerIdOf(message.dedupKey);
  if (ledgerId === null) return null;
  const row = await tx.findOneBy(MailLedgerEntity, { id: ledgerId, erasedAt: IsNull() });
  if (!row) return null;
  await tx.update(
    MailLedgerEntity,
    { id: row.id },
    { wrappedKey: '', erasedAt: now, version: row.version + 1 },
  );
  return row.storageKey;
}

const PREFIX = dedupKeyOf('');

function ledgerIdOf(dedupKey: string): string | null {
  return dedupKey.startsWith(PREFIX) ? dedupKey.slice(PREFIX.length) : null;
}
