/**
 * How many claims there are, kept by triggers in the transaction of every change, so that no list and no dashboard
 * counts a million rows.
 *
 * `claim_totals` knows them by what the queue is filtered by. `claim_days` knows them by deadline, those without one
 * by the beginning of their id (three days of creation), in the order of the list itself: a page far down begins at
 * the right day instead of skipping everything before it. A missing deadline stands as `NO_DEADLINE`, nobody as ''.
 *
 * SQLite has one writer, so each count is one row. On PostgreSQL a shared row would make every change of a claim wait
 * for every other, so changes are added as rows of their own and folded together later (`fold_claim_counts`); whoever
 * reads sums either way.
 */
export const NO_DEADLINE = Number.MAX_SAFE_INTEGER;

/** Tables without an entity: a generated migration leaves them alone. */
export const COUNT_TABLES: readonly string[] = ['claim_totals', 'claim_days'];

const WATCHED = ['state', 'kind', 'language', 'channel', 'assigneeId', 'dueAt'];

const totalsKey = (row: string) =>
  `${row}."state", ${row}."kind", ${row}."language", ${row}."channel", coalesce(${row}."assigneeId", '')`;
const daysKey = (row: string) =>
  `${row}."state", coalesce(${row}."dueAt", ${String(NO_DEADLINE)}), CASE WHEN ${row}."dueAt" IS NULL THEN substr(${row}."id", 1, 5) ELSE '' END`;
const TOTALS = '"state", "kind", "language", "channel", "assigneeId"';
const DAYS = '"state", "dueAt", "part"';

const TOTALS_COLUMNS = `"state" varchar(20) NOT NULL, "kind" varchar(32) NOT NULL, "language" varchar(2) NOT NULL,
  "channel" varchar(12) NOT NULL, "assigneeId" varchar(36) NOT NULL, "n" integer NOT NULL`;
const DAYS_COLUMNS = `"state" varchar(20) NOT NULL, "dueAt" bigint NOT NULL, "part" varchar(5) NOT NULL, "n" integer NOT NULL`;

const countOne = (row: string, by: string) => `
  INSERT INTO claim_totals (${TOTALS}, "n") VALUES (${totalsKey(row)}, ${by}) ON CONFLICT DO UPDATE SET "n" = "n" + ${by};
  INSERT INTO claim_days (${DAYS}, "n") VALUES (${daysKey(row)}, ${by}) ON CONFLICT DO UPDATE SET "n" = "n" + ${by};`;
const forgetEmpty = `
  DELETE FROM claim_totals WHERE (${TOTALS}) = (${totalsKey('OLD')}) AND "n" = 0;
  DELETE FROM claim_days WHERE (${DAYS}) = (${daysKey('OLD')}) AND "n" = 0;`;

export const SQLITE_CLAIM_COUNTS = [
  `CREATE TABLE claim_totals (${TOTALS_COLUMNS}, PRIMARY KEY (${TOTALS})) WITHOUT ROWID`,
  `CREATE TABLE claim_days (${DAYS_COLUMNS}, PRIMARY KEY (${DAYS})) WITHOUT ROWID`,
  `CREATE TRIGGER claims_count_insert AFTER INSERT ON claims BEGIN ${countOne('NEW', '1')} END`,
  `CREATE TRIGGER claims_count_delete AFTER DELETE ON claims BEGIN ${countOne('OLD', '-1')} ${forgetEmpty} END`,
  `CREATE TRIGGER claims_count_update AFTER UPDATE ON claims
   WHEN ${WATCHED.map((column) => `OLD."${column}" IS NOT NEW."${column}"`).join(' OR ')}
   BEGIN ${countOne('OLD', '-1')} ${countOne('NEW', '1')} ${forgetEmpty} END`,
];

const addChanges = (changes: string) => `
  INSERT INTO claim_totals (${TOTALS}, "n", "fresh") SELECT ${totalsKey('c')}, sum(c.by), true FROM (${changes}) c
    GROUP BY ${totalsKey('c')} HAVING sum(c.by) <> 0;
  INSERT INTO claim_days (${DAYS}, "n", "fresh") SELECT ${daysKey('c')}, sum(c.by), true FROM (${changes}) c
    GROUP BY ${daysKey('c')} HAVING sum(c.by) <> 0;
  RETURN NULL;`;
const seen = (table: string, by: string) => `SELECT *, ${by} AS by FROM ${table}`;
const trigger = (verb: 'insert' | 'update' | 'delete', tables: string, changes: string) => [
  `CREATE FUNCTION claims_count_${verb}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN ${addChanges(changes)} END $$`,
  `CREATE TRIGGER claims_count_${verb} AFTER ${verb.toUpperCase()} ON claims REFERENCING ${tables}
   FOR EACH STATEMENT EXECUTE FUNCTION claims_count_${verb}()`,
];
const fold = (table: string, key: string) => `
  WITH gone AS (
    DELETE FROM ${table} t USING (SELECT DISTINCT ${key} FROM ${table} WHERE "fresh") k
    WHERE (${prefixed('t', key)}) = (${prefixed('k', key)}) RETURNING t.*
  ) INSERT INTO ${table} (${key}, "n", "fresh") SELECT ${key}, sum("n"), false FROM gone GROUP BY ${key} HAVING sum("n") <> 0;`;

function prefixed(table: string, key: string): string {
  return key.replace(/"(\w+)"/g, `${table}."$1"`);
}

export const POSTGRES_CLAIM_COUNTS = [
  `CREATE TABLE claim_totals (${TOTALS_COLUMNS}, "fresh" boolean NOT NULL)`,
  `CREATE INDEX claim_totals_key ON claim_totals (${TOTALS})`,
  `CREATE INDEX claim_totals_fresh ON claim_totals ("state") WHERE "fresh"`,
  `CREATE TABLE claim_days (${DAYS_COLUMNS}, "fresh" boolean NOT NULL)`,
  `CREATE INDEX claim_days_key ON claim_days (${DAYS})`,
  `CREATE INDEX claim_days_fresh ON claim_days ("state") WHERE "fresh"`,
  ...trigger('insert', 'NEW TABLE AS added', seen('added', '1')),
  ...trigger('delete', 'OLD TABLE AS removed', seen('removed', '-1')),
  ...trigger(
    'update',
    'OLD TABLE AS removed NEW TABLE AS added',
    `${seen('removed', '-1')} UNION ALL ${seen('added', '1')}`,
  ),
  `CREATE FUNCTION fold_claim_counts() RETURNS void LANGUAGE sql AS $$
    ${fold('claim_totals', TOTALS)} ${fold('claim_days', DAYS)} $$`,
];
