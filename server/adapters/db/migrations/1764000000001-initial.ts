import type { MigrationInterface, QueryRunner } from 'typeorm';
import { POSTGRES_SCHEMA } from './1764000000001-initial.postgres';
import { SQLITE_SCHEMA } from './1764000000001-initial.sqlite';
import { POSTGRES_CLAIM_COUNTS, SQLITE_CLAIM_COUNTS } from './claim-counts';

const APPEND_ONLY = ['audit_events', 'audit_seals'];

/** Indexes for looking up beginnings by range: in a language's own order other words would lie between. */
const byBeginning = (order: string) => [
  `CREATE INDEX claim_search_by_beginning ON claim_search ("term"${order}, "claimId")`,
  `CREATE INDEX customers_by_beginning ON customers ("searchName"${order})`,
];

/** The first schema: tables and indexes as generated from the entities, plus the append-only triggers and the counts of claims. */
export class Initial1764000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const postgres = runner.connection.options.type === 'postgres';
    for (const statement of postgres ? POSTGRES_SCHEMA : SQLITE_SCHEMA) await runner.query(statement);
    for (const statement of postgres ? POSTGRES_CLAIM_COUNTS : SQLITE_CLAIM_COUNTS)
      await runner.query(statement);
    for (const statement of byBeginning(postgres ? ' COLLATE "C"' : '')) await runner.query(statement);
    if (postgres) {
      await runner.query(
        `CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
         $$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$`,
      );
    }
    for (const table of APPEND_ONLY) {
      for (const verb of ['update', 'delete']) {
        await runner.query(
          postgres
            ? `CREATE TRIGGER ${table}_no_${verb} BEFORE ${verb.toUpperCase()} ON ${table}
               FOR EACH ROW EXECUTE FUNCTION refuse_change()`
            : `CREATE TRIGGER ${table}_no_${verb} BEFORE ${verb.toUpperCase()} ON ${table}
               BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END`,
        );
      }
    }
  }

  down(): Promise<void> {
    return Promise.reject(new Error('The first schema is not undone; restore a backup instead'));
  }
}
