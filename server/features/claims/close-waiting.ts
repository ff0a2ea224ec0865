import { almatyDate } from '../../domain/almaty-time';
import { moveClaim } from '../../domain/claim';
import { IllegalMove } from '../../domain/errors';
import { mayCloseOn, type Waiting } from '../../domain/waiting';
import type { ClaimParts } from './claim-parts';
import type { Act } from './run-verb';

/**
 * A person closes a claim whose papers never came, with a letter that names each and why it is needed. Not before the
 * customer was warned and the day of the warning has passed; sending the papers opens it again.
 * @throws IllegalMove with `mayCloseOn` (null while the customer is not warned)
 * @see docs/rules.md R-35
 */
export function makeCloseWaiting(parts: ClaimParts) {
  return async ({ tx, claim, actor, now, event }: Act, body: { note: string }): Promise<void> => {
    const { waiting, state: current } = claim;
    const settings = await parts.loadSettings(tx, almatyDate(claim.demandedAt));
    const day = waiting && mayCloseOn(waiting, settings);
    if (!waiting || day === null || almatyDate(now) < day) {
      throw new IllegalMove(
        day === null
          ? 'The customer has not been warned yet that the claim may be closed'
          : `The claim may be closed from ${day} on`,
        { current, move: 'close_waiting', mayCloseOn: day },
      );
    }
    claim.state = moveClaim(claim.state, 'close_waiting');
    claim.closedAt = now;
    claim.waiting = { ...waiting, closedAt: now };
    await parts.queueLetter(tx, {
      kind: 'closing',
      claim,
      dedupKey: `closing:${claim.id}:${String(claim.version)}`,
      params: { items: stillWanted(claim.missing, waiting), note: body.note, decidedById: actor.id },
      authorId: actor.id,
      now,
    });
    await event('closed_waiting', { items: waiting.items }, { note: body.note });
  };
}

/** What is missing of the required papers, and what else was asked for. */
export function stillWanted(missing: readonly string[], { items }: Waiting): string[] {
  const required = ['application', 'id_copy', 'receipt'];
  return [...new Set([...missing, ...items.filter((item) => !required.includes(item))])];
}
