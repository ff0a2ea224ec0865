import type { UnitOfWork } from '../../adapters/db/unit-of-work';
import type { OnRefusal } from '../../http/access';
import { originOf } from '../../http/route';
import type { Clock, Ids, Log } from '../../ports';
import { recordEvent } from './record-event';

/** Records that somebody signed in tried what their role does not allow. */
export function makeAuditRefusal(parts: { uow: UnitOfWork; clock: Clock; ids: Ids; log: Log }): OnRefusal {
  const { uow, clock, ids, log } = parts;
  return (req, route) => {
    const facts = {
      ...originOf(req),
      action: 'access.refused',
      resource: 'routes',
      resourceId: `${route.method.toUpperCase()} ${route.path}`.slice(0, 80),
      at: clock.now(),
    };
    return uow
      .write((tx) => recordEvent(tx, ids, facts))
      .catch((error: unknown) => {
        log.warn({ cause: error instanceof Error ? error.name : 'unknown' }, 'refusal not recorded');
      });
  };
}
