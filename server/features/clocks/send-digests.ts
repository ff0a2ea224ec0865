import { In, IsNull } from 'typeorm';
import { findForUpdate } from '../../adapters/db/locking';
import type { Tx } from '../../adapters/db/unit-of-work';
import { almatyDate } from '../../domain/almaty-time';
import type { Language } from '../../domain/claim';
import { ESCALATION_STEPS, type EscalationStep, isWorkingHour } from '../../domain/escalation';
import type { ObligationKind } from '../../domain/obligations';
import { authorityNames } from '../authorities';
import { ObligationEntity } from '../claims';
import { UserEntity } from '../users';
import type { ClockParts } from './clock-parts';
import { EscalationEntity, WarningEntity } from './escalation.entity';

/** What one member of staff is told by mail of the terms that need attention. */
export interface StaffDigest {
  to: string;
  name: string;
  language: Language;
  /** The most pressing first. */
  lines: {
    claimId: string;
    number: string;
    kind: ObligationKind;
    /** The name of an added kind, in the reader's language; null for the terms of every claim. */
    name: string | null;
    step: EscalationStep;
    dueOn: string;
  }[];
  /** Names the mail: it is written once. */
  dedupKey: string;
}

/**
 * Sends everybody what they have not been told yet, in one mail, while they are at work. A term that is kept meanwhile
 * is left out. Warning and mail are marked in one transaction, so nothing is told twice.
 * @see docs/rules.md R-33
 */
export async function sendDigests(parts: ClockParts): Promise<void> {
  const { uow, clock } = parts;
  const userIds = await uow.read(async (tx) => {
    const now = clock.now();
    const settings = await parts.loadSettings(tx, almatyDate(now));
    if (!isWorkingHour(now, await parts.loadCalendar(tx), settings)) return [];
    const rows = await tx
      .createQueryBuilder(WarningEntity, 'row')
      .select('row.userId', 'userId')
      .distinct(true)
      .where('row.mailedAt IS NULL')
      .getRawMany<{ userId: string }>();
    return rows.map(({ userId }) => userId).sort();
  });
  for (const userId of userIds) await uow.write((tx) => sendDigest(tx, parts, userId));
}

async function sendDigest(tx: Tx, parts: ClockParts, userId: string): Promise<void> {
  // A second instance waits here and then finds nothing left.
  const user = await findForUpdate(tx, UserEntity, { id: userId });
  const untold = await tx.find(WarningEntity, {
    where: { userId, mailedAt: IsNull() },
    order: { at: 'ASC', id: 'ASC' },
  });
  const [first] = untold;
  if (!first) return;
  const open = await openOnes(tx, untold);
  const wanted = user?.active === true ? untold.filter(({ escalationId }) => open.has(escalationId)) : [];
  const now = parts.clock.now();
  if (user && wanted.length > 0) {
    const { email: to, name, language } = user;
    await parts.queueDigest(tx, {
      to,
      name,
      language,
      lines: latestOf(wanted, await authorityNames(tx, language, almatyDate(now))),
      dedupKey: `digest:${userId}:${first.id}`,
    });
  }
  const sent = new Set(wanted.map(({ id }) => id));
  await mark(tx, [...sent], now);
  await mark(
    tx,
    untold.map(({ id }) => id).filter((id) => !sent.has(id)),
    0,
  );
}

const AT_ONCE = 500;

async function mark(tx: Tx, ids: string[], mailedAt: number): Promise<void> {
  for (let from = 0; from < ids.length; from += AT_ONCE)
    await tx.update(WarningEntity, { id: In(ids.slice(from, from + AT_ONCE)) }, { mailedAt });
}

/** Those whose term still asks for something, by the date they speak of. */
async function openOnes(tx: Tx, warnings: WarningEntity[]): Promise<Set<string>> {
  const open = new Set<string>();
  for (let from = 0; from < warnings.length; from += AT_ONCE) {
    const ids = warnings.slice(from, from + AT_ONCE).map(({ escalationId }) => escalationId);
    const steps = await tx.findBy(EscalationEntity, { id: In(ids) });
    const terms = await tx.find(ObligationEntity, {
      select: { id: true, dueOn: true },
      where: { id: In(steps.map(({ obligationId }) => obligationId)), open: true },
    });
    const dueOf = new Map(terms.map(({ id, dueOn }) => [id, dueOn]));
    for (const { id, obligationId, dueOn } of steps) if (dueOf.get(obligationId) === dueOn) open.add(id);
  }
  return open;
}

/** One line a term, by its last step; the most pressing first. */
function latestOf(warnings: WarningEntity[], names: ReadonlyMap<string, string>): StaffDigest['lines'] {
  const byTerm = new Map(warnings.map((row) => [`${row.claimId} ${row.kind} ${row.dueOn}`, row]));
  return [...byTerm.values()]
    .sort(
      (a, b) =>
        ESCALATION_STEPS.indexOf(b.step) - ESCALATION_STEPS.indexOf(a.step) ||
        a.dueOn.localeCompare(b.dueOn) ||
        a.claimNumber.localeCompare(b.claimNumber),
    )
    .map(({ claimId, claimNumber: number, kind, step, dueOn }) => {
      const name = names.get(kind) ?? null;
      return { claimId, number, kind, name, step, dueOn };
    });
}
