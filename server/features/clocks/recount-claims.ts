import { In } from 'typeorm';
import type { Tx } from '../../adapters/db/unit-of-work';
import type { Deadline } from '../../domain/deadlines';
import { nearest } from '../../domain/nearest-obligation';
import { recordEvents } from '../audit';
import { ClaimEntity, noteBreaches, noteMoves, ObligationEntity, revokeBreach } from '../claims';
import type { ClockParts } from './clock-parts';
import { openTermsOf, type OpenTermRow } from './open-terms';

export interface Counts {
  done: number;
  moved: number;
  earlier: number;
  late: number;
  told: number;
}

interface Recounted {
  row: OpenTermRow;
  to: Deadline;
}

/**
 * Counts the running terms of some claims anew, in the caller's transaction. Claims are locked first, so a person who
 * works on one of them waits and then sees the new date. What did not change is not written.
 */
export async function recountClaims(
  tx: Tx,
  parts: Pick<ClockParts, 'ids' | 'clock'>,
  claimIds: string[],
  count: (rows: OpenTermRow[]) => Promise<Recounted[]>,
  changeId: string,
): Promise<Counts> {
  const claims = await lockClaims(tx, claimIds);
  const rows = await openTermsOf(tx, claimIds);
  const now = parts.clock.now();
  const changed = (await count(rows)).filter(({ row, to }) => !isSame(row, to));
  await writeTerms(tx, changed, now);
  const moved = changed.filter(({ row, to }) => row.dueOn !== to.dueOn);
  const moves = await noteMoves(
    tx,
    parts,
    moved.map(({ row, to }) => ({ ...row, to })),
    changeId,
  );
  await keepBreaches(tx, parts, changed, now);
  await writeClaims(tx, claims, rows, changed, now);
  await recordEvents(
    tx,
    parts.ids,
    moves.map(({ claimId, kind, fromOn, toOn, calendarVersion, late }) => ({
      actorId: null,
      action: 'claim.term_moved',
      resource: 'claims',
      resourceId: claimId,
      claimId,
      data: { cause: 'calendar', changeId, kind, from: fromOn, to: toOn, calendarVersion, late },
      at: now,
    })),
  );
  const claimsWith = (wanted: (move: (typeof moves)[number]) => boolean) =>
    new Set(moves.filter(wanted).map(({ claimId }) => claimId)).size;
  return {
    done: claimIds.length,
    moved: claimsWith(() => true),
    earlier: claimsWith(({ earlier }) => earlier),
    late: claimsWith(({ late }) => late),
    told: claimsWith(({ toldOn }) => toldOn !== null),
  };
}

type ClaimDates = Pick<ClaimEntity, 'id' | 'dueOn' | 'dueAt' | 'latestSafeAt' | 'provisional'>;

/** In order of id, so that two workers never wait for each other in a circle. */
function lockClaims(tx: Tx, claimIds: string[]): Promise<ClaimDates[]> {
  const postgres = tx.connection.options.type === 'postgres';
  return tx.find(ClaimEntity, {
    select: { id: true, dueOn: true, dueAt: true, latestSafeAt: true, provisional: true },
    where: { id: In(claimIds) },
    order: { id: 'ASC' },
    ...(postgres ? { lock: { mode: 'pessimistic_write' as const } } : {}),
  });
}

function isSame(row: OpenTermRow, to: Deadline): boolean {
  return (
    row.dueAt === to.dueAt &&
    row.dueOn === to.dueOn &&
    row.internalTargetAt === to.internalTargetAt &&
    row.latestSafeAt === to.latestSafeAt &&
    row.calendarVersion === to.calendarVersion &&
    row.provisional === to.provisional
  );
}

/** Terms that were one calculation are one statement. */
async function writeTerms(tx: Tx, changed: Recounted[], now: number): Promise<void> {
  const groups = new Map<Deadline, string[]>();
  for (const { row, to } of changed) groups.set(to, [...(groups.get(to) ?? []), row.id]);
  for (const [to, ids] of groups) {
    const { startsOn, dueOn, dueAt, internalTargetAt, latestSafeAt, provisional, calendarVersion, trace } =
      to;
    const status = now < dueAt ? ('running' as const) : ('breached' as const);
    const dates = { startsOn, dueOn, dueAt, internalTargetAt, latestSafeAt };
    await tx.update(
      ObligationEntity,
      { id: In(ids) },
      { ...dates, provisional, calendarVersion, trace, status, nextStepAt: 0 },
    );
  }
}

/** A date that another calendar put into the past is a breach, and one that it brought back is none any more. */
async function keepBreaches(
  tx: Tx,
  parts: Pick<ClockParts, 'ids' | 'clock'>,
  changed: Recounted[],
  now: number,
): Promise<void> {
  const passed = changed.filter(({ to }) => to.dueAt <= now);
  await noteBreaches(
    tx,
    parts,
    passed.map(({ row, to }) => ({ ...row, ...to })),
  );
  for (const { row, to } of changed)
    if (row.status === 'breached' && to.dueAt > now) await revokeBreach(tx, parts, row);
}

async function writeClaims(
  tx: Tx,
  claims: ClaimDates[],
  rows: OpenTermRow[],
  changed: Recounted[],
  now: number,
): Promise<void> {
  const after = new Map(changed.map(({ row, to }) => [row.id, { ...row, ...to }]));
  const groups = new Map<string, { dates: Omit<ClaimDates, 'id'>; ids: string[] }>();
  for (const claim of claims) {
    const next = nearest(
      rows.filter(({ claimId }) => claimId === claim.id).map((row) => after.get(row.id) ?? row),
    );
    const dates = {
      dueOn: next?.dueOn ?? null,
      dueAt: next?.dueAt ?? null,
      latestSafeAt: next?.latestSafeAt ?? null,
      provisional: next?.provisional ?? false,
    };
    const { id, ...before } = claim;
    const key = JSON.stringify(dates);
    if (key === JSON.stringify({ ...dates, ...before })) continue;
    const group = groups.get(key) ?? { dates, ids: [] };
    group.ids.push(id);
    groups.set(key, group);
  }
  for (const { dates, ids } of groups.values()) {
    await tx.update(
      ClaimEntity,
      { id: In(ids) },
      { ...dates, updatedAt: now, version: () => '"version" + 1' },
    );
  }
}
