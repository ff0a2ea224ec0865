import { DataSource } from 'typeorm';
import { postgresChanges } from './postgres-changes';
import { shapeOfSqlite } from './shape-of-sqlite';
import { sqliteChanges } from './sqlite-changes';

const open: DataSource[] = [];
afterEach(async () => {
  for (const source of open.splice(0)) await source.destroy();
});

async function databaseOf(...statements: string[]): Promise<DataSource> {
  const source = await new DataSource({ type: 'sqlite', database: ':memory:' }).initialize();
  open.push(source);
  for (const statement of statements) await source.query(statement);
  return source;
}

const CLAIMS = 'CREATE TABLE "claims" ("id" varchar(36) PRIMARY KEY NOT NULL, "state" varchar(20) NOT NULL)';
const AS_WANTED = [
  `CREATE TABLE "claims" ("id" varchar(36) PRIMARY KEY NOT NULL, "state" varchar(20) NOT NULL,
    "note" text, "rank" integer NOT NULL DEFAULT (0))`,
  'CREATE INDEX "by_rank" ON "claims" ("rank")',
  'CREATE TABLE "notes" ("id" varchar(36) PRIMARY KEY NOT NULL)',
  'CREATE UNIQUE INDEX "one_note" ON "notes" ("id")',
];

it('adds columns, tables and indexes so that rows and triggers stay', async () => {
  const is = await databaseOf(
    CLAIMS,
    'CREATE INDEX "by_state" ON "claims" ("state")',
    'CREATE TRIGGER "keep" BEFORE DELETE ON "claims" BEGIN SELECT RAISE(ABORT, \'kept\'); END',
    `INSERT INTO "claims" VALUES ('1', 'received')`,
  );
  const wanted = await shapeOfSqlite(await databaseOf(...AS_WANTED));
  for (const statement of sqliteChanges(await shapeOfSqlite(is), wanted)) await is.query(statement);

  expect(sqliteChanges(await shapeOfSqlite(is), wanted)).toEqual([]);
  expect(await is.query('SELECT * FROM claims')).toEqual([
    { id: '1', state: 'received', note: null, rank: 0 },
  ]);
  await expect(is.query('DELETE FROM claims')).rejects.toThrow('kept');
  expect(await is.query(`SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL`)).toEqual([
    { name: 'by_rank' },
    { name: 'one_note' },
  ]);
});

it.each([
  [CLAIMS.replace('varchar(20)', 'text'), 'claims.state changed its type'],
  [CLAIMS.replace(', "state" varchar(20) NOT NULL', ''), 'claims.state is gone'],
  [CLAIMS.replace(/\)$/, ', "rank" integer NOT NULL)'), 'claims.rank is new and needs a value in every row'],
  [CLAIMS.replace(/\)$/, ', CONSTRAINT "u" UNIQUE ("state"))'), 'claims: a unique constraint or key changed'],
  ['CREATE TABLE "others" ("id" integer)', 'the table claims is gone'],
])('refuses to write %s by itself', async (statement, reason) => {
  const is = await shapeOfSqlite(await databaseOf(CLAIMS));
  const wanted = await shapeOfSqlite(await databaseOf(statement));
  expect(() => sqliteChanges(is, wanted)).toThrow(reason);
});

it('takes from TypeORM on PostgreSQL only what adds', () => {
  expect(postgresChanges(['ALTER TABLE "claims" ADD "note" text', 'DROP INDEX "public"."by_state"'])).toEqual(
    ['ALTER TABLE "claims" ADD "note" text', 'DROP INDEX "by_state"'],
  );
  for (const statement of ['ALTER TABLE "claims" DROP COLUMN "state"', 'DROP TABLE "claims"'])
    expect(() => postgresChanges([statement])).toThrow('by hand');
});
