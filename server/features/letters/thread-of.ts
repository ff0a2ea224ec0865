import { In, IsNull, Not } from 'typeorm';
import type { Tx } from '../../adapters/db/unit-of-work';
import { MessageEntity } from '../messages';

const LENGTH = 10;

/** Message-IDs of a claim's mail, oldest first: what a letter refers to, so that mail programs show one thread. */
export async function threadOf(tx: Tx, claimId: string): Promise<string[]> {
  const rows = await tx.find(MessageEntity, {
    select: { id: true, mailMessageId: true },
    where: { claimId, mailMessageId: Not(IsNull()), state: In(['received', 'sent', 'queued']) },
    order: { createdAt: 'DESC', id: 'DESC' },
    take: LENGTH,
  });
  return rows.flatMap(({ mailMessageId }) => (mailMessageId === null ? [] : [mailMessageId])).reverse();
}
