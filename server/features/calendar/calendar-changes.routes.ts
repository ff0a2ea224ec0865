import { z } from 'zod';
import type { Tx, UnitOfWork } from '../../adapters/db/unit-of-work';
import { almatyDate } from '../../domain/almaty-time';
import { calendarReminders } from '../../domain/calendar-reminders';
import { calendarToIcs, calendarToJson } from '../../domain/calendar-file';
import { yearOf } from '../../domain/calendar-date';
import { InvalidInput, IllegalMove, NotFound } from '../../domain/errors';
import { type CommandAnswer, onceFor } from '../../http/commands';
import { field, type ListDefinition, listPage, sendPage } from '../../http/list-query';
import { actorOf, originOf, type RouteSpec } from '../../http/route';
import type { Request, Response } from 'express';
import { recordEvent } from '../audit';
import { CalendarChangeEntity, CalendarDayEntity } from './calendar.entity';
import { readTable } from './calendar-table';
import { DraftBody, draftChange, editOfFile, ImportBody } from './draft-change';
import { publishChange, type PublishParts } from './publish-change';

const CHANGES: ListDefinition<CalendarChangeEntity> = {
  resource: 'calendar-changes',
  entity: CalendarChangeEntity,
  fields: {
    state: field('state'),
    createdById: field('createdById'),
    createdAt: field('createdAt', 'instant'),
    publishedAt: field('publishedAt', 'instant'),
    finishedAt: field('finishedAt', 'instant'),
  },
  defaultSort: ['createdAt', 'DESC'],
};

const ExportQuery = z.strictObject({
  year: z.coerce.number().int().min(1000).max(9999),
  format: z.enum(['json', 'ics']),
});
const Command = z.strictObject({ commandId: z.string().min(1).max(100) });

export interface ChangeParts extends PublishParts {
  uow: UnitOfWork;
}

/** The calendar in the hands of an administrator: drafts, publishing, files, reminders. */
export function calendarChangeRoutes(parts: ChangeParts): RouteSpec[] {
  return [...fileRoutes(parts), ...changeRoutes(parts)];
}

function fileRoutes({ uow, clock }: ChangeParts): RouteSpec[] {
  return [
    {
      method: 'get',
      path: '/api/calendar-file',
      access: 'calendar-days.read',
      summary: 'The days of a year as JSON or iCalendar',
      query: ExportQuery,
      handler: async (req, res) => {
        const { year, format } = ExportQuery.parse({ ...req.query });
        const all = await uow.read((tx) => tx.find(CalendarDayEntity, { order: { id: 'ASC' } }));
        const days = all
          .filter(({ id }) => yearOf(id) === year)
          .map(({ id, kind, nameKk, nameRu, nameEn, source }) => ({
            day: id,
            kind,
            nameKk,
            nameRu,
            nameEn,
            source,
          }));
        const text = format === 'json' ? calendarToJson(days) : calendarToIcs(days, clock.now());
        res.attachment(`kz-${String(year)}.${format}`);
        res.type(format === 'json' ? 'application/json' : 'text/calendar; charset=utf-8').send(text);
      },
    },
    {
      method: 'get',
      path: '/api/calendar-reminders',
      access: 'calendar-days.read',
      summary: 'What the calendar asks an administrator to look after today',
      handler: async (_req, res) => {
        res.json(await uow.read((tx) => remindersOf(tx, clock.now())));
      },
    },
  ];
}

