import type { Tx } from '../../adapters/db/unit-of-work';
import type { Ids } from '../../ports';
import { AuditEventEntity } from './audit.entity';

/** One line of "who did what". */
export interface EventFacts {
  /** Null for the system itself. */
  actorId: string | null;
  /** `<resource>.<act in the past>`, such as `claim.proposed`. */
  action: string;
  resource: string;
  resourceId: string | null;
  claimId?: string | null;
  /** Codes, sums, ids, before → after; no personal values. */
  data?: Record<string, unknown>;
  /** Personal values, already sealed under the claim's key. */
  sealed?: string | null;
  requestId?: string | null;
  address?: string | null;
  at: number;
}

/** Writes the event in the transaction of its change: both or neither. */
export function recordEvent(tx: Tx, ids: Ids, facts: EventFacts): Promise<void> {
  return recordEvents(tx, ids, [facts]);
}

/** Many events of one change in one statement. */
export async function recordEvents(tx: Tx, ids: Ids, many: readonly EventFacts[]): Promise<void> {
  if (many.length === 0) return;
  await tx.insert(
    AuditEventEntity,
    many.map((facts) => ({
      id: ids.next(),
      at: facts.at,
      actorId: facts.actorId,
      action: facts.action,
      resource: facts.resource,
      resourceId: facts.resourceId,
      claimId: facts.claimId ?? null,
      data: facts.data ?? {},
      sealed: facts.sealed ?? null,
      requestId: facts.requestId ?? null,
      address: facts.address ?? null,
    })),
  );
}
