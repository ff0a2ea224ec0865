import type { MigrationInterface, QueryRunner } from 'typeorm';
import { searchTerms } from '../../../domain/search-terms';
import { POSTGRES_CLAIM_COUNTS, SQLITE_CLAIM_COUNTS } from './claim-counts';

/** Columns in which beginnings are looked up by range: a language's order would put other words between. */
const BYTE_ORDER = [
  'ALTER TABLE "claim_search" ALTER COLUMN "term" TYPE character varying(254) COLLATE "C"',
  'ALTER TABLE "customers" ALTER COLUMN "searchName" TYPE character varying(200) COLLATE "C"',
];

const BATCH = 1_000;

interface ClaimToFind {
  id: string;
  number: string;
  orderNumber: string | null;
  name: string;
  email: string | null;
}

/** Lists and dashboard read kept counts; claims that are there are counted, and found by their whole name too. */
export class ClaimCounts1795572000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const postgres = runner.connection.options.type === 'postgres';
    const statements = postgres ? [...POSTGRES_CLAIM_COUNTS, ...BYTE_ORDER] : SQLITE_CLAIM_COUNTS;
    for (const statement of statements) await runner.query(statement);
    await indexAnew(runner);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Schemas go forward only; restore a backup instead'));
  }
}

async function indexAnew(runner: QueryRunner): Promise<void> {
  await runner.query('DELETE FROM "claim_search"');
  for (let after = ''; ;) {
    const claims = (await runner.query(
      `SELECT c."id", c."number", c."orderNumber", u."name", u."email" FROM "claims" c
       JOIN "customers" u ON u."id" = c."customerId" WHERE c."id" > $1 ORDER BY c."id" LIMIT ${String(BATCH)}`,
      [after],
    )) as ClaimToFind[];
    const last = claims.at(-1);
    if (!last) return;
    for (const { id, number, orderNumber, name, email } of claims) {
      const terms = searchTerms({ number, orderNumber, customer: { name, email } });
      const rows = terms.map((_term, at) => `($${String(2 * at + 1)}, $${String(2 * at + 2)})`).join(', ');
      await runner.query(
        `INSERT INTO "claim_search" ("claimId", "term") VALUES ${rows}`,
        terms.flatMap((term) => [id, term]),
      );
    }
    after = last.id;
  }
}