function changeRoutes(parts: ChangeParts): RouteSpec[] {
  const { uow } = parts;
  return [
    {
      method: 'get',
      path: '/api/calendar-changes',
      access: 'calendar-days.read',
      summary: 'Drafts and published changes of the calendar',
      handler: async (req, res) => {
        const page = await uow.read((tx) => listPage(tx, CHANGES, req));
        sendPage(res, 'calendar-changes', page, page.rows.map(presentChange));
      },
    },
    {
      method: 'get',
      path: '/api/calendar-changes/:id',
      access: 'calendar-days.read',
      summary: 'One change with its progress',
      handler: async (req, res) => {
        const change = await uow.read((tx) =>
          tx.findOneBy(CalendarChangeEntity, { id: String(req.params.id) }),
        );
        if (!change) throw new NotFound('No such change');
        res.json(presentChange(change));
      },
    },
    {
      method: 'post',
      path: '/api/calendar-changes',
      access: 'calendar-days.edit',
      summary: 'Drafts a change; nothing moves yet',
      body: DraftBody,
      status: 201,
      handler: (req, res) => {
        const body = DraftBody.parse(req.body);
        return once(parts, req, res, 'draft', body.commandId, async (tx) => {
          const change = await draftChange(tx, parts, body, { reason: body.reason, origin: originOf(req) });
          return { status: 201, body: presentChange(change) };
        });
      },
    },
    {
      method: 'post',
      path: '/api/calendar-changes/import',
      access: 'calendar-days.edit',
      summary:
        'Drafts the difference between a file and the calendar; for its years the file is the whole truth',
      body: ImportBody,
      status: 201,
      handler: (req, res) => {
        const body = ImportBody.parse(req.body);
        return once(parts, req, res, 'import', body.commandId, async (tx) => {
          const edit = await editOfFile(tx, body);
          if (edit.days.length === 0 && edit.years.length === 0) {
            throw new InvalidInput('The file says what the calendar says already', {
              errors: { text: 'no difference' },
            });
          }
          const change = await draftChange(tx, parts, edit, { reason: body.reason, origin: originOf(req) });
          return { status: 201, body: presentChange(change) };
        });
      },
    },
    {
      method: 'post',
      path: '/api/calendar-changes/:id/publish',
      access: 'calendar-days.edit',
      summary: 'Makes a draft the calendar and counts the open claims anew',
      body: Command,
      handler: (req, res) => {
        const id = String(req.params.id);
        return once(parts, req, res, `publish:${id}`, Command.parse(req.body).commandId, async (tx) => ({
          status: 200,
          body: presentChange(await publishChange(tx, parts, id, originOf(req))),
        }));
      },
    },
    {
      method: 'post',
      path: '/api/calendar-changes/:id/discard',
      access: 'calendar-days.edit',
      summary: 'Puts a draft away',
      body: Command,
      handler: (req, res) => {
        const id = String(req.params.id);
        return once(parts, req, res, `discard:${id}`, Command.parse(req.body).commandId, async (tx) => {
          const { affected } = await tx.update(
            CalendarChangeEntity,
            { id, state: 'draft' },
            { state: 'discarded' },
          );
          const change = await tx.findOneBy(CalendarChangeEntity, { id });
          if (!change) throw new NotFound('No such change');
          if (affected === 0) {
            throw new IllegalMove(`The change is ${change.state}`, {
              current: change.state,
              move: 'discard',
            });
          }
          const facts = { action: 'calendar.discarded', resource: 'calendar-changes', resourceId: id };
          await recordEvent(tx, parts.ids, { ...originOf(req), ...facts, at: parts.clock.now() });
          return { status: 200, body: presentChange(change) };
        });
      },
    },
  ];
}

async function once(
  { uow, clock }: ChangeParts,
  req: Request,
  res: Response,
  act: string,
  commandId: string,
  fn: (tx: Tx) => Promise<CommandAnswer>,
): Promise<void> {
  const command = { commandId, actorId: actorOf(req).id, action: `calendar.${act}`, now: clock.now() };
  const answer = await uow.write((tx) => onceFor(tx, command, () => fn(tx)));
  res.status(answer.status).json(answer.body);
}

async function remindersOf(tx: Tx, now: number) {
  const { years } = await readTable(tx);
  const feasts = (await tx.find(CalendarDayEntity)).filter(
    ({ kind, nameRu, nameEn }) => kind === 'holiday' && /курбан|kurban/i.test(`${nameRu} ${nameEn}`),
  );
  const kurban = new Map(
    feasts.map(({ id, confidence }) => [yearOf(id), { day: id, confirmed: confidence === 'high' }]),
  );
  return calendarReminders(almatyDate(now), years, kurban);
}

export function presentChange(change: CalendarChangeEntity) {
  const { cursor: _cursor, createdAt, publishedAt, finishedAt, ...row } = change;
  return { ...row, createdAt: iso(createdAt), publishedAt: iso(publishedAt), finishedAt: iso(finishedAt) };
}

function iso(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
