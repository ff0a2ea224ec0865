import type { Tx } from '../../adapters/db/unit-of-work';
import { z } from 'zod';
import { findForUpdate } from '../../adapters/db/locking';
import { BREACH_CAUSES } from '../../domain/breach-cause';
import { NotFound, StaleVersion } from '../../domain/errors';
import { field, type ListDefinition, listPage, sendPage } from '../../http/list-query';
import { actorOf, originOf, type RouteSpec } from '../../http/route';
import { recordEvent } from '../audit';
import { BreachEntity, ClaimEntity } from '../claims';
import type { ClockParts } from './clock-parts';

const BREACHES: ListDefinition<BreachEntity> = {
  resource: 'breaches',
  entity: BreachEntity,
  fields: {
    claimId: field('claimId'),
    kind: field('kind'),
    cause: field('cause'),
    holderId: field('holderId'),
    dueOn: field('dueOn', 'date'),
    dueAt: field('dueAt', 'instant'),
    revokedAt: field('revokedAt', 'instant'),
  },
  defaultSort: ['dueAt', 'DESC'],
};

const CauseBody = z.strictObject({
  version: z.int().min(1),
  cause: z.enum(BREACH_CAUSES),
  reason: z.string().trim().min(3).max(500),
});

const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString());

/** The terms that were not kept, and whose fault it was. */
export function breachRoutes({ uow, clock, ids, vault }: ClockParts): RouteSpec[] {
  return [
    {
      method: 'get',
      path: '/api/breaches',
      access: 'breaches.read',
      summary: 'Terms that were not kept, with cause and with who had the claim when',
      handler: async (req, res) => {
        const page = await uow.read(async (tx) => {
          const { rows, ...found } = await listPage(tx, BREACHES, req);
          return { ...found, rows: await Promise.all(rows.map((row) => presentBreach(tx, row))) };
        });
        sendPage(res, 'breaches', page, page.rows);
      },
    },
    {
      method: 'post',
      path: '/api/breaches/:id/cause',
      access: 'breaches.judge',
      summary: 'Corrects the cause of a breach, with a reason',
      body: CauseBody,
      handler: async (req, res) => {
        const { version, cause, reason } = CauseBody.parse(req.body);
        const answer = await uow.write(async (tx) => {
          const breach = await findForUpdate(tx, BreachEntity, { id: String(req.params.id) });
          if (!breach) throw new NotFound('No such breach');
          if (breach.version !== version)
            throw new StaleVersion('Somebody else changed this breach', {
              current: await presentBreach(tx, breach),
            });
          const { id, claimId, kind, dueOn } = breach;
          const claim = await tx.findOneByOrFail(ClaimEntity, { id: claimId });
          const judged = { cause, correctedById: actorOf(req).id, version: version + 1 };
          await tx.update(BreachEntity, { id }, judged);
          await recordEvent(tx, ids, {
            ...originOf(req),
            action: 'claim.breach_cause_corrected',
            resource: 'claims',
            resourceId: claimId,
            claimId,
            data: { kind, dueOn, from: breach.cause, to: cause },
            sealed: vault.sealText(claim.wrappedKey, JSON.stringify({ reason })),
            at: clock.now(),
          });
          return presentBreach(tx, { ...breach, ...judged });
        });
        res.json(answer);
      },
    },
  ];
}

async function presentBreach(tx: Tx, breach: BreachEntity) {
  const claim = await tx.findOne(ClaimEntity, {
    select: { id: true, number: true },
    where: { id: breach.claimId },
  });
  const { id, claimId, kind, dueOn, dueAt, cause, facts, holders, holderId, correctedById } = breach;
  return {
    id,
    claimId,
    claimNumber: claim?.number ?? '',
    kind,
    dueOn,
    dueAt: iso(dueAt),
    cause,
    facts: {
      ...facts,
      latestSafeAt: iso(facts.latestSafeAt),
      askedAt: iso(facts.askedAt),
      approvedAt: iso(facts.approvedAt),
      outage: facts.outage ? { from: iso(facts.outage.from), to: iso(facts.outage.to) } : null,
    },
    holders: holders.map(({ userId, from, to }) => ({ userId, from: iso(from), to: iso(to) })),
    holderId,
    correctedById,
    revokedAt: iso(breach.revokedAt),
    version: breach.version,
  };
}
