import type { Request } from 'express';
import { In } from 'typeorm';
import type { Tx, UnitOfWork } from '../../adapters/db/unit-of-work';
import { NotFound } from '../../domain/errors';
import { may, type Role } from '../../domain/permissions';
import { field, type ListDefinition, listPage, sendPage } from '../../http/list-query';
import { exportRoute } from '../../http/export-csv';
import { actorOf, type RouteSpec } from '../../http/route';
import type { Clock, Ids } from '../../ports';
import { AuditEventEntity } from './audit.entity';
import { chainRoutes } from './chain.routes';
import { EVENT_COLUMNS } from './export-events';
import { makeRecordExport } from './record-export';

const EVENTS: ListDefinition<AuditEventEntity> = {
  resource: 'audit-events',
  entity: AuditEventEntity,
  fields: {
    at: field('at', 'instant'),
    actorId: field('actorId'),
    action: field('action'),
    resource: field('resource'),
    resourceId: field('resourceId'),
    claimId: field('claimId'),
  },
  defaultSort: ['at', 'DESC'],
};

/** Names of the people in a page of events; injected, because accounts are another feature. */
export type NamesOf = (tx: Tx, ids: string[]) => Promise<Map<string, string>>;

/** What people wrote when acting, by event; injected, because it lies under the key of a claim. */
export type WordsOf = (
  tx: Tx,
  events: AuditEventEntity[],
  role: Role,
) => Promise<Map<string, Record<string, string>>>;

export interface AuditParts {
  uow: UnitOfWork;
  clock: Clock;
  ids: Ids;
  namesOf: NamesOf;
  wordsOf: WordsOf;
}

/** The events, and the chain that shows that none was changed. */
export function auditRoutes(parts: AuditParts): RouteSpec[] {
  return [
    ...eventRoutes(parts),
    ...chainRoutes(parts),
    exportRoute({
      uow: parts.uow,
      record: makeRecordExport(parts),
      definition: EVENTS,
      access: 'audit-events.export',
      columns: EVENT_COLUMNS,
    }),
  ];
}

function eventRoutes({ uow, namesOf, wordsOf }: AuditParts): RouteSpec[] {
  const present = async (tx: Tx, req: Request, rows: AuditEventEntity[]) => {
    // The reason of a return is part of the exchange about a claim, and read by who may read that.
    const { role } = actorOf(req);
    const words = may(role, 'messages.read') ? await wordsOf(tx, rows, role) : new Map<string, object>();
    const names = await namesOf(tx, [...new Set(rows.flatMap(({ actorId }) => actorId ?? []))]);
    return rows.map(({ id, at, actorId, action, resource, resourceId, claimId, data, address }) => ({
      id,
      at: new Date(at).toISOString(),
      actorId,
      actorName: actorId === null ? null : (names.get(actorId) ?? null),
      action,
      resource,
      resourceId,
      claimId,
      data,
      words: words.get(id) ?? null,
      address,
    }));
  };
  return [
    {
      method: 'get',
      path: '/api/audit-events',
      access: 'audit-events.read',
      summary: 'Who did what',
      handler: async (req, res) => {
        const { page, rows } = await uow.read(async (tx) => {
          const found = await listPage(tx, EVENTS, req);
          return { page: found, rows: await present(tx, req, found.rows) };
        });
        sendPage(res, 'audit-events', page, rows);
      },
    },
    {
      method: 'get',
      path: '/api/audit-events/:id',
      access: 'audit-events.read',
      summary: 'One event',
      handler: async (req, res) => {
        const [event] = await uow.read(async (tx) =>
          present(tx, req, await tx.findBy(AuditEventEntity, { id: In([String(req.params.id)]) })),
        );
        if (!event) throw new NotFound('No such event');
        res.json(event);
      },
    },
  ];
}
