import { setImmediate as breathe } from 'node:timers/promises';
import { IsNull, MoreThanOrEqual } from 'typeorm';
import { findForUpdate } from '../../adapters/db/locking';
import type { Tx } from '../../adapters/db/unit-of-work';
import { almatyDate } from '../../domain/almaty-time';
import { makeRecount } from '../../domain/recount';
import { loadAuthorityTerms } from '../authorities';
import { CalendarChangeEntity } from '../calendar';
import { DeadlineMoveEntity } from '../claims';
import { enqueue, type JobHandler } from '../jobs';
import type { ClockParts } from './clock-parts';
import { countClaims, nextClaimIds, type OpenTermRow, spanOf, storedTerm } from './open-terms';
import { type Counts, recountClaims } from './recount-claims';
import { makeSettingsBook } from './settings-book';

export const RECOUNT_JOB = 'calendar.recount';

/** Small enough that neither the event loop nor the write queue is held for long. */
const BATCH = 200;
/** Batches of one job; other jobs get their turn between two. */
const SLICE = 10;
/** A claim that was being opened when the change was published may have committed behind the cursor. */
const LATE_AFTER_MS = 2 * 60_000;
const LATE_LOOKBACK_MS = 10 * 60_000;

/** Puts the first slice on the table, in the transaction that publishes the change. */
export function makeOrderRecount({ ids, clock }: Pick<ClockParts, 'ids' | 'clock'>) {
  return (tx: Tx, change: CalendarChangeEntity): Promise<void> =>
    enqueue(tx, ids, orderOf(change.id, { cursor: '' }, clock.now(), clock.now()));
}

/** At start: what a dead process held would otherwise wait for the end of its lease. A second worker does no harm. */
export async function resumeRecount({
  uow,
  ids,
  clock,
}: Pick<ClockParts, 'uow' | 'ids' | 'clock'>): Promise<void> {
  await uow.write(async (tx) => {
    const now = clock.now();
    for (const { id, cursor } of await tx.findBy(CalendarChangeEntity, { state: 'publishing' })) {
      const order = orderOf(id, { cursor }, now, now);
      await enqueue(tx, ids, { ...order, dedupKey: `${order.dedupKey}:${String(now)}` });
    }
  });
}

interface Slice {
  changeId: string;
  cursor: string;
  /** The second look at claims opened around the publication. */
  late?: boolean;
}

/**
 * Counts the open claims anew after a change of the calendar, slice by slice. Each batch commits together with the
 * cursor in the change's row, under that row's lock: whatever dies in between, and whoever else works on it, no claim
 * is left out and none is done twice.
 */
export function makeRecountJob(parts: ClockParts): JobHandler {
  const { uow, ids, clock } = parts;
  return async (payload) => {
    const slice = payload as unknown as Slice;
    const count = await makeCount(parts);
    await countOnce(parts, slice.changeId);
    let cursor: string | null = slice.cursor;
    for (let batch = 0; batch < SLICE && cursor !== null; batch += 1) {
      const from: string = cursor;
      cursor = await uow.write((tx) =>
        slice.late
          ? lateBatch(tx, parts, slice.changeId, from, count)
          : nextBatch(tx, parts, slice.changeId, count),
      );
      await breathe();
    }
    if (cursor === null) return;
    const next = { cursor, ...(slice.late ? { late: true } : {}) };
    await uow.write((tx) => enqueue(tx, ids, orderOf(slice.changeId, next, clock.now(), clock.now())));
  };
}

type Count = (
  tx: Tx,
  rows: OpenTermRow[],
) => Promise<{ row: OpenTermRow; to: ReturnType<ReturnType<typeof makeRecount>> }[]>;

