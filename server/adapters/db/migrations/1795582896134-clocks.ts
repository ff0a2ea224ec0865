import type { MigrationInterface, QueryRunner } from 'typeorm';

const SQLITE = [
  `ALTER TABLE "claims" ADD COLUMN "waiting" TEXT`,
  `ALTER TABLE "claims" ADD COLUMN "waitingNextAt" bigint`,
  `ALTER TABLE "claims" ADD COLUMN "times" TEXT`,
  `CREATE INDEX "IDX_3addd271489c53cdc0e33ab328" ON "claims" ("waitingNextAt") `,
  `ALTER TABLE "obligations" ADD COLUMN "nextStepAt" bigint`,
  `CREATE INDEX "IDX_40666bd75c353e52dac7c03de7" ON "obligations" ("nextStepAt") `,
  `CREATE TABLE "breaches" ("id" varchar(36) PRIMARY KEY NOT NULL, "obligationId" varchar(36) NOT NULL, "claimId" varchar(36) NOT NULL, "kind" varchar(40) NOT NULL, "dueOn" varchar(10) NOT NULL, "dueAt" bigint NOT NULL, "cause" varchar(24) NOT NULL, "facts" text NOT NULL, "holders" text NOT NULL, "holderId" varchar(36), "correctedById" varchar(36), "revokedAt" bigint, "at" bigint NOT NULL, "version" integer NOT NULL, CONSTRAINT "UQ_d5ac9884c476330657ae87b89ee" UNIQUE ("obligationId"))`,
  `CREATE INDEX "IDX_f748d9d318d3c1f448ce2af227" ON "breaches" ("claimId") `,
  `CREATE INDEX "IDX_c5123d4fc5ee79904f0835a89c" ON "breaches" ("dueAt", "id") `,
  `CREATE TABLE "escalations" ("id" varchar(36) PRIMARY KEY NOT NULL, "obligationId" varchar(36) NOT NULL, "claimId" varchar(36) NOT NULL, "kind" varchar(40) NOT NULL, "dueOn" varchar(10) NOT NULL, "step" varchar(8) NOT NULL, "overtaken" boolean NOT NULL, "holderId" varchar(36), "stepAt" bigint NOT NULL, "at" bigint NOT NULL)`,
  `CREATE INDEX "IDX_e464e0119ce4bd56b13a15497f" ON "escalations" ("claimId") `,
  `CREATE UNIQUE INDEX "IDX_6472ae2015d6ede5cfa00d1feb" ON "escalations" ("obligationId", "dueOn", "step") `,
  `CREATE TABLE "warnings" ("id" varchar(36) PRIMARY KEY NOT NULL, "escalationId" varchar(36) NOT NULL, "userId" varchar(36) NOT NULL, "claimId" varchar(36) NOT NULL, "claimNumber" varchar(20) NOT NULL, "kind" varchar(40) NOT NULL, "step" varchar(8) NOT NULL, "dueOn" varchar(10) NOT NULL, "at" bigint NOT NULL, "seenAt" bigint, "mailedAt" bigint)`,
  `CREATE INDEX "IDX_017b7429ac9bc48e999309aff5" ON "warnings" ("mailedAt", "userId") `,
  `CREATE INDEX "IDX_7e2e563e5ec0f7b7b508f79a5e" ON "warnings" ("userId", "seenAt", "at") `,
  `CREATE UNIQUE INDEX "IDX_b9b46d01650ff8be0938eb9861" ON "warnings" ("escalationId", "userId") `,
];

const POSTGRES = [
  `CREATE TABLE "breaches" ("id" character varying(36) NOT NULL, "obligationId" character varying(36) NOT NULL, "claimId" character varying(36) NOT NULL, "kind" character varying(40) NOT NULL, "dueOn" character varying(10) NOT NULL, "dueAt" bigint NOT NULL, "cause" character varying(24) NOT NULL, "facts" text NOT NULL, "holders" text NOT NULL, "holderId" character varying(36), "correctedById" character varying(36), "revokedAt" bigint, "at" bigint NOT NULL, "version" integer NOT NULL, CONSTRAINT "UQ_d5ac9884c476330657ae87b89ee" UNIQUE ("obligationId"), CONSTRAINT "PK_1ae8bb9659fcd0eff82f1a7c127" PRIMARY KEY ("id"))`,
  `CREATE INDEX "IDX_f748d9d318d3c1f448ce2af227" ON "breaches" ("claimId") `,
  `CREATE INDEX "IDX_c5123d4fc5ee79904f0835a89c" ON "breaches" ("dueAt", "id") `,
  `CREATE TABLE "escalations" ("id" character varying(36) NOT NULL, "obligationId" character varying(36) NOT NULL, "claimId" character varying(36) NOT NULL, "kind" character varying(40) NOT NULL, "dueOn" character varying(10) NOT NULL, "step" character varying(8) NOT NULL, "overtaken" boolean NOT NULL, "holderId" character varying(36), "stepAt" bigint NOT NULL, "at" bigint NOT NULL, CONSTRAINT "PK_652a394609addaa4b0f2b3032a1" PRIMARY KEY ("id"))`,
  `CREATE INDEX "IDX_e464e0119ce4bd56b13a15497f" ON "escalations" ("claimId") `,
  `CREATE UNIQUE INDEX "IDX_6472ae2015d6ede5cfa00d1feb" ON "escalations" ("obligationId", "dueOn", "step") `,
  `CREATE TABLE "warnings" ("id" character varying(36) NOT NULL, "escalationId" character varying(36) NOT NULL, "userId" character varying(36) NOT NULL, "claimId" character varying(36) NOT NULL, "claimNumber" character varying(20) NOT NULL, "kind" character varying(40) NOT NULL, "step" character varying(8) NOT NULL, "dueOn" character varying(10) NOT NULL, "at" bigint NOT NULL, "seenAt" bigint, "mailedAt" bigint, CONSTRAINT "PK_90d86ac75b7dcd1e29e9755e78e" PRIMARY KEY ("id"))`,
  `CREATE INDEX "IDX_017b7429ac9bc48e999309aff5" ON "warnings" ("mailedAt", "userId") `,
  `CREATE INDEX "IDX_7e2e563e5ec0f7b7b508f79a5e" ON "warnings" ("userId", "seenAt", "at") `,
  `CREATE UNIQUE INDEX "IDX_b9b46d01650ff8be0938eb9861" ON "warnings" ("escalationId", "userId") `,
  `ALTER TABLE "claims" ADD "waiting" text`,
  `ALTER TABLE "claims" ADD "waitingNextAt" bigint`,
  `ALTER TABLE "claims" ADD "times" text`,
  `ALTER TABLE "obligations" ADD "nextStepAt" bigint`,
  `CREATE INDEX "IDX_3addd271489c53cdc0e33ab328" ON "claims" ("waitingNextAt") `,
  `CREATE INDEX "IDX_40666bd75c353e52dac7c03de7" ON "obligations" ("nextStepAt") `,
];

/** Terms that run already are looked at by the first sweep: what has passed is written down as a breach then. */
const LOOK_AT_ALL = 'UPDATE "obligations" SET "nextStepAt" = 0 WHERE "open"';

/** Warnings before a term, breaches with their cause, reminders while papers are missing, time in each state. */
export class Clocks1795582896134 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const postgres = runner.connection.options.type === 'postgres';
    for (const statement of postgres ? POSTGRES : SQLITE) await runner.query(statement);
    await runner.query(LOOK_AT_ALL);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Schemas go forward only; restore a backup instead'));
  }
}
