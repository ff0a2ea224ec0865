import type { Tx } from '../../adapters/db/unit-of-work';
import { findForUpdate } from '../../adapters/db/locking';
import { InvalidInput } from '../../domain/errors';
import { recordEvent } from '../audit';
import { ClaimEntity } from './claim.entity';
import type { ClaimCore } from './claim-parts';
import type { ClaimTask } from './claim.types';
import type { Act } from './run-verb';
import { saveClaim } from './settle-claim';

/** A letter that did not reach its customer. */
export interface LostLetter {
  messageId: string;
  kind: string;
  cause: ClaimTask['cause'];
}

/**
 * A letter came back, or never left: somebody has to call. A decision that came back answers nothing, so its
 * term is open again, by the old date.
 */
export async function onLetterLost(
  tx: Tx,
  core: ClaimCore,
  claimId: string,
  letter: LostLetter,
): Promise<void> {
  const claim = await findForUpdate(tx, ClaimEntity, { id: claimId });
  if (!claim) return;
  const { messageId, kind: letterKind, cause } = letter;
  if (claim.tasks.some((task) => task.messageId === messageId && task.doneAt === null)) return;
  const at = core.clock.now();
  const task = {
    id: core.ids.next(),
    kind: 'call',
    cause,
    messageId,
    letterKind,
    at,
    doneAt: null,
    doneById: null,
  } as const;
  claim.tasks = [...claim.tasks, task];
  await saveClaim(tx, core, claim);
  await recordEvent(tx, core.ids, {
    actorId: null,
    action: 'claim.call_needed',
    resource: 'claims',
    resourceId: claim.id,
    claimId: claim.id,
    data: { taskId: task.id, cause, letterKind, messageId, dueOn: claim.dueOn },
    at,
  });
}

/** @throws InvalidInput when the claim has no such open task */
export async function closeTask(
  { claim, actor, now, event }: Act,
  body: { taskId: string; note: string },
): Promise<void> {
  const task = claim.tasks.find(({ id, doneAt }) => id === body.taskId && doneAt === null);
  if (!task)
    throw new InvalidInput('The claim has no such open task', { errors: { taskId: 'no such task' } });
  claim.tasks = claim.tasks.map((each) =>
    each === task ? { ...each, doneAt: now, doneById: actor.id } : each,
  );
  await event('task_done', { taskId: task.id, kind: task.kind }, { note: body.note });
}
