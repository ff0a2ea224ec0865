import { createHash } from 'node:crypto';
import type { Tx, UnitOfWork } from '../../adapters/db/unit-of-work';
import { AuditEventEntity, AuditSealEntity } from './audit.entity';

const FORMAT = 1;
const BATCH = 500;
/** How much later than a younger event an older one may commit and still be found without walking the whole table. */
const LATE_MS = 3_600_000;
const START = '0'.repeat(64);

/** Appends every unsealed event to the one hash chain; run it on one instance at a time. Answers how many. */
export async function sealEvents(uow: UnitOfWork): Promise<number> {
  let total = 0;
  for (;;) {
    const sealed = await uow.write(sealBatch);
    total += sealed;
    if (sealed < BATCH) return total;
  }
}

async function sealBatch(tx: Tx): Promise<number> {
  const [last] = await tx.find(AuditSealEntity, { order: { seq: 'DESC' }, take: 1 });
  const lastEvent = last ? await tx.findOneBy(AuditEventEntity, { id: last.eventId }) : null;
  const events = await tx
    .createQueryBuilder(AuditEventEntity, 'event')
    .leftJoin(AuditSealEntity, 'seal', 'seal.eventId = event.id')
    .where('seal.eventId IS NULL AND event.at >= :since', { since: (lastEvent?.at ?? 0) - LATE_MS })
    .orderBy('event.at', 'ASC')
    .addOrderBy('event.id', 'ASC')
    .limit(BATCH)
    .getMany();
  let { seq, hash: prevHash } = last ?? { seq: 0, hash: START };
  for (const event of events) {
    seq += 1;
    const hash = hashOf(prevHash, event);
    await tx.insert(AuditSealEntity, { seq, eventId: event.id, prevHash, hash, format: FORMAT });
    prevHash = hash;
  }
  return events.length;
}

/** What is wrong with the chain, first fault first; empty when every sealed event stands as it was written. */
export async function verifySeals(tx: Tx): Promise<string[]> {
  const faults: string[] = [];
  const seals = await tx.find(AuditSealEntity, { order: { seq: 'ASC' } });
  let prevHash = START;
  for (const [index, seal] of seals.entries()) {
    const event = await tx.findOneBy(AuditEventEntity, { id: seal.eventId });
    if (seal.seq !== index + 1) faults.push(`seal ${seal.seq}: out of order`);
    if (!event) faults.push(`seal ${seal.seq}: its event is gone`);
    else if (seal.prevHash !== prevHash || seal.hash !== hashOf(prevHash, event)) {
      faults.push(`seal ${seal.seq}: the event was changed`);
    }
    prevHash = seal.hash;
  }
  return faults;
}

function hashOf(prevHash: string, event: AuditEventEntity): string {
  const { id, at, actorId, action, resource, resourceId, claimId, data, sealed, requestId, address } = event;
  const canonical = JSON.stringify([
    FORMAT,
    id,
    at,
    actorId,
    action,
    resource,
    resourceId,
    claimId,
    JSON.stringify(data),
    sealed,
    requestId,
    address,
  ]);
  return createHash('sha256').update(prevHash).update(canonical).digest('hex');
}
