import type { Request } from 'express';
import type { z } from 'zod';
import type { Tx } from '../../adapters/db/unit-of-work';
import { type Command, onceFor } from '../../http/commands';
import { toProblem } from '../../http/problem';
import { actorOf, originOf } from '../../http/route';
import { makeApproveDecision } from './approve-decision';
import type { ClaimParts } from './claim-parts';
import type { BatchBody } from './claims.schema';
import { onClaim, writeOnce } from './run-verb';

export interface BatchResult {
  id: string;
  ok: boolean;
  problem?: ReturnType<typeof toProblem>;
}

/**
 * Approves several proposals; each stands alone, so one that fails stops none. Repeated under the same command
 * id it gives the first results again; cut off half-way, the repetition does the rest.
 */
export function makeApproveBatch(parts: ClaimParts) {
  const approve = makeApproveDecision(parts);
  return async (req: Request, { commandId, items }: z.output<typeof BatchBody>): Promise<unknown> => {
    const actor = actorOf(req);
    const command = { commandId, actorId: actor.id, action: 'claims.approve-batch', now: parts.clock.now() };
    const first = await parts.uow.read((tx) => knownAnswer(tx, command));
    if (first) return first;
    const results: BatchResult[] = [];
    for (const { id, version, proposalHash } of items) {
      const call = {
        claimId: id,
        actor,
        origin: originOf(req),
        verb: 'approve',
        body: { version, commandId: `${commandId}/${id}`.slice(0, 100) },
      };
      try {
        await writeOnce(parts.uow, (tx) => onClaim(tx, parts, call, (act) => approve(act, { proposalHash })));
        results.push({ id, ok: true });
      } catch (error) {
        const problem = toProblem(error);
        if (problem.status >= 500) throw error;
        results.push({ id, ok: false, problem });
      }
    }
    const answer = await writeOnce(parts.uow, (tx) =>
      onceFor(tx, command, () => Promise.resolve({ status: 200, body: { results } })),
    );
    return answer.body;
  };
}

/** The first answer to a command that ran before; null for a new one. Looks without writing. */
async function knownAnswer(tx: Tx, command: Command): Promise<unknown> {
  try {
    return (await onceFor(tx, command, () => Promise.reject(new NotYet('A new command')))).body;
  } catch (error) {
    if (error instanceof NotYet) return null;
    throw error;
  }
}

class NotYet extends Error {}
