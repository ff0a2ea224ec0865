import { findForUpdate } from '../../adapters/db/locking';
import type { Tx } from '../../adapters/db/unit-of-work';
import { isClosed } from '../../domain/claim';
import { recordEvent } from '../audit';
import { ClaimEntity } from './claim.entity';
import type { ClaimCore } from './claim-parts';
import { claimLinesOf, writeLines } from './claim-lines';
import { heedMail, tellReopened } from './heed-mail';
import { linkOrder, linkPayment } from './link-claim';
import { writeObligations } from './count-clocks';
import { deriveClaim, saveClaim } from './settle-claim';

/** Why a claim is looked at again; a stable code for its history. */
export type RefreshCause =
  'document' | 'mail' | 'bounce' | 'letter' | 'order' | 'payment' | 'refund' | 'calendar' | 'clock';

export type RefreshClaim = (tx: Tx, claimId: string, cause: RefreshCause) => Promise<ClaimEntity | null>;

/**
 * Works a claim out anew after something beside it changed. The version goes up, and an event is written, only
 * when that changed the claim itself. Null when there is no such claim.
 */
export function makeRefreshClaim(core: ClaimCore): RefreshClaim {
  return async (tx, claimId, cause) => {
    const claim = await findForUpdate(tx, ClaimEntity, { id: claimId });
    if (!claim) return null;
    const before = JSON.stringify(claim);
    const wasClosed = isClosed(claim.state);
    if (cause === 'mail') await heedMail(tx, core, claim);
    const state = claim.state;
    if (!isClosed(claim.state) && claim.proposal === null) await relink(tx, core, claim);
    const clocks = await deriveClaim(tx, core, claim);
    if (before === JSON.stringify(claim)) {
      // A status or a calendar version may have changed although no date did.
      await writeObligations(tx, core, claim, clocks);
      return claim;
    }
    await saveClaim(tx, core, claim);
    await recordEvent(tx, core.ids, {
      actorId: null,
      action: 'claim.refreshed',
      resource: 'claims',
      resourceId: claim.id,
      claimId: claim.id,
      data: { cause, from: state, to: claim.state, missing: claim.missing, dueOn: claim.dueOn },
      at: core.clock.now(),
    });
    if (wasClosed && !isClosed(claim.state)) await tellReopened(tx, core, claim);
    return claim;
  };
}

/** An order or payment that came after the claim. Once a decision stands, a person has to say so instead. */
async function relink(tx: Tx, core: ClaimCore, claim: ClaimEntity): Promise<void> {
  if (claim.orderId === null) {
    const { lines } = await linkOrder(tx, claim);
    if (lines.length > 0 && (await claimLinesOf(tx, claim.id)).length === 0)
      await writeLines(tx, core.ids, claim.id, lines);
  }
  await linkPayment(tx, claim);
}
