import { In } from 'typeorm';
import { z } from 'zod';
import { NotFound } from '../../domain/errors';
import { onceFor } from '../../http/commands';
import { field, type ListDefinition, listPage, sendPage } from '../../http/list-query';
import { actorOf, originOf, type RouteSpec } from '../../http/route';
import { recordEvent } from '../audit';
import { CalendarChangeEntity } from '../calendar';
import { DeadlineMoveEntity } from '../claims';
import type { ClockParts } from './clock-parts';
import { orderLetters } from './correction-letters';
import { previewChange } from './preview-change';

const MOVES: ListDefinition<DeadlineMoveEntity> = {
  resource: 'deadline-moves',
  entity: DeadlineMoveEntity,
  fields: {
    changeId: field('changeId'),
    claimId: field('claimId'),
    kind: field('kind'),
    fromOn: field('fromOn', 'date'),
    toOn: field('toOn', 'date'),
    earlier: field('earlier', 'boolean'),
    late: field('late', 'boolean'),
    letter: field('letter'),
    at: field('at', 'instant'),
  },
  defaultSort: ['at', 'DESC'],
};

const LettersBody = z.strictObject({
  commandId: z.string().min(1).max(100),
  act: z.enum(['send', 'drop']),
  /** Left out: all that wait. */
  moveIds: z.array(z.string().min(1).max(36)).min(1).max(1_000).optional(),
});

/** What a change of the calendar does to claims, and the letters that follow. */
export function clockRoutes(parts: ClockParts): RouteSpec[] {
  const { uow, ids, clock } = parts;
  return [
    {
      method: 'get',
      path: '/api/calendar-changes/:id/preview',
      access: 'calendar-days.read',
      summary: 'What a draft would do to the open claims',
      handler: async (req, res) => {
        res.json(await previewChange(parts, String(req.params.id)));
      },
    },
    {
      method: 'get',
      path: '/api/deadline-moves',
      access: 'claims.read',
      summary: 'Running terms that a change of the calendar moved; an earlier date is an alert',
      handler: async (req, res) => {
        const page = await uow.read((tx) => listPage(tx, MOVES, req));
        sendPage(
          res,
          'deadline-moves',
          page,
          page.rows.map((row) => ({ ...row, at: new Date(row.at).toISOString() })),
        );
      },
    },
    {
      method: 'post',
      path: '/api/calendar-changes/:id/letters',
      access: 'calendar-letters.send',
      summary: 'Sends or drops the letters that correct a date, as a batch',
      body: LettersBody,
      handler: async (req, res) => {
        const body = LettersBody.parse(req.body);
        const { commandId, act, moveIds = null } = body;
        const changeId = String(req.params.id);
        const command = {
          commandId,
          actorId: actorOf(req).id,
          action: `calendar.letters:${changeId}`,
          now: clock.now(),
        };
        const answer = await uow.write((tx) =>
          onceFor(tx, command, async () => {
            if (!(await tx.existsBy(CalendarChangeEntity, { id: changeId })))
              throw new NotFound('No such change');
            const where = {
              changeId,
              letter: 'waiting' as const,
              ...(moveIds === null ? {} : { id: In(moveIds) }),
            };
            const letters = await tx.countBy(DeadlineMoveEntity, where);
            if (act === 'drop') await tx.update(DeadlineMoveEntity, where, { letter: 'dropped' });
            else await orderLetters(tx, parts, { changeId, authorId: actorOf(req).id, commandId, moveIds });
            await recordEvent(tx, ids, {
              ...originOf(req),
              action: act === 'send' ? 'calendar.letters_approved' : 'calendar.letters_dropped',
              resource: 'calendar-changes',
              resourceId: changeId,
              data: { moves: letters },
              at: clock.now(),
            });
            return { status: 200, body: { changeId, act, moves: letters } };
          }),
        );
        res.status(answer.status).json(answer.body);
      },
    },
  ];
}
