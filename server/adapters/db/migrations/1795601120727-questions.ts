import type { MigrationInterface, QueryRunner } from 'typeorm';

const SQLITE = [
  `ALTER TABLE "mail_ledger" ADD COLUMN "paymentId" varchar(36)`,
  `ALTER TABLE "mail_ledger" ADD COLUMN "answerId" varchar(36)`,
  `CREATE INDEX "IDX_eaab520bd4efe8dac54fe2514b" ON "mail_ledger" ("paymentId") `,
];

const POSTGRES = [
  `ALTER TABLE "mail_ledger" ADD "paymentId" character varying(36)`,
  `ALTER TABLE "mail_ledger" ADD "answerId" character varying(36)`,
  `CREATE INDEX "IDX_eaab520bd4efe8dac54fe2514b" ON "mail_ledger" ("paymentId") `,
];

/** Questions know the failed payment they are about, and their answer; those that are there stay without either. */
export class Questions1795601120727 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const postgres = runner.connection.options.type === 'postgres';
    for (const statement of postgres ? POSTGRES : SQLITE) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Schemas go forward only; restore a backup instead'));
  }
}
