import { IsNull } from 'typeorm';
import { NotFound } from '../../domain/errors';
import { field, type ListDefinition, listPage, sendPage } from '../../http/list-query';
import { actorOf, type RouteSpec } from '../../http/route';
import type { ClockParts } from './clock-parts';
import { WarningEntity } from './escalation.entity';

const WARNINGS: ListDefinition<WarningEntity> = {
  resource: 'warnings',
  entity: WarningEntity,
  fields: {
    claimId: field('claimId'),
    claimNumber: field('claimNumber'),
    kind: field('kind'),
    step: field('step'),
    dueOn: field('dueOn', 'date'),
    at: field('at', 'instant'),
    seenAt: field('seenAt', 'instant'),
  },
  special: {
    seen: (query, value) => {
      query.andWhere(value === true ? 'row.seenAt IS NOT NULL' : 'row.seenAt IS NULL');
    },
  },
  defaultSort: ['at', 'DESC'],
};

const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString());

/** What the sweep has found for those who are signed in. */
export function warningRoutes({ uow, clock }: ClockParts): RouteSpec[] {
  return [
    {
      method: 'get',
      path: '/api/warnings',
      access: 'warnings.read',
      summary: 'Terms that the one who asks was warned of; `filter` takes `seen`',
      handler: async (req, res) => {
        const { id: userId } = actorOf(req);
        const page = await uow.read((tx) => listPage(tx, ownOf(userId), req));
        sendPage(
          res,
          'warnings',
          page,
          page.rows.map(({ id, claimId, claimNumber, kind, step, dueOn, at, seenAt }) => ({
            id,
            claimId,
            claimNumber,
            kind,
            step,
            dueOn,
            at: iso(at),
            seenAt: iso(seenAt),
          })),
        );
      },
    },
    {
      method: 'post',
      path: '/api/warnings/:id/seen',
      access: 'warnings.read',
      summary: 'Puts a warning of one’s own away',
      handler: async (req, res) => {
        const own = { id: String(req.params.id), userId: actorOf(req).id };
        await uow.write(async (tx) => {
          if (!(await tx.existsBy(WarningEntity, own))) throw new NotFound('No such warning');
          await tx.update(WarningEntity, { ...own, seenAt: IsNull() }, { seenAt: clock.now() });
        });
        res.json({ id: own.id });
      },
    },
  ];
}

/** Nobody reads what somebody else was warned of. */
function ownOf(userId: string): ListDefinition<WarningEntity> {
  return { ...WARNINGS, always: (query) => query.andWhere('row.userId = :userId', { userId }) };
}
