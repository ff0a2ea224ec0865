import { findRows } from '../../adapters/db/find-rows';
import type { Tx } from '../../adapters/db/unit-of-work';
import { type ListQuestion, orderBy, rowsOf } from '../../http/list-query';
import { ClaimEntity } from './claim.entity';
import { type Start, startOf } from './claim-counts';
import { bestFoundBy } from './claim-search';
import { LISTED, type Parts } from './present-claim';

/** From here on it pays to ask where the page begins. */
const DEEP = 200;

/**
 * A page of claims. In the order of deadlines each state is an index of its own: several are merged from the heads of
 * theirs, and a page far down begins at the day where it lies, so that no page costs more in a large house than in a
 * small one.
 */
export async function pageOfClaims(tx: Tx, question: ListQuestion): Promise<(ClaimEntity & Parts)[]> {
  const { filter, sort, first } = question;
  const names = Object.keys(filter);
  const several = Array.isArray(filter.state) && filter.state.length > 1;
  const byDeadline =
    sort.property === 'dueAt' && !names.some((name) => name === 'q' || name.startsWith('dueAt'));
  const skips = byDeadline && first >= DEEP && names.every((name) => name === 'state');
  if (!byDeadline || (!several && !skips)) {
    const idsFirst = 'q' in filter;
    return rowsOf<ClaimEntity>(tx, CLAIM_ROWS, question, { idsFirst }) as Promise<(ClaimEntity & Parts)[]>;
  }
  const states = statesOf(filter.state);
  const start = skips ? await startOf(tx, states, sort.order, first) : null;
  const { sql, values } = idsInOrder(question, states ?? [null], start);
  const part = { sql: `WHERE "row"."id" IN (${sql}) ${orderBy(question.conditions, sort)}`, values };
  return findRows<ClaimEntity & Parts>(tx, ClaimEntity, part, LISTED);
}

/** A page of what a text finds, the best first. */
export async function bestClaims(tx: Tx, text: string, page: { first: number; limit: number }) {
  const ids = await bestFoundBy(tx, text, page);
  if (ids.length === 0) return [];
  const part = {
    sql: `WHERE "row"."id" IN (${ids.map((_id, at) => `$${String(at + 1)}`).join(', ')})`,
    values: ids,
  };
  const rows = await findRows<ClaimEntity & Parts>(tx, ClaimEntity, part, LISTED);
  return rows.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
}

const CLAIM_ROWS = { entity: ClaimEntity, reads: LISTED };

/** The states asked for; null asks for all. The list has checked that they are texts. */
function statesOf(state: unknown): string[] | null {
  if (state === undefined) return null;
  return [...new Set((Array.isArray(state) ? state : [state]) as string[])];
}

/** Ids of the page: the heads of each state's index, put together and cut. */
function idsInOrder(
  { conditions, sort, first, limit }: ListQuestion,
  states: (string | null)[],
  start: Start | null,
) {
  const skipped = first - (start?.before ?? 0);
  const values: unknown[] = [];
  const heads: string[] = [];
  for (const state of states) {
    for (const from of placesFrom(start, sort.order)) {
      const where = conditions.copy();
      if (state !== null) where.andWhere('row.state = :state', { state });
      if (from) where.andWhere(from.sql, from.named);
      const part = where.where(values.length);
      values.push(...part.values);
      heads.push(`SELECT * FROM (SELECT "row"."id", "row"."dueAt" FROM "claims" "row" ${part.sql}
        ${orderBy(conditions, sort)} LIMIT ${String(skipped + limit)}) AS "head"`);
    }
  }
  const sql = `SELECT "row"."id" FROM (${heads.join(' UNION ALL ')}) AS "row"
    ${orderBy(conditions, sort)} LIMIT ${String(limit)} OFFSET ${String(skipped)}`;
  return { sql, values };
}

/** Conditions that an index can begin at, in the order of the list: dated claims and undated ones lie apart in it. */
function placesFrom(
  start: Start | null,
  order: 'ASC' | 'DESC',
): ({ sql: string; named: Record<string, unknown> } | null)[] {
  if (start === null) return [null];
  const { dueAt, part } = start;
  const undated = { sql: 'row.dueAt IS NULL', named: {} };
  if (order === 'ASC') {
    return dueAt === null
      ? [{ sql: 'row.dueAt IS NULL AND row.id >= :part', named: { part } }]
      : [{ sql: 'row.dueAt >= :dueAt', named: { dueAt } }, undated];
  }
  return dueAt === null
    ? [
        { sql: 'row.dueAt IS NULL AND row.id < :beyond', named: { beyond: `${part}g` } },
        { sql: 'row.dueAt IS NOT NULL', named: {} },
      ]
    : [{ sql: 'row.dueAt <= :dueAt', named: { dueAt } }];
}
