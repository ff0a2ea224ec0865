import { LessThanOrEqual } from 'typeorm';
import { findForUpdate } from '../../adapters/db/locking';
import type { Tx, UnitOfWork } from '../../adapters/db/unit-of-work';
import { almatyDate } from '../../domain/almaty-time';
import { isWorkingHour } from '../../domain/escalation';
import { mayCloseOn, nextWaitingStep } from '../../domain/waiting';
import { recordEvent } from '../audit';
import { ClaimEntity } from './claim.entity';
import type { ClaimCore } from './claim-parts';
import { stillWanted } from './close-waiting';
import { oldWaitingOf } from './old-waiting';
import { saveClaim } from './settle-claim';

const AT_ONCE = 50;

type Parts = ClaimCore & { uow: UnitOfWork };

/**
 * Writes reminders and warnings to customers who were asked for papers and are silent, in working hours. Each claim is
 * locked and looked at again, so two instances write each letter once; after a standstill only the last one is written.
 * @see docs/rules.md R-35
 */
export async function remindCustomers(parts: Parts): Promise<void> {
  const { uow, clock } = parts;
  const due = await uow.read(async (tx) => {
    const now = clock.now();
    const settings = await parts.loadSettings(tx, almatyDate(now));
    if (!isWorkingHour(now, await parts.loadCalendar(tx), settings)) return [];
    return tx.find(ClaimEntity, {
      select: { id: true },
      where: { waitingNextAt: LessThanOrEqual(now) },
      order: { waitingNextAt: 'ASC', id: 'ASC' },
      take: AT_ONCE,
    });
  });
  for (const { id } of due) await uow.write((tx) => remind(tx, parts, id));
}

async function remind(tx: Tx, parts: Parts, claimId: string): Promise<void> {
  const claim = await findForUpdate(tx, ClaimEntity, { id: claimId });
  if (claim?.state !== 'needs_documents') return;
  if (claim.waiting === null) {
    claim.waiting = await oldWaitingOf(tx, claim);
    await saveClaim(tx, parts, claim);
  }
  const { waiting } = claim;
  const now = parts.clock.now();
  const settings = await parts.loadSettings(tx, almatyDate(claim.demandedAt));
  const next = nextWaitingStep(waiting, await parts.loadCalendar(tx), settings, now);
  if (!next || next.at > now) return;
  const isWarning = next.step === 'warn';
  claim.waiting = isWarning
    ? { ...waiting, warnedAt: now }
    : { ...waiting, reminders: [...waiting.reminders, now] };
  const closesOn = mayCloseOn(claim.waiting, settings);
  await saveClaim(tx, parts, claim);
  await parts.queueLetter(tx, {
    kind: isWarning ? 'waiting_warning' : 'reminder',
    claim,
    dedupKey: `waiting:${claim.id}:${String(waiting.since)}:${next.step}:${String(waiting.reminders.length)}`,
    params: {
      items: stillWanted(claim.missing, waiting),
      askedOn: almatyDate(waiting.since),
      ...(closesOn === null ? {} : { closesOn }),
    },
    authorId: null,
    now,
  });
  await recordEvent(tx, parts.ids, {
    actorId: null,
    action: isWarning ? 'claim.closing_warned' : 'claim.reminded',
    resource: 'claims',
    resourceId: claim.id,
    claimId: claim.id,
    data: { reminders: claim.waiting.reminders.length, closesOn },
    at: now,
  });
}
