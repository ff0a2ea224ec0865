import type { MigrationInterface, QueryRunner } from 'typeorm';

const SQLITE = [
  `CREATE TABLE "gateway_outages" ("id" varchar(36) PRIMARY KEY NOT NULL, "channel" varchar(10) NOT NULL, "startedAt" bigint NOT NULL, "noticedAt" bigint NOT NULL, "endedAt" bigint, "openMark" varchar(4), CONSTRAINT "UQ_1cc826a016916847e3368e2cf8f" UNIQUE ("openMark"))`,
  `CREATE INDEX "IDX_97e0000f1bf5c0a53aa23c8d52" ON "gateway_outages" ("startedAt") `,
];

const POSTGRES = [
  `CREATE TABLE "gateway_outages" ("id" character varying(36) NOT NULL, "channel" character varying(10) NOT NULL, "startedAt" bigint NOT NULL, "noticedAt" bigint NOT NULL, "endedAt" bigint, "openMark" character varying(4), CONSTRAINT "UQ_1cc826a016916847e3368e2cf8f" UNIQUE ("openMark"), CONSTRAINT "PK_f23ac4a44804f35347fc96e9de9" PRIMARY KEY ("id"))`,
  `CREATE INDEX "IDX_97e0000f1bf5c0a53aa23c8d52" ON "gateway_outages" ("startedAt") `,
];

/** Stretches in which the gateway was away are kept; what was away before is not known and has no row. */
export class Outages1795601567981 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const postgres = runner.connection.options.type === 'postgres';
    for (const statement of postgres ? POSTGRES : SQLITE) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Schemas go forward only; restore a backup instead'));
  }
}
