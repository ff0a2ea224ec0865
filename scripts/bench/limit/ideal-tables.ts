import type { PlainDatabase } from './plain-database';

/**
 * The same rows as the product's, in the tables that somebody would make who had to serve these few questions and
 * nothing else: the customer's name inside the claim, one index a question, totals kept, the engine's own full text.
 */
export async function makeIdealTables(
  database: PlainDatabase,
  engine: 'sqlite' | 'postgres',
  from: string,
): Promise<void> {
  const run = (sql: string, values: unknown[] = []) => database.all(sql, values);
  if (engine === 'sqlite') await run('ATTACH $1 AS product', [from]);
  const product = engine === 'sqlite' ? 'product' : 'public';
  if (engine === 'postgres') {
    await run('DROP SCHEMA IF EXISTS ideal CASCADE');
    await run('CREATE SCHEMA ideal');
  }
  const ideal = engine === 'sqlite' ? 'main' : 'ideal';
  await run(`CREATE TABLE ${ideal}.claims AS SELECT c.*, u."name" AS "customerName", u."email" AS "customerEmail",
    u."phone" AS "customerPhone" FROM ${product}.claims c JOIN ${product}.customers u ON u."id" = c."customerId"`);
  for (const table of ['claim_lines', 'obligations', 'refunds', 'documents', 'messages']) {
    await run(`CREATE TABLE ${ideal}.${table} AS SELECT * FROM ${product}.${table}`);
    await run(index(engine, `ideal_${table}`, table, '"claimId"'));
  }
  await run(index(engine, 'ideal_id', 'claims', '"id"', 'UNIQUE'));
  await run(index(engine, 'ideal_state', 'claims', '"state", "dueAt", "id"'));
  await run(index(engine, 'ideal_due', 'claims', '"dueAt", "id"'));
  await run(
    `CREATE TABLE ${ideal}.totals AS SELECT "state", count(*) AS n FROM ${ideal}.claims GROUP BY "state"`,
  );
  if (engine === 'sqlite') {
    await run(
      'CREATE VIRTUAL TABLE found USING fts5(words, content=\'\', tokenize="unicode61 remove_diacritics 0")',
    );
    await run(`INSERT INTO found (rowid, words)
      SELECT rowid, "number" || ' ' || coalesce("orderNumber", '') || ' ' || "customerName" || ' ' || "customerEmail" FROM claims`);
    await run('DETACH product');
    await run('ANALYZE');
  } else {
    await run(`ALTER TABLE ideal.claims ADD COLUMN words tsvector`);
    await run(`UPDATE ideal.claims SET words = to_tsvector('simple',
      "number" || ' ' || coalesce("orderNumber", '') || ' ' || "customerName" || ' ' || "customerEmail")`);
    await run('CREATE INDEX ideal_words ON ideal.claims USING gin (words)');
    await run('VACUUM ANALYZE');
  }
}

function index(
  engine: 'sqlite' | 'postgres',
  name: string,
  table: string,
  columns: string,
  unique = '',
): string {
  return engine === 'sqlite'
    ? `CREATE ${unique} INDEX ${name} ON ${table} (${columns})`
    : `CREATE ${unique} INDEX ${name} ON ideal.${table} (${columns})`;
}
