import { In, type SelectQueryBuilder } from 'typeorm';
import type { Tx } from '../../adapters/db/unit-of-work';
import { authorityCode, type AuthorityTerm, authorityTermOn } from '../../domain/authority-terms';
import { type CalendarEdit, yearsOfEdit } from '../../domain/calendar-change';
import type { CalendarDate } from '../../domain/calendar-date';
import { ruleOfArticle } from '../../domain/deadlines';
import type { StoredTerm } from '../../domain/recount';
import { ObligationEntity } from '../claims';

/** A running term as it is stored; its trace is large and stays in the database. */
export type OpenTermRow = Omit<ObligationEntity, 'trace'>;

const COLUMNS = [
  'id', 'claimId', 'kind', 'round', 'startsAt', 'startsOn', 'dueOn', 'dueAt', 'internalTargetAt', 'latestSafeAt',
  'status', 'open', 'doneAt', 'voidReason', 'provisional', 'settingsOn', 'calendarVersion', 'article',
  'nextStepAt',
] as const; // prettier-ignore

/** Days between which a running term may feel a change: whole years, because their versions stand in each date. */
export function spanOf(edit: CalendarEdit): { from: CalendarDate; to: CalendarDate } {
  const years = yearsOfEdit(edit);
  return { from: `${String(years[0])}-01-01`, to: `${String(years.at(-1))}-12-31` };
}

/** The next claims, by id, that have a running term at all. */
export async function nextOpenClaimIds(tx: Tx, after: string, limit: number): Promise<string[]> {
  const rows = await tx
    .createQueryBuilder(ObligationEntity, 'row')
    .select('row.claimId', 'claimId')
    .distinct(true)
    .where('row.open = :open AND row.claimId > :after', { open: true, after })
    .orderBy('row.claimId', 'ASC')
    .limit(limit)
    .getRawMany<{ claimId: string }>();
  return rows.map(({ claimId }) => claimId);
}

/** The next claims, by id, that have a running term in the span. */
export async function nextClaimIds(
  tx: Tx,
  span: { from: CalendarDate; to: CalendarDate },
  after: string,
  limit: number,
): Promise<string[]> {
  const rows = await inSpan(tx, span)
    .select('row.claimId', 'claimId')
    .distinct(true)
    .andWhere('row.claimId > :after', { after })
    .orderBy('row.claimId', 'ASC')
    .limit(limit)
    .getRawMany<{ claimId: string }>();
  return rows.map(({ claimId }) => claimId);
}

export async function countClaims(tx: Tx, span: { from: CalendarDate; to: CalendarDate }): Promise<number> {
  const row = await inSpan(tx, span)
    .select('COUNT(DISTINCT row.claimId)', 'total')
    .getRawOne<{ total: string | number }>();
  return Number(row?.total ?? 0);
}

/** All running terms of some claims, in order. */
export function openTermsOf(tx: Tx, claimIds: string[]): Promise<OpenTermRow[]> {
  return tx.find(ObligationEntity, {
    select: Object.fromEntries(COLUMNS.map((name) => [name, true])),
    where: { claimId: In(claimIds), open: true },
    order: { claimId: 'ASC', id: 'ASC' },
  });
}

/** What the kernel counts a stored term by; `authorities` are all versions of the terms towards them. */
export function storedTerm(
  { kind, article, startsAt, settingsOn }: OpenTermRow,
  authorities: readonly AuthorityTerm[],
): StoredTerm {
  const code = authorityCode(kind);
  if (code === null) return { rule: ruleOfArticle(article), startsAt, settingsOn };
  const rule = authorityTermOn(authorities, code, settingsOn);
  if (!rule) throw new RangeError(`No term of ${code} on ${settingsOn}`);
  return { rule, startsAt, settingsOn };
}

function inSpan(
  tx: Tx,
  { from, to }: { from: CalendarDate; to: CalendarDate },
): SelectQueryBuilder<ObligationEntity> {
  return tx
    .createQueryBuilder(ObligationEntity, 'row')
    .where('row.open = :open', { open: true })
    .andWhere('row.dueOn >= :from AND row.startsOn <= :to', { from, to });
}
