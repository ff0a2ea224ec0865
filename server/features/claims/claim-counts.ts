import { NO_DEADLINE } from '../../adapters/db/migrations/claim-counts';
import type { Tx, UnitOfWork } from '../../adapters/db/unit-of-work';
import { ListConditions } from '../../http/list-conditions';

/** Fields that the totals are kept by; `assigneeId` of nobody stands there as ''. */
const COUNTED = ['state', 'kind', 'language', 'channel', 'assigneeId'];
const OF_TOTALS = { findColumnWithPropertyName: (name: string) => ({ databaseName: name }) as never };

type Filter = Record<string, unknown>;

/**
 * How many claims a filter finds, out of the kept totals; null when the filter asks for more than they know, and only
 * counting helps. Values have been checked by the list.
 */
export async function keptTotal(tx: Tx, filter: Filter): Promise<number | null> {
  const names = Object.keys(filter);
  if (names.every((name) => COUNTED.includes(name))) return sumOf(tx, 'claim_totals', filter);
  if (names.every((name) => name === 'state' || name === 'dueAt_gte' || name === 'dueAt_lte'))
    return sumOf(tx, 'claim_days', filter);
  return null;
}

async function sumOf(tx: Tx, table: 'claim_totals' | 'claim_days', filter: Filter): Promise<number> {
  const { sql, values } = conditionsOf(filter).where();
  const [row] = await tx.query<{ total: string | number | null }[]>(
    `SELECT sum("n") AS "total" FROM ${table} "row" ${sql}`,
    values,
  );
  return Number(row?.total ?? 0);
}

function conditionsOf(filter: Filter): ListConditions {
  const conditions = new ListConditions(OF_TOTALS, false);
  for (const [name, value] of Object.entries(filter)) {
    if (name === 'dueAt_gte') conditions.andWhere('row.dueAt >= :at', { at: Date.parse(String(value)) });
    else if (name === 'dueAt_lte') conditions.andWhere('row.dueAt <= :at', { at: Date.parse(String(value)) });
    else if (!Array.isArray(value)) conditions.andWhere(`row.${name} = :value`, { value: value ?? '' });
    else if (value.length === 0) conditions.andWhere('1 = 0');
    else conditions.andWhere(`row.${name} IN (:...values)`, { values: value });
  }
  // A missing deadline stands as a number beyond all others, and is on neither side of any instant.
  if ('dueAt_gte' in filter) conditions.andWhere(`row.dueAt < ${String(NO_DEADLINE)}`);
  return conditions;
}

/** Claims of these states by deadline, within (from, to]. */
export async function totalsByDeadline(
  tx: Tx,
  states: readonly string[],
  [from, to]: [number, number],
): Promise<{ dueAt: number; total: number }[]> {
  const { sql, values } = new ListConditions(OF_TOTALS, false)
    .andWhere('row.state IN (:...states)', { states })
    .andWhere('row.dueAt > :from AND row.dueAt <= :to', { from, to })
    .where();
  const rows = await tx.query<{ dueAt: string | number; total: string | number }[]>(
    `SELECT "dueAt", sum("n") AS "total" FROM claim_days "row" ${sql} GROUP BY "dueAt"`,
    values,
  );
  return rows.map(({ dueAt, total }) => ({ dueAt: Number(dueAt), total: Number(total) }));
}

/** How many claims stand in each of these states, in their order. */
export async function totalsByState(
  tx: Tx,
  states: readonly string[],
): Promise<{ state: string; count: number }[]> {
  const { sql, values } = new ListConditions(OF_TOTALS, false)
    .andWhere('row.state IN (:...states)', { states })
    .where();
  const rows = await tx.query<{ state: string; total: string | number }[]>(
    `SELECT "state", sum("n") AS "total" FROM claim_totals "row" ${sql} GROUP BY "state"`,
    values,
  );
  const totals = new Map(rows.map(({ state, total }) => [state, Number(total)]));
  return states.map((state) => ({ state, count: totals.get(state) ?? 0 }));
}

/** Folds what changes have added since; SQLite keeps its counts folded. For a job that comes round. */
export async function foldCounts(uow: UnitOfWork): Promise<void> {
  await uow.write(async (tx) => {
    if (tx.connection.options.type === 'postgres') await tx.query('SELECT fold_claim_counts()');
  });
}

/** Where a page begins: the deadline (and for those without one the beginning of the id) at which it lies. */
export interface Start {
  dueAt: number | null;
  part: string;
  /** Claims of the filter that come before it. */
  before: number;
}

/** The last place in the order of deadlines that no more than `first` claims of these states precede. */
export async function startOf(
  tx: Tx,
  states: readonly string[] | null,
  order: 'ASC' | 'DESC',
  first: number,
): Promise<Start | null> {
  const conditions = new ListConditions(OF_TOTALS, false);
  if (states) conditions.andWhere('row.state IN (:...states)', { states });
  const { sql, values } = conditions.where();
  const [row] = await tx.query<{ dueAt: string | number; part: string; before: string | number }[]>(
    `SELECT "dueAt", "part", "before" FROM (
       SELECT "dueAt", "part", sum(sum("n")) OVER (ORDER BY "dueAt" ${order}, "part" ${order}) - sum("n") AS "before"
       FROM claim_days "row" ${sql} GROUP BY "dueAt", "part"
     ) AS "places" WHERE "before" <= $${String(values.length + 1)} ORDER BY "before" DESC LIMIT 1`,
    [...values, first],
  );
  if (!row) return null;
  const dueAt = Number(row.dueAt);
  return { dueAt: dueAt === NO_DEADLINE ? null : dueAt, part: row.part, before: Number(row.before) };
}
