import { In, IsNull, Not } from 'typeorm';
import type { Tx } from '../../adapters/db/unit-of-work';
import type { CalendarDate } from '../../domain/calendar-date';
import type { Deadline } from '../../domain/deadlines';
import type { ObligationKind } from '../../domain/obligations';
import type { Clock, Ids } from '../../ports';
import { MessageEntity } from '../messages';
import { DeadlineMoveEntity } from './claim.entity';

/** A running term and where another calendar puts it. */
export interface MovedTerm {
  claimId: string;
  kind: ObligationKind;
  round: number;
  dueOn: CalendarDate;
  to: Pick<Deadline, 'dueOn' | 'dueAt' | 'calendarVersion'>;
}

/** Keeps that running terms moved, with the date that their customers know; a move that is known already is kept once. */
export async function noteMoves(
  tx: Tx,
  { ids, clock }: { ids: Ids; clock: Clock },
  terms: readonly MovedTerm[],
  changeId: string | null = null,
): Promise<DeadlineMoveEntity[]> {
  if (terms.length === 0) return [];
  const told = await datesTold(tx, [...new Set(terms.map(({ claimId }) => claimId))]);
  const now = clock.now();
  const rows = terms.map(({ claimId, kind, round, dueOn, to }): DeadlineMoveEntity => {
    const known = told.get(claimId)?.[kind] ?? null;
    const toldOn = known === to.dueOn ? null : known;
    return {
      id: ids.next(),
      changeId,
      claimId,
      kind,
      round,
      fromOn: dueOn,
      toOn: to.dueOn,
      earlier: to.dueOn < dueOn,
      late: to.dueAt <= now,
      toldOn,
      letter: toldOn === null ? 'none' : 'waiting',
      calendarVersion: to.calendarVersion,
      at: now,
    };
  });
  await tx
    .createQueryBuilder()
    .insert()
    .into(DeadlineMoveEntity)
    .values(rows)
    .orIgnore()
    .updateEntity(false)
    .execute();
  return rows;
}

export type DatesTold = Partial<Record<ObligationKind, CalendarDate>>;

/** The last date of each term that letters told, by claim; letters that never arrived told nothing. */
export async function datesTold(tx: Tx, claimIds: string[]): Promise<Map<string, DatesTold>> {
  const letters = await tx.find(MessageEntity, {
    select: { id: true, claimId: true, told: true },
    where: { claimId: In(claimIds), told: Not(IsNull()), state: In(['queued', 'sent', 'to_print']) },
    order: { createdAt: 'ASC', id: 'ASC' },
  });
  const told = new Map<string, DatesTold>();
  for (const { claimId, told: dates } of letters)
    if (claimId !== null) told.set(claimId, { ...told.get(claimId), ...dates });
  return told;
}
