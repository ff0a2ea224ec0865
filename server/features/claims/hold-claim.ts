import { IllegalMove } from '../../domain/errors';
import type { Act } from './run-verb';

/**
 * Legal hold: what is kept of the claim stays while a court, an authority or a dispute needs it (Law 94-V Art. 12),
 * whatever the terms of erasing say; released, they hold again at once.
 * @throws IllegalMove when it stands so already
 */
export async function holdClaim(
  { claim, now, event }: Act,
  body: { held: boolean; reason: string },
): Promise<void> {
  if (body.held === (claim.heldAt !== null)) {
    throw new IllegalMove('The claim stands so already', { current: claim.state, move: 'legal-hold' });
  }
  claim.heldAt = body.held ? now : null;
  await event(body.held ? 'held' : 'hold_released', {}, { reason: body.reason });
}
