import type { Tx, UnitOfWork } from '../../adapters/db/unit-of-work';
import type { WorkingCalendar } from '../../domain/calendar';
import { InvalidInput, NotFound } from '../../domain/errors';
import type { LegalSettings } from '../../domain/legal-settings';
import { almatyDate } from '../../domain/almaty-time';
import { field, type ListDefinition, listPage, sendPage } from '../../http/list-query';
import type { RouteSpec } from '../../http/route';
import { loadAuthorityTerms } from '../authorities';
import { deadlineAnswer, DeadlineQuery, ruleFor } from './deadline-answer';
import { CalendarDayEntity, CalendarYearEntity } from './calendar.entity';
import { parseInstant } from './parse-instant';

const DAYS: ListDefinition<CalendarDayEntity> = {
  resource: 'calendar-days',
  entity: CalendarDayEntity,
  fields: {
    day: field('id', 'date'),
    kind: field('kind'),
    nameKk: field('nameKk'),
    nameRu: field('nameRu'),
    nameEn: field('nameEn'),
    source: field('source'),
    confidence: field('confidence'),
    version: field('version', 'number'),
  },
  special: {
    year: (query, value) => {
      if (!Number.isInteger(value) || Number(value) < 1 || Number(value) > 9999) {
        throw new InvalidInput('year must be a year', { errors: { year: 'must be a year' } });
      }
      const year = String(value).padStart(4, '0');
      query.andWhere('row.id BETWEEN :from AND :to', { from: `${year}-01-01`, to: `${year}-12-31` });
    },
  },
  defaultSort: ['id', 'ASC'],
};

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
      path: '/api/calendar-years',
      access: 'calendar-days.read',
      summary: 'Years that can be counted in, and which of them are provisional',
      handler: async (_req, res) => {
        const years = await uow.read((tx) => tx.find(CalendarYearEntity, { order: { year: 'ASC' } }));
        res.json(
          years.map(({ year, state, calendarVersion, updatedAt }) => ({
            year,
            state,
            calendarVersion,
            updatedAt: new Date(updatedAt).toISOString(),
          })),
        );
      },
    },
    {
      method: 'get',
      path: '/api/deadlines',
      access: 'deadlines.read',
      summary: 'When something that arrived is due, and why',
      query: DeadlineQuery,
      handler: async (req, res) => {
        const query = DeadlineQuery.parse({ ...req.query });
        const received = parseInstant('received', query.received);
        const answer = await uow.read(async (tx) =>
          deadlineAnswer(
            received,
            ruleFor(query.kind, await loadAuthorityTerms(tx), almatyDate(received)),
            await loadCalendar(tx),
            await loadSettings(tx, almatyDate(received)),
          ),
        );
        res.json(answer);
      },
    },
  ];
}

function presentDay(row: CalendarDayEntity) {
  return { ...row, day: row.id };
}
