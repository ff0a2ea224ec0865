import type { SqlPart } from '../../adapters/db/find-rows';
import type { Tx } from '../../adapters/db/unit-of-work';
import { type Findable, rangeOfBeginning, searchTerms, wantedTerms } from '../../domain/search-terms';
import { conditionsOn, type ListConditions } from '../../http/list-conditions';
import { CustomerEntity } from '../customers';
import { ClaimEntity, ClaimSearchEntity } from './claim.entity';

/** Rewrites the terms that find a claim. */
export async function indexClaim(tx: Tx, claimId: string, facts: Findable): Promise<void> {
  await tx.delete(ClaimSearchEntity, { claimId });
  await tx.insert(
    ClaimSearchEntity,
    searchTerms(facts).map((term) => ({ claimId, term })),
  );
}

/** Keeps the terms of a claim as its facts are. */
export async function reindexClaim(tx: Tx, claim: ClaimEntity): Promise<void> {
  const customer = await tx.findOneByOrFail(CustomerEntity, { id: claim.customerId });
  await indexClaim(tx, claim.id, { number: claim.number, orderNumber: claim.orderNumber, customer });
}

/** The claims of somebody who has another name or address now. */
export async function indexClaimsOf(tx: Tx, customerId: string): Promise<void> {
  for (const claim of await tx.findBy(ClaimEntity, { customerId })) await reindexClaim(tx, claim);
}

/** `q`: a word that begins a term; several that begin a whole name, or, when no name begins so, each some term. */
export function searchClaims(query: ListConditions, text: string): void {
  const found = termsFound(query, text);
  if (found) query.andWhere(`row.id IN (SELECT "claimId" FROM (${found.sql}) AS "found")`, found.named);
  else query.andWhere('1 = 0');
}

/** How many claims a text finds, from the terms alone. */
export async function countFoundBy(tx: Tx, text: string): Promise<number> {
  const { sql, values } = statementOf(tx, text, 'SELECT count(DISTINCT "claimId") AS "total"');
  const [row] = await tx.query<{ total: string | number }[]>(sql, values);
  return Number(row?.total ?? 0);
}

/** Ids of the claims that a text finds: those that have the very term first, then the newest. */
export async function bestFoundBy(
  tx: Tx,
  text: string,
  page: { first: number; limit: number },
): Promise<string[]> {
  const { sql, values } = statementOf(tx, text, 'SELECT "claimId", max("exact") AS "best"');
  const rows = await tx.query<{ claimId: string }[]>(
    `${sql} GROUP BY "claimId" ORDER BY "best" DESC, "claimId" DESC
     LIMIT ${String(page.limit)} OFFSET ${String(page.first)}`,
    values,
  );
  return rows.map(({ claimId }) => claimId);
}

function statementOf(tx: Tx, text: string, select: string): SqlPart {
  const holder = conditionsOn(tx, ClaimSearchEntity);
  const found = termsFound(holder, text);
  if (!found)
    return {
      sql: `${select} FROM (SELECT '' AS "claimId", 0 AS "exact") AS "found" WHERE 1 = 0`,
      values: [],
    };
  const { sql, values } = holder.andWhere(found.sql, found.named).where();
  return { sql: `${select} FROM ${sql.slice('WHERE '.length)} AS "found"`, values };
}

/** A select of `claimId` and `exact` (1 when the term is the very one), or null when the text finds nothing. */
function termsFound(
  query: ListConditions,
  text: string,
): { sql: string; named: Record<string, unknown> } | null {
  const wanted = wantedTerms(text);
  if (!wanted) return null;
  const named: Record<string, unknown> = {};
  const begins = (term: string, alias: string) => {
    const at = String(Object.keys(named).length);
    const { from, to } = rangeOfBeginning(term);
    Object.assign(named, { [`from${at}`]: from, [`to${at}`]: to });
    const column = query.byCodePoints(`${alias}."term"`);
    return `${column} >= :from${at} AND ${column} < :to${at}`;
  };
  const select = (term: string) => {
    named.exact = term;
    return `SELECT t."claimId", CASE WHEN t."term" = :exact THEN 1 ELSE 0 END AS "exact" FROM "claim_search" t`;
  };
  const [first = '', ...others] = wanted.words;
  const { whole } = wanted;
  if (whole === null) return { sql: `${select(first)} WHERE ${begins(first, 't')}`, named };

  const names = `${select(whole)} WHERE ${begins(whole, 't')}`;
  const none = `NOT EXISTS (SELECT 1 FROM "claim_search" n WHERE ${begins(whole, 'n')})`;
  const rest = others.map(
    (word) => `t."claimId" IN (SELECT o."claimId" FROM "claim_search" o WHERE ${begins(word, 'o')})`,
  );
  const words = [none, begins(first, 't'), ...rest].join(' AND ');
  return {
    sql: `${names} UNION ALL SELECT t."claimId", 0 AS "exact" FROM "claim_search" t WHERE ${words}`,
    named,
  };
}
