import { In, MoreThan } from 'typeorm';
import type { UnitOfWork } from '../../adapters/db/unit-of-work';
import { AuditEventEntity, AuditSealEntity } from './audit.entity';
import { sealHash } from './canonical-event';
import { FIRST_LINK } from './seal-events';

const BATCH = 500;

/** What a walk over the chain found; `brokenAt` is the place of the first bad link. */
export interface ChainReport {
  ok: boolean;
  checked: number;
  brokenAt: number | null;
  fault: 'missing_link' | 'wrong_order' | 'event_gone' | 'event_changed' | null;
}

/** Recomputes every link: finds a changed, removed, inserted or reordered event (checklist L2). */
export async function verifyChain({ uow }: { uow: UnitOfWork }): Promise<ChainReport> {
  let prevHash = FIRST_LINK;
  let checked = 0;
  for (;;) {
    const from = checked;
    const [seals, events] = await uow.read(async (tx) => {
      const links = await tx.find(AuditSealEntity, {
        where: { seq: MoreThan(from) },
        order: { seq: 'ASC' },
        take: BATCH,
      });
      const found = await tx.findBy(AuditEventEntity, { id: In(links.map(({ eventId }) => eventId)) });
      return [links, new Map(found.map((event) => [event.id, event]))] as const;
    });
    if (seals.length === 0) return { ok: true, checked, brokenAt: null, fault: null };
    for (const seal of seals) {
      const fault = faultOf(seal, checked + 1, prevHash, events.get(seal.eventId));
      if (fault) return { ok: false, checked, brokenAt: checked + 1, fault };
      checked += 1;
      prevHash = seal.hash;
    }
  }
}

function faultOf(
  seal: AuditSealEntity,
  seq: number,
  prevHash: string,
  event: AuditEventEntity | undefined,
): ChainReport['fault'] {
  if (seal.seq !== seq) return 'missing_link';
  if (seal.prevHash !== prevHash) return 'wrong_order';
  if (!event) return 'event_gone';
  return sealHash(prevHash, seq, event) === seal.hash ? null : 'event_changed';
}
