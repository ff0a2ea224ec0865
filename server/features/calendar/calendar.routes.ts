import { z } from 'zod';
import type { Tx, UnitOfWork } from '../../adapters/db/unit-of-work';
import type { WorkingCalendar } from '../../domain/calendar';
import { calculateDeadline } from '../../domain/deadlines';
import { NotFound } from '../../domain/errors';
import type { LegalSettings } from '../../domain/legal-settings';
import { almatyDate } from '../../domain/almaty-time';
import { field, type ListDefinition, listPage, sendPage } from '../../http/list-query';
import type { RouteSpec } from '../../http/route';
import { CalendarDayEntity } from './calendar.entity';

const DAYS: ListDefinition<CalendarDayEntity> = {
  resource: 'calendar-days',
  entity: CalendarDayEntity,
  fields: { kind: field('kind'), confidence: field('confidence'), day: field('id', 'date') },
  special: {
    year: (query, value) => {
      query.andWhere('row.id BETWEEN :from AND :to', {
        from: `${String(value).slice(0, 4)}-01-01`,
        to: `${String(value).slice(0, 4)}-12-31`,
      });
    },
  },
  defaultSort: ['id', 'ASC'],
};

/** Any ISO 8601 instant with `Z` or an offset; a form field's `+` may arrive as a blank. */
const Instant = z
  .string()
  .transform((text) => text.replace(/ (\d{2}:?\d{2})$/, '+$1'))
  .pipe(z.iso.datetime({ offset: true }))
  .transform((text) => Date.parse(text));
const DeadlineQuery = z.strictObject({
  received: Instant,
  kind: z.enum(['refusal', 'card_refund', 'mistaken']),
});

export interface CalendarParts {
  uow: UnitOfWork;
  loadCalendar: (tx: Tx) => Promise<WorkingCalendar>;
  loadSettings: (tx: Tx, onDate: string) => Promise<LegalSettings>;
}

/** The days that differ from the plain week, and the deadline calculator. */
export function calendarRoutes({ uow, loadCalendar, loadSettings }: CalendarParts): RouteSpec[] {
  return [
    {
      method: 'get',
      path: '/api/calendar-days',
      access: 'calendar-days.read',
      summary: 'Days that differ from the plain week',
      handler: async (req, res) => {
        const page = await uow.read((tx) => listPage(tx, DAYS, req));
        sendPage(res, 'calendar-days', page, page.rows.map(presentDay));
      },
    },
    {
      method: 'get',
      path: '/api/calendar-days/:id',
      access: 'calendar-days.read',
      summary: 'One day',
      handler: async (req, res) => {
        const day = await uow.read((tx) => tx.findOneBy(CalendarDayEntity, { id: String(req.params.id) }));
        if (!day) throw new NotFound('The day is an ordinary one');
        res.json(presentDay(day));
      },
    },
    {
      method: 'get',
      path: '/api/deadlines',
      access: 'deadlines.read',
      summary: 'When something that arrived is due, and why',
      query: DeadlineQuery,
      handler: async (req, res) => {
        const { received, kind } = DeadlineQuery.parse(req.query);
        const deadline = await uow.read(async (tx) =>
          calculateDeadline(
            received,
            kind,
            await loadCalendar(tx),
            await loadSettings(tx, almatyDate(received)),
          ),
        );
        res.json({
          startsOn: deadline.startsOn,
          dueOn: deadline.dueOn,
          dueAt: new Date(deadline.dueAt).toISOString(),
          internalTargetAt: new Date(deadline.internalTargetAt).toISOString(),
          article: deadline.article,
          calendarVersion: deadline.calendarVersion,
          provisional: deadline.provisional,
          trace: deadline.trace,
        });
      },
    },
  ];
}

function presentDay(row: CalendarDayEntity) {
  return { ...row, day: row.id };
}
