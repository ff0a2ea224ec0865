import { findForUpdate } from '../../adapters/db/locking';
import type { Tx } from '../../adapters/db/unit-of-work';
import { applyEdit, yearsOfEdit } from '../../domain/calendar-change';
import { IllegalMove, NotFound, StaleVersion } from '../../domain/errors';
import type { Clock, Ids } from '../../ports';
import type { originOf } from '../../http/route';
import { recordEvent } from '../audit';
import {
  CalendarChangeEntity,
  CalendarDayEntity,
  CalendarYearEntity,
  type DayBefore,
} from './calendar.entity';
import { readTable } from './calendar-table';

export interface PublishParts {
  ids: Ids;
  clock: Clock;
  /** Puts the work on the open claims on the table. */
  onPublished: (tx: Tx, change: CalendarChangeEntity) => Promise<void>;
}

/**
 * Makes a draft the calendar, from this transaction on, and orders the recount of the open claims. One change is
 * at work at a time, so that each date has one reason.
 *
 * @throws NotFound; IllegalMove when it is no draft or another change is at work; StaleVersion when the calendar is
 * no longer the one that the draft was made for
 */
export async function publishChange(
  tx: Tx,
  parts: PublishParts,
  id: string,
  origin: ReturnType<typeof originOf>,
): Promise<CalendarChangeEntity> {
  const { ids, clock, onPublished } = parts;
  const change = await findForUpdate(tx, CalendarChangeEntity, { id });
  if (!change) throw new NotFound('No such change');
  if (change.state !== 'draft') {
    throw new IllegalMove(`The change is ${change.state}`, { current: change.state, move: 'publish' });
  }
  const atWork = await tx.findOneBy(CalendarChangeEntity, { state: 'publishing' });
  if (atWork) {
    throw new IllegalMove('Another change is still at work on the open claims', {
      current: 'publishing',
      move: 'publish',
      changeId: atWork.id,
    });
  }
  await lockYears(tx, change);
  const table = await readTable(tx);
  const after = applyEdit(table, change);
  change.before = await writeDays(tx, change, origin.actorId);
  const now = clock.now();
  for (const year of yearsOfEdit(change)) {
    const next = after.years.find((each) => each.year === year);
    if (!next) continue;
    const row = { state: next.state, calendarVersion: String(next.version), updatedAt: now };
    const { affected } = await tx.update(CalendarYearEntity, { year }, row);
    if (affected === 0) await tx.insert(CalendarYearEntity, { year, ...row });
  }
  const published = { state: 'publishing' as const, publishedById: origin.actorId, publishedAt: now };
  Object.assign(change, published, { version: change.version + 1 });
  const { before, version } = change;
  await tx.update(CalendarChangeEntity, { id }, { ...published, before, version });
  await recordEvent(tx, ids, {
    ...origin,
    action: 'calendar.published',
    resource: 'calendar-changes',
    resourceId: id,
    data: { reason: change.reason, before: change.before, days: change.days, years: change.years },
    at: now,
  });
  await onPublished(tx, change);
  return change;
}

/** Rows are locked in order, so two publishers wait for each other; a year that is new has none to lock. */
async function lockYears(tx: Tx, change: CalendarChangeEntity): Promise<void> {
  for (const [year, drafted] of Object.entries(change.base)) {
    const row = await findForUpdate(tx, CalendarYearEntity, { year: Number(year) });
    const current = Number(row?.calendarVersion ?? 0);
    if (current !== drafted) {
      throw new StaleVersion(`The calendar of ${year} has changed since the draft; make it anew`, {
        current: { year: Number(year), version: current },
      });
    }
  }
}

async function writeDays(tx: Tx, { days }: CalendarChangeEntity, authorId: string): Promise<DayBefore[]> {
  const before: DayBefore[] = [];
  for (const { day, kind, ...words } of days) {
    const known = await tx.findOneBy(CalendarDayEntity, { id: day });
    if (known) {
      const { id, nameKk, nameRu, nameEn, source } = known;
      before.push({ id, kind: known.kind, nameKk, nameRu, nameEn, source });
    }
    if (kind === null) {
      await tx.delete(CalendarDayEntity, { id: day });
      continue;
    }
    const row = { kind, ...words, confidence: 'high' as const, authorId };
    if (known) await tx.update(CalendarDayEntity, { id: day }, { ...row, version: known.version + 1 });
    else await tx.insert(CalendarDayEntity, { id: day, ...row, version: 1 });
  }
  return before;
}
