import { In } from 'typeorm';
import type { Tx } from '../../adapters/db/unit-of-work';
import type { Clock, Ids } from '../../ports';
import { recordEvent } from '../audit';
import type { ClaimHooks } from '../claims';
import { MessageEntity } from '../messages';

const LOOKED_AT = 400_000;

interface BounceParts {
  ids: Ids;
  clock: Clock;
  onLetterLost: ClaimHooks['onLetterLost'];
}

/**
 * Files a bounce to the letter that bounced: it becomes `failed`, its claim's history says so, and the claim hears of
 * it. Answers the claim.
 */
export async function noteBounce(tx: Tx, parts: BounceParts, raw: Buffer): Promise<string | null> {
  const { ids, clock } = parts;
  const mentioned =
    raw
      .subarray(0, LOOKED_AT)
      .toString('latin1')
      .match(/<[\w.+-]{20,80}@[\w.-]{1,150}>/g) ?? [];
  const candidates = [...new Set(mentioned)].slice(0, 50);
  if (candidates.length === 0) return null;
  const letter = await tx.findOneBy(MessageEntity, { mailMessageId: In(candidates), direction: 'out' });
  if (!letter) return null;
  const { affected } = await tx.update(
    MessageEntity,
    { id: letter.id, state: In(['sent', 'queued']) },
    { state: 'failed' },
  );
  if (affected === 1) {
    await recordEvent(tx, ids, {
      actorId: null,
      action: 'message.bounced',
      resource: 'messages',
      resourceId: letter.id,
      claimId: letter.claimId,
      data: { kind: letter.kind },
      at: clock.now(),
    });
    const { id: messageId, kind } = letter;
    if (letter.claimId !== null)
      await parts.onLetterLost(tx, letter.claimId, { messageId, kind, cause: 'bounced' });
  }
  return letter.claimId;
}
