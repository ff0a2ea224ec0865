import type { Tx } from '../../adapters/db/unit-of-work';
import { almatyDate } from '../../domain/almaty-time';
import { InvalidInput } from '../../domain/errors';
import { assertHandedOver } from '../../domain/handover';
import { type CommandAnswer, onceFor } from '../../http/commands';
import type { Actor, originOf } from '../../http/route';
import { keepDocuments, type PreparedDocument } from '../documents';
import type { ClaimParts } from './claim-parts';
import type { CreateInput } from './claims.schema';
import { assertAfterPurchase, impossibleMoment } from './moment-of-demand';
import { acknowledgeClaim, makeOpenClaim } from './open-claim';
import { presentClaim } from './present-claim';
import { saveClaim } from './settle-claim';

/** Clocks of two machines differ a little; beyond this a demand lies in the future. */
const CLOCK_SLACK_MS = 60_000;
/** A demand presented this long before its entry needs no reason. */
const ENTRY_SLACK_MS = 5 * 60_000;

/**
 * Enters a claim at the desk, with its files, and queues the acknowledgement: all of it or nothing.
 * @throws InvalidInput when the demand or the handover lies in the future, the demand in the past without a reason, or
 * before the purchase
 */
export function makeCreateClaim(parts: ClaimParts) {
  const openClaim = makeOpenClaim(parts);
  return (
    tx: Tx,
    input: CreateInput,
    files: PreparedDocument[],
    { actor, origin }: { actor: Actor; origin: ReturnType<typeof originOf> },
  ): Promise<CommandAnswer> => {
    const now = parts.clock.now();
    const command = { commandId: input.commandId, actorId: actor.id, action: 'claims.create', now };
    return onceFor(tx, command, async () => {
      const demand = demandOf(input, now);
      assertHandedOver(input.handedOverOn, almatyDate(now));
      const claim = await openClaim(tx, {
        kind: input.kind,
        channel: input.channel,
        language: input.language,
        languageSource: 'staff',
        customer: {
          name: input.customer.name,
          email: input.customer.email ?? null,
          phone: input.customer.phone ?? null,
        },
        payer: input.payer ?? null,
        representative: input.representative ?? null,
        orderNumber: input.orderNumber ?? null,
        requestedMinor: input.requestedMinor ?? null,
        currency: input.currency,
        handedOverOn: input.handedOverOn ?? null,
        lines: input.lines,
        ...demand,
        ...origin,
      });
      await assertAfterPurchase(tx, claim, claim.demandedAt);
      if (files.length > 0) {
        await keepDocuments(tx, parts.ids, files, { claimId: claim.id, messageId: null, ...origin, at: now });
        await saveClaim(tx, parts, claim);
      }
      await acknowledgeClaim(tx, parts, claim, actor.id);
      return { status: 201, body: await presentClaim(tx, parts, claim, actor) };
    });
  };
}

function demandOf({ demandedAt, demandedReason }: CreateInput, now: number) {
  const at = demandedAt ? Date.parse(demandedAt) : now;
  if (at > now + CLOCK_SLACK_MS) {
    throw impossibleMoment('A demand cannot lie in the future', 'lies in the future');
  }
  if (at < now - ENTRY_SLACK_MS && !demandedReason) {
    throw new InvalidInput('Say why the demand is older than its entry', {
      errors: { demandedReason: 'is missing' },
    });
  }
  return { demandedAt: Math.min(at, now), demandedReason: demandedReason ?? null };
}
