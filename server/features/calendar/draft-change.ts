import { z } from 'zod';
import type { Tx } from '../../adapters/db/unit-of-work';
import { CALENDAR_DAY_KINDS } from '../../domain/calendar';
import { applyEdit, type CalendarEdit, type DayEdit, yearsOfEdit } from '../../domain/calendar-change';
import { yearOf } from '../../domain/calendar-date';
import { calendarFromIcs, calendarFromJson, type FileDay } from '../../domain/calendar-file';
import type { Clock, Ids } from '../../ports';
import type { originOf } from '../../http/route';
import { recordEvent } from '../audit';
import { CalendarChangeEntity, CalendarDayEntity } from './calendar.entity';
import { readTable } from './calendar-table';

const commandId = z.string().min(1).max(100);
const reason = z.string().trim().min(1).max(2000);
const name = z.string().trim().max(200);

const DayBody = z
  .strictObject({
    day: z.string().max(10),
    kind: z.enum(CALENDAR_DAY_KINDS).nullable(),
    nameKk: name.default(''),
    nameRu: name.default(''),
    nameEn: name.default(''),
    source: z.string().trim().max(1000).default(''),
  })
  .refine(({ kind, nameKk, nameRu }) => kind === null || (nameKk !== '' && nameRu !== ''), {
    message: 'a day needs its name in Kazakh and Russian',
  });
const years = z
  .array(z.strictObject({ year: z.number().int(), state: z.enum(['published', 'provisional']) }))
  .max(20)
  .default([]);

export const DraftBody = z.strictObject({
  commandId,
  reason,
  days: z.array(DayBody).max(1_000).default([]),
  years,
});

export const ImportBody = z.strictObject({
  commandId,
  reason,
  format: z.enum(['json', 'ics']),
  text: z.string().max(1_000_000),
  years,
});

interface DraftParts {
  ids: Ids;
  clock: Clock;
}

/**
 * Keeps a change as a draft: checked against the calendar of now, but changing nothing.
 * @throws InvalidInput naming each day that contradicts
 */
export async function draftChange(
  tx: Tx,
  { ids, clock }: DraftParts,
  edit: CalendarEdit,
  { reason, origin }: { reason: string; origin: ReturnType<typeof originOf> },
): Promise<CalendarChangeEntity> {
  const table = await readTable(tx);
  applyEdit(table, edit);
  const versions = new Map(table.years.map(({ year, version }) => [year, version]));
  const now = clock.now();
  const change = tx.create(CalendarChangeEntity, {
    id: ids.next(),
    state: 'draft',
    reason,
    days: [...edit.days],
    years: [...edit.years],
    base: Object.fromEntries(yearsOfEdit(edit).map((year) => [year, versions.get(year) ?? 0])),
    before: null,
    createdById: origin.actorId,
    createdAt: now,
    publishedById: null,
    publishedAt: null,
    finishedAt: null,
    cursor: '',
    total: 0,
    done: 0,
    moved: 0,
    earlier: 0,
    late: 0,
    told: 0,
    version: 1,
  });
  await tx.insert(CalendarChangeEntity, change);
  await recordEvent(tx, ids, {
    ...origin,
    action: 'calendar.drafted',
    resource: 'calendar-changes',
    resourceId: change.id,
    data: { days: edit.days.length, years: edit.years.length },
    at: now,
  });
  return change;
}

/** A file as the difference to the calendar of now: for the years it names it is the whole truth. */
export async function editOfFile(tx: Tx, body: z.output<typeof ImportBody>): Promise<CalendarEdit> {
  const file = body.format === 'json' ? calendarFromJson(body.text) : calendarFromIcs(body.text);
  const inFile = new Map(file.map((day) => [day.day, day]));
  const covered = new Set(file.map(({ day }) => yearOf(day)));
  const known = await tx.find(CalendarDayEntity, { order: { id: 'ASC' } });
  const gone = known
    .filter(({ id }) => covered.has(yearOf(id)) && !inFile.has(id))
    .map(({ id, nameKk, nameRu, nameEn }): DayEdit => ({
      day: id,
      kind: null,
      nameKk,
      nameRu,
      nameEn,
      source: 'import',
    }));
  const differs = (day: FileDay) => {
    const old = known.find(({ id }) => id === day.day);
    return (
      old?.kind !== day.kind ||
      old.nameKk !== day.nameKk ||
      old.nameRu !== day.nameRu ||
      old.nameEn !== day.nameEn
    );
  };
  return {
    days: [...file.filter(differs), ...gone].sort((a, b) => (a.day < b.day ? -1 : 1)),
    years: body.years,
  };
}
