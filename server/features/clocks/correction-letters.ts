import { setImmediate as breathe } from 'node:timers/promises';
import { In, MoreThan } from 'typeorm';
import { findForUpdate } from '../../adapters/db/locking';
import type { Tx } from '../../adapters/db/unit-of-work';
import { isClosed } from '../../domain/claim';
import { CalendarChangeEntity } from '../calendar';
import { ClaimEntity, DeadlineMoveEntity } from '../claims';
import { enqueue, type JobHandler } from '../jobs';
import type { ClockParts } from './clock-parts';

export const LETTERS_JOB = 'calendar.letters';

const BATCH = 50;

interface Order {
  changeId: string;
  authorId: string;
  commandId: string;
  /** Null means every move that waits for its letter. */
  moveIds: string[] | null;
  cursor: string;
}

/** A manager has approved the letters: the job writes them, a few in one transaction. */
export function orderLetters(
  tx: Tx,
  { ids, clock }: ClockParts,
  order: Omit<Order, 'cursor'>,
): Promise<void> {
  return enqueue(tx, ids, jobOf({ ...order, cursor: '' }, clock.now()));
}

/**
 * Writes the letters that correct a date: one a claim, however many of its terms moved. A move whose claim has closed
 * meanwhile needs none. The state of the move and the letter's key make a repeated job harmless.
 */
export function makeLettersJob(parts: ClockParts): JobHandler {
  const { uow, ids, clock } = parts;
  return async (payload) => {
    const order = payload as unknown as Order;
    const cursor = await uow.write((tx) => writeBatch(tx, parts, order));
    await breathe();
    if (cursor !== null) await uow.write((tx) => enqueue(tx, ids, jobOf({ ...order, cursor }, clock.now())));
  };
}

async function writeBatch(tx: Tx, parts: ClockParts, order: Order): Promise<string | null> {
  const { changeId, authorId, moveIds, cursor } = order;
  // Two orders for one change wait for each other here; the second finds nothing left.
  await findForUpdate(tx, CalendarChangeEntity, { id: changeId });
  const moves = await tx.find(DeadlineMoveEntity, {
    where: { changeId, letter: 'waiting', id: MoreThan(cursor) },
    order: { id: 'ASC' },
    take: BATCH,
  });
  const last = moves.at(-1);
  if (!last) return null;
  const chosen = moves.filter(({ id }) => moveIds === null || moveIds.includes(id));
  for (const claimId of new Set(chosen.map((move) => move.claimId))) {
    const claim = await tx.findOneByOrFail(ClaimEntity, { id: claimId });
    const letter = isClosed(claim.state) ? 'dropped' : 'queued';
    const now = parts.clock.now();
    const facts = {
      kind: 'date_correction',
      claim,
      dedupKey: `date:${changeId}:${claimId}`,
      params: {},
    } as const;
    if (letter === 'queued') await parts.queueLetter(tx, { ...facts, authorId, now });
    const id = In(chosen.filter((move) => move.claimId === claimId).map((move) => move.id));
    await tx.update(DeadlineMoveEntity, { id }, { letter });
  }
  return last.id;
}

function jobOf(order: Order, now: number) {
  const dedupKey = `${LETTERS_JOB}:${order.changeId}:${order.commandId}:${order.cursor}`.slice(0, 160);
  return { kind: LETTERS_JOB, dedupKey, payload: { ...order }, runAt: now, now };
}
