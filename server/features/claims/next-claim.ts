import type { Tx } from '../../adapters/db/unit-of-work';
import { type CommandAnswer, onceFor } from '../../http/commands';
import type { Actor, originOf } from '../../http/route';
import { ClaimEntity } from './claim.entity';
import type { ClaimParts } from './claim-parts';
import { presentClaim } from './present-claim';
import { eventWriter } from './run-verb';
import { saveClaim } from './settle-claim';

/**
 * Gives the caller the most urgent claim that nobody holds; 204 when there is none. Rows that another
 * instance is giving away at this moment are skipped, so no claim is given twice and nobody waits.
 */
export function takeNextClaim(
  tx: Tx,
  parts: ClaimParts,
  { commandId, actor, origin }: { commandId: string; actor: Actor; origin: ReturnType<typeof originOf> },
): Promise<CommandAnswer> {
  const command = { commandId, actorId: actor.id, action: 'claims.next', now: parts.clock.now() };
  return onceFor(tx, command, async () => {
    const claim = await lockMostUrgent(tx);
    if (!claim) return { status: 204, body: null };
    claim.assigneeId = actor.id;
    await saveClaim(tx, parts, claim);
    await eventWriter(tx, parts, claim, origin)('assigned', { from: null, to: actor.id, next: true });
    return { status: 200, body: await presentClaim(tx, parts, claim, actor) };
  });
}

async function lockMostUrgent(tx: Tx): Promise<ClaimEntity | null> {
  const query = tx
    .createQueryBuilder(ClaimEntity, 'row')
    .where('row.state IN (:...states)', { states: ['received', 'in_review'] })
    .andWhere('row.assigneeId IS NULL')
    .orderBy('row.dueAt', 'ASC', 'NULLS LAST')
    .addOrderBy('row.id', 'ASC')
    .limit(1);
  if (tx.connection.options.type === 'postgres')
    query.setLock('pessimistic_write').setOnLocked('skip_locked');
  return query.getOne();
}
