import type { Tx } from '../../adapters/db/unit-of-work';
import { recordEvent } from '../audit';
import { MessageEntity } from './message.entity';
import type { MessageParts } from './message-parts';

/** Printing a letter that waits for it counts as sending; printing it again only leaves its trace. */
export async function markPrinted(
  tx: Tx,
  { ids, clock, onLetterSent }: Pick<MessageParts, 'ids' | 'clock' | 'onLetterSent'>,
  { id, claimId, kind }: MessageEntity,
  origin: { actorId: string; requestId?: string; address?: string },
): Promise<void> {
  const now = clock.now();
  const { affected } = await tx.update(
    MessageEntity,
    { id, state: 'to_print' },
    { state: 'sent', sentAt: now },
  );
  await recordEvent(tx, ids, {
    ...origin,
    action: 'message.printed',
    resource: 'messages',
    resourceId: id,
    claimId,
    data: { kind },
    at: now,
  });
  if (affected === 1 && claimId !== null) await onLetterSent(tx, claimId);
}
