import { MoreThan } from 'typeorm';
import type { Tx } from '../../adapters/db/unit-of-work';
import { almatyDate } from '../../domain/almaty-time';
import { moveClaim } from '../../domain/claim';
import { beginWaiting } from '../../domain/waiting';
import { recordEvent } from '../audit';
import { DocumentEntity } from '../documents';
import type { ClaimEntity } from './claim.entity';
import type { ClaimCore } from './claim-parts';
import { restartsOf } from './end-claim';

const DAY_MS = 86_400_000;

/** A customer who writes is not silent; papers that come after the closing open the claim again, as its letter says. */
export async function heedMail(tx: Tx, core: ClaimCore, claim: ClaimEntity): Promise<void> {
  const { waiting } = claim;
  const now = core.clock.now();
  if (!waiting) return;
  if (waiting.closedAt === null) {
    const isOld = waiting.warnedAt !== null || waiting.reminders.length > 0 || now - waiting.since > DAY_MS;
    if (isOld) claim.waiting = beginWaiting(now, waiting.items);
  } else if (
    await tx.existsBy(DocumentEntity, { claimId: claim.id, createdAt: MoreThan(waiting.closedAt) })
  ) {
    const settings = await core.loadSettings(tx, almatyDate(now));
    claim.state = moveClaim(claim.state, 'reopen');
    if (settings['reopen.clocks'] === 'from_reopening') claim.restarts = await restartsOf(tx, claim, now);
    claim.closedAt = null;
    claim.waiting = null;
  }
}

/** That the papers themselves opened it again. */
export function tellReopened(tx: Tx, core: ClaimCore, { id, state, restarts }: ClaimEntity): Promise<void> {
  return recordEvent(tx, core.ids, {
    actorId: null,
    action: 'claim.reopened',
    resource: 'claims',
    resourceId: id,
    claimId: id,
    data: { state, cause: 'papers_came', restarts },
    at: core.clock.now(),
  });
}
