import type { MigrationInterface, QueryRunner } from 'typeorm';

const SQLITE = [
  `CREATE TABLE "refund_reversals" ("id" varchar(36) PRIMARY KEY NOT NULL, "refundId" varchar(36) NOT NULL, "attemptId" varchar(36) NOT NULL, "paymentId" varchar(36) NOT NULL, "amountMinor" bigint NOT NULL, "reversedOn" varchar(10) NOT NULL, "reference" varchar(200), "documentId" varchar(36), "reason" varchar(1000) NOT NULL, "byId" varchar(36) NOT NULL, "at" bigint NOT NULL, CONSTRAINT "UQ_7c33357e83e03b33b8d7b5e6aa2" UNIQUE ("refundId"))`,
  `CREATE INDEX "IDX_a41e0b5d8908f0ad4e00c20738" ON "refund_reversals" ("paymentId") `,
];

const POSTGRES = [
  `CREATE TABLE "refund_reversals" ("id" character varying(36) NOT NULL, "refundId" character varying(36) NOT NULL, "attemptId" character varying(36) NOT NULL, "paymentId" character varying(36) NOT NULL, "amountMinor" bigint NOT NULL, "reversedOn" character varying(10) NOT NULL, "reference" character varying(200), "documentId" character varying(36), "reason" character varying(1000) NOT NULL, "byId" character varying(36) NOT NULL, "at" bigint NOT NULL, CONSTRAINT "UQ_7c33357e83e03b33b8d7b5e6aa2" UNIQUE ("refundId"), CONSTRAINT "PK_1615d0bee5a185c9c030469834c" PRIMARY KEY ("id"))`,
  `CREATE INDEX "IDX_a41e0b5d8908f0ad4e00c20738" ON "refund_reversals" ("paymentId") `,
];

/** Refunds that came back from the bank have their entry and its proof; there is none yet. */
export class Reversals1795604173512 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const postgres = runner.connection.options.type === 'postgres';
    for (const statement of postgres ? POSTGRES : SQLITE) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Schemas go forward only; restore a backup instead'));
  }
}
