import { In } from 'typeorm';
import type { Tx } from '../../adapters/db/unit-of-work';
import type { AskableItem } from '../../domain/claim';
import { beginWaiting, type Waiting } from '../../domain/waiting';
import { AuditEventEntity } from '../audit';
import { MessageEntity } from '../messages';
import type { ClaimEntity } from './claim.entity';

/**
 * The wait of a claim that stood in `needs_documents` before the product counted how long. It began with the last letter
 * that asked, so that a reminder which names that day tells the truth.
 */
export async function oldWaitingOf(
  tx: Tx,
  { id: claimId, missing, createdAt }: ClaimEntity,
): Promise<Waiting> {
  const [letter] = await tx.find(MessageEntity, {
    select: { id: true, createdAt: true },
    where: { claimId, direction: 'out', kind: In(['acknowledgement', 'deficiency']) },
    order: { createdAt: 'DESC', id: 'DESC' },
    take: 1,
  });
  const [asked] = await tx.find(AuditEventEntity, {
    where: { claimId, action: 'claim.documents_requested' },
    order: { at: 'DESC', id: 'DESC' },
    take: 1,
  });
  const items = (asked?.data as { items?: AskableItem[] } | undefined)?.items;
  return beginWaiting(letter?.createdAt ?? asked?.at ?? createdAt, items ?? missing);
}
