import type { Request, Response } from 'express';
import { findForUpdate, isUniqueViolation } from '../../adapters/db/locking';
import type { Tx, UnitOfWork } from '../../adapters/db/unit-of-work';
import { NotFound, StaleVersion } from '../../domain/errors';
import { type CommandAnswer, onceFor } from '../../http/commands';
import { type Actor, actorOf, originOf } from '../../http/route';
import { recordEvent } from '../audit';
import { ClaimEntity } from './claim.entity';
import type { ClaimParts } from './claim-parts';
import { presentClaim } from './present-claim';
import { saveClaim } from './settle-claim';

/** What an act on a claim works with: the locked row, the one who acts, the moment. */
export interface Act {
  tx: Tx;
  claim: ClaimEntity;
  actor: Actor;
  now: number;
  /** Writes `claim.<what>`; `sealed` holds personal text and is sealed under the claim's key. */
  event: (what: string, data?: Record<string, unknown>, sealed?: Record<string, unknown>) => Promise<void>;
}

interface VerbBody {
  version: number;
  commandId: string;
}

type Origin = ReturnType<typeof originOf>;

/**
 * One act on one claim over HTTP: reads who asks, does it, answers with the claim.
 * @throws NotFound; StaleVersion with `current`
 */
export async function runVerb<Body extends VerbBody>(
  parts: ClaimParts,
  req: Request,
  res: Response,
  verb: string,
  body: Body,
  act: (act: Act, body: Body) => Promise<void>,
): Promise<void> {
  const call = { claimId: String(req.params.id), actor: actorOf(req), origin: originOf(req), verb, body };
  const answer = await performVerb(parts, call, (given) => act(given, body));
  res.status(answer.status).json(answer.body);
}

/**
 * One act on one claim: locks the row, gives a repeated command its first answer, refuses a stale reader, lets
 * `act` change the row, saves it under the next version and answers with the claim.
 *
 * The lock comes before the look at the command id, so a double click waits and then finds its first answer.
 * @throws NotFound; StaleVersion with `current`
 */
export function performVerb(
  parts: ClaimParts,
  call: VerbCall,
  act: (act: Act) => Promise<void>,
): Promise<CommandAnswer> {
  return writeOnce(parts.uow, (tx) => onClaim(tx, parts, call, act));
}

export interface VerbCall {
  claimId: string;
  actor: Actor;
  origin: Origin;
  verb: string;
  body: VerbBody;
}

/** The same inside an open transaction; the batch uses it once an item. */
export async function onClaim(
  tx: Tx,
  parts: ClaimParts,
  { claimId, actor, origin, verb, body }: VerbCall,
  act: (act: Act) => Promise<void>,
): Promise<CommandAnswer> {
  const now = parts.clock.now();
  const claim = await findForUpdate(tx, ClaimEntity, { id: claimId });
  if (!claim) throw new NotFound('No such claim');
  const command = { commandId: body.commandId, actorId: actor.id, action: `claims.${verb}:${claimId}`, now };
  return onceFor(tx, command, async () => {
    if (claim.version !== body.version) {
      throw new StaleVersion('Somebody else changed this claim', {
        current: await presentClaim(tx, parts, claim, actor),
      });
    }
    await act({ tx, claim, actor, now, event: eventWriter(tx, parts, claim, origin) });
    await saveClaim(tx, parts, claim);
    return { status: 200, body: await presentClaim(tx, parts, claim, actor) };
  });
}

export function eventWriter(
  tx: Tx,
  { ids, clock, vault }: ClaimParts,
  claim: ClaimEntity,
  origin: Origin,
): Act['event'] {
  return (what, data = {}, sealed) =>
    recordEvent(tx, ids, {
      ...origin,
      action: `claim.${what}`,
      resource: 'claims',
      resourceId: claim.id,
      claimId: claim.id,
      data: { state: claim.state, ...data },
      sealed: sealed ? vault.sealText(claim.wrappedKey, JSON.stringify(sealed)) : null,
      at: clock.now(),
    });
}

/** Two requests with one new command id: the unique index lets one through, the other is asked again. */
export async function writeOnce<T>(uow: UnitOfWork, fn: (tx: Tx) => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await uow.write(fn);
    } catch (error) {
      if (tries >= 3 || !isUniqueViolation(error)) throw error;
    }
  }
}
