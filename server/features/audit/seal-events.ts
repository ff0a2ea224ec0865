import { createHash } from 'node:crypto';
import { In } from 'typeorm';
import type { Tx, UnitOfWork } from '../../adapters/db/unit-of-work';
import { AuditEventEntity, AuditSealEntity } from './audit.entity';

const FORMAT = 1;
const BATCH = 500;
const MOST_FAULTS = 20;
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

/** How far a check of the chain has come. */
interface Walk {
  checked: number;
  prevHash: string;
  faults: string[];
}

/** What a check of the whole chain found; no fault means that every sealed event stands as it was written. */
export type ChainReport = Pick<Walk, 'checked' | 'faults'>;

/** Walks the chain in short reads, so that a long one does not hold up the desk; stops at the twentieth fault. */
export async function verifyChain(uow: UnitOfWork): Promise<ChainReport> {
  const walk: Walk = { checked: 0, prevHash: START, faults: [] };
  while (walk.faults.length < MOST_FAULTS && (await uow.read((tx) => verifyBatch(tx, walk))) === BATCH);
  return { checked: walk.checked, faults: walk.faults };
}

/** What is wrong with the chain, first fault first; empty when every sealed event stands as it was written. */
export async function verifySeals(tx: Tx): Promise<string[]> {
  const walk: Walk = { checked: 0, prevHash: START, faults: [] };
  while ((await verifyBatch(tx, walk)) === BATCH);
  return walk.faults;
}

async function verifyBatch(tx: Tx, walk: Walk): Promise<number> {
  const seals = await tx.find(AuditSealEntity, { order: { seq: 'ASC' }, skip: walk.checked, take: BATCH });
  const events = await tx.findBy(AuditEventEntity, { id: In(seals.map(({ eventId }) => eventId)) });
  const byId = new Map(events.map((event) => [event.id, event]));
  for (const seal of seals) {
    walk.checked += 1;
    const event = byId.get(seal.eventId);
    const { seq } = seal;
    if (seq !== walk.checked) walk.faults.push(`seal ${String(seq)}: out of order`);
    if (!event) walk.faults.push(`seal ${String(seq)}: its event is gone`);
    else if (seal.prevHash !== walk.prevHash || seal.hash !== hashOf(walk.prevHash, event)) {
      walk.faults.push(`seal ${String(seq)}: the event was changed`);
    }
    walk.prevHash = seal.hash;
  }
  return seals.length;
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
