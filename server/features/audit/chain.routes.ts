import type { UnitOfWork } from '../../adapters/db/unit-of-work';
import { originOf, type RouteSpec } from '../../http/route';
import type { Clock, Ids } from '../../ports';
import { AuditEventEntity, AuditSealEntity } from './audit.entity';
import { recordEvent } from './record-event';
import { verifyChain } from './seal-events';

interface Parts {
  uow: UnitOfWork;
  clock: Clock;
  ids: Ids;
}

/** The hash chain over the events: how far it reaches, and a check of all of it. */
export function chainRoutes({ uow, clock, ids }: Parts): RouteSpec[] {
  return [
    {
      method: 'get',
      path: '/api/audit-chain',
      access: 'audit-events.read',
      summary: 'How many events are sealed, how many wait for their seal, and the last hash',
      handler: async (_req, res) => {
        const chain = await uow.read(async (tx) => {
          const [last] = await tx.find(AuditSealEntity, { order: { seq: 'DESC' }, take: 1 });
          const events = await tx.count(AuditEventEntity);
          const sealed = last?.seq ?? 0;
          return { sealed, waiting: Math.max(0, events - sealed), lastHash: last?.hash ?? null };
        });
        res.json(chain);
      },
    },
    {
      method: 'post',
      path: '/api/audit-chain/verify',
      access: 'audit-events.verify',
      summary: 'Recounts every seal; names what was changed, is gone or stands out of order',
      handler: async (req, res) => {
        const report = await verifyChain(uow);
        await uow.write((tx) =>
          recordEvent(tx, ids, {
            ...originOf(req),
            action: 'audit.verified',
            resource: 'audit-events',
            resourceId: null,
            data: { checked: report.checked, faults: report.faults.length },
            at: clock.now(),
          }),
        );
        res.json(report);
      },
    },
  ];
}
