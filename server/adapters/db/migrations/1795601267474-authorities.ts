import type { MigrationInterface, QueryRunner } from 'typeorm';

const SQLITE = [
  `CREATE TABLE "authority_terms" ("id" varchar(36) PRIMARY KEY NOT NULL, "code" varchar(30) NOT NULL, "nameKk" varchar(100) NOT NULL, "nameRu" varchar(100) NOT NULL, "nameEn" varchar(100) NOT NULL, "days" integer NOT NULL, "unit" varchar(8) NOT NULL, "rollForward" boolean NOT NULL, "start" varchar(20) NOT NULL, "article" varchar(200) NOT NULL, "active" boolean NOT NULL, "validFrom" varchar(10) NOT NULL, "reason" text NOT NULL, "createdById" varchar(36), "createdAt" bigint NOT NULL)`,
  `CREATE UNIQUE INDEX "IDX_e972b786b402465e8e9ca037c6" ON "authority_terms" ("code", "validFrom") `,
  `ALTER TABLE "claims" ADD COLUMN "authorityRequests" TEXT`,
];

const POSTGRES = [
  `CREATE TABLE "authority_terms" ("id" character varying(36) NOT NULL, "code" character varying(30) NOT NULL, "nameKk" character varying(100) NOT NULL, "nameRu" character varying(100) NOT NULL, "nameEn" character varying(100) NOT NULL, "days" integer NOT NULL, "unit" character varying(8) NOT NULL, "rollForward" boolean NOT NULL, "start" character varying(20) NOT NULL, "article" character varying(200) NOT NULL, "active" boolean NOT NULL, "validFrom" character varying(10) NOT NULL, "reason" text NOT NULL, "createdById" character varying(36), "createdAt" bigint NOT NULL, CONSTRAINT "PK_a6a92a2d7a7c39939f0d515c5d5" PRIMARY KEY ("id"))`,
  `CREATE UNIQUE INDEX "IDX_e972b786b402465e8e9ca037c6" ON "authority_terms" ("code", "validFrom") `,
  `ALTER TABLE "claims" ADD "authorityRequests" text`,
];

/** Claims that waited for papers before waits were counted are looked at by the first reminder run, which begins theirs. */
const BEGIN_OLD_WAITS = `UPDATE "claims" SET "waitingNextAt" = 0 WHERE "state" = 'needs_documents' AND "waiting" IS NULL`;

/** Terms towards authorities, of kinds that an administrator adds; no claim has one yet. */
export class Authorities1795601267474 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const postgres = runner.connection.options.type === 'postgres';
    for (const statement of postgres ? POSTGRES : SQLITE) await runner.query(statement);
    await runner.query(BEGIN_OLD_WAITS);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Schemas go forward only; restore a backup instead'));
  }
}