/** Counts by the calendar of now; what was counted once in the slice is not counted again. */
async function makeCount({ uow, clock, loadCalendar, loadSettings }: ClockParts): Promise<Count> {
  const book = makeSettingsBook(loadSettings);
  const today = almatyDate(clock.now());
  const authorities = await uow.read(loadAuthorityTerms);
  const recount = makeRecount(await uow.read(loadCalendar), (day) => book.on(day));
  return async (tx, rows) => {
    await book.fill(tx, [today, ...rows.map(({ settingsOn }) => settingsOn)]);
    const keepsEarlier = book.on(today).calendarChange === 'keep_earlier';
    return rows
      .map((row) => ({ row, to: recount(storedTerm(row, authorities)) }))
      .filter(({ row, to }) => !keepsEarlier || to.dueAt <= row.dueAt);
  };
}

/** The total is counted outside of any transaction that others wait for. */
async function countOnce({ uow, longReads }: ClockParts, changeId: string): Promise<void> {
  const change = await uow.read((tx) => tx.findOneBy(CalendarChangeEntity, { id: changeId }));
  if (change?.state !== 'publishing' || change.total > 0) return;
  const total = await longReads((tx) => countClaims(tx, spanOf(change)));
  await uow.write((tx) => tx.update(CalendarChangeEntity, { id: changeId, total: 0 }, { total }));
}

/** One batch after the cursor of the change; null when the pass is over. */
async function nextBatch(tx: Tx, parts: ClockParts, changeId: string, count: Count): Promise<string | null> {
  const change = await findForUpdate(tx, CalendarChangeEntity, { id: changeId });
  if (change?.state !== 'publishing') return null;
  const claimIds = await nextClaimIds(tx, spanOf(change), change.cursor, BATCH);
  const cursor = claimIds.at(-1);
  if (cursor === undefined) {
    await finish(tx, parts, change);
    return null;
  }
  const found = await recountClaims(tx, parts, claimIds, (rows) => count(tx, rows), changeId);
  await tx.update(CalendarChangeEntity, { id: changeId }, { cursor, ...sumOf(change, found) });
  return cursor;
}

async function lateBatch(
  tx: Tx,
  parts: ClockParts,
  changeId: string,
  after: string,
  count: Count,
): Promise<string | null> {
  const change = await tx.findOneBy(CalendarChangeEntity, { id: changeId });
  if (!change) return null;
  const claimIds = await nextClaimIds(tx, spanOf(change), after, BATCH);
  if (claimIds.length === 0) return null;
  await recountClaims(tx, parts, claimIds, (rows) => count(tx, rows), changeId);
  return claimIds.at(-1) ?? null;
}

function sumOf(change: CalendarChangeEntity, found: Counts): Counts {
  return {
    done: change.done + found.done,
    moved: change.moved + found.moved,
    earlier: change.earlier + found.earlier,
    late: change.late + found.late,
    told: change.told + found.told,
  };
}

async function finish(tx: Tx, { ids, clock }: ClockParts, change: CalendarChangeEntity): Promise<void> {
  const now = clock.now();
  const publishedAt = change.publishedAt ?? now;
  // Claims that a person touched meanwhile moved by themselves.
  await tx.update(
    DeadlineMoveEntity,
    { changeId: IsNull(), at: MoreThanOrEqual(publishedAt) },
    { changeId: change.id },
  );
  await tx.update(CalendarChangeEntity, { id: change.id }, { state: 'published', finishedAt: now });
  const since = uuidAt(publishedAt - LATE_LOOKBACK_MS);
  await enqueue(tx, ids, orderOf(change.id, { cursor: since, late: true }, now + LATE_AFTER_MS, now));
}

function orderOf(changeId: string, slice: Omit<Slice, 'changeId'>, runAt: number, now: number) {
  const dedupKey = `${RECOUNT_JOB}:${changeId}:${slice.late ? 'late:' : ''}${slice.cursor}`;
  return { kind: RECOUNT_JOB, dedupKey, payload: { changeId, ...slice }, runAt, now };
}

/** The smallest UUIDv7 of a moment. */
function uuidAt(at: number): string {
  const hex = at.toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}
