import type { MigrationInterface, QueryRunner } from 'typeorm';

const SQLITE = [
  `ALTER TABLE "claims" ADD COLUMN "heldAt" bigint`,
  `ALTER TABLE "mail_ledger" ADD COLUMN "erasedAt" bigint`,
];

const POSTGRES = [
  `ALTER TABLE "claims" ADD "heldAt" bigint`,
  `ALTER TABLE "mail_ledger" ADD "erasedAt" bigint`,
];

/** Say in one sentence what becomes possible, and what becomes of the rows that are there. */
export class Erasure1795586460891 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const postgres = runner.connection.options.type === 'postgres';
    for (const statement of postgres ? POSTGRES : SQLITE) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Schemas go forward only; restore a backup instead'));
  }
}
