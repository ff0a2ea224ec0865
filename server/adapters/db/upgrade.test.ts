import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import 'reflect-metadata';
import { In } from 'typeorm';
import { ENTITIES } from '../../entities';
import { ClaimEntity, remindCustomers } from '../../features/claims';
import { MessageEntity } from '../../features/messages';
import { dataSourceOf, dumpsOf, loadDump, newestSchema } from '../../testing/dumps';
import { openProductApp } from '../../testing/product-app';
import { emptyDatabaseUrl, openTestDatabase, TEST_ENGINE } from '../../testing/test-database';
import { openDatabase } from './database';

it('the migrated schema is what the entities say', async () => {
  const database = await openTestDatabase();
  const { upQueries } = await database.source.driver.createSchemaBuilder().log();
  expect(upQueries.map(({ query }) => query)).toEqual([]);
  await database.close();
});

it('the newest schema has its dump (npm run db:dump)', () => {
  expect(dumpsOf(TEST_ENGINE)).toContain(newestSchema());
});

describe.each(dumpsOf(TEST_ENGINE))('a populated database of %s', (name) => {
  const folder = mkdtempSync(join(tmpdir(), 'qaitarym-upgrade-'));
  let url: string;
  let drop: () => Promise<void>;

  beforeAll(async () => {
    const empty = await emptyDatabaseUrl();
    url = empty.url.replace('<folder>', folder);
    drop = empty.drop;
    await loadDump(name, url);
  });
  afterAll(async () => {
    await drop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('upgrades without losing a row, a trigger or a column, and the desk works on it', async () => {
    const before = await countsOf(url);
    expect(before.claims).toBeGreaterThanOrEqual(30);

    const database = await openDatabase(url, ENTITIES);
    expect(await countsOf(url)).toMatchObject({ ...before, migrations: expect.any(Number) as number });
    const { upQueries } = await database.source.driver.createSchemaBuilder().log();
    // Statements here: the first schema was generated anew after the dump. Run `npm run db:dump`.
    expect(upQueries.map(({ query }) => query)).toEqual([]);
    await expect(database.source.query('DELETE FROM audit_events')).rejects.toThrow('append-only');

    const product = await openProductApp({ database, staff: false });
    const staff = await product.signIn('reviewer');
    const list = await staff.get('/api/claims?range=[0,99]');
    expect(list.headers['content-range']).toMatch(new RegExp(`/${String(before.claims)}$`));
    for (const { id } of (list.body as { id: string }[]).slice(0, 10)) {
      const claim = await staff.get(`/api/claims/${id}`);
      expect(claim.body).toMatchObject({ id, customer: { name: expect.stringMatching(/\p{L}/u) as string } });
    }
    await product.close();
  });

  it('begins the waits that began before they were counted, with the letter that asked', async () => {
    const product = await openProductApp({ database: await openDatabase(url, ENTITIES), staff: false });
    await remindCustomers(product.claimParts);
    const { claims, letters } = await product.database.uow.read(async (tx) => ({
      claims: await tx.findBy(ClaimEntity, { state: 'needs_documents' }),
      letters: await tx.findBy(MessageEntity, { kind: In(['acknowledgement', 'deficiency']) }),
    }));
    expect(claims).toHaveLength(3);
    for (const { id, waiting, waitingNextAt } of claims) {
      expect(waiting?.items).not.toEqual([]);
      expect(waitingNextAt).toBeGreaterThan(product.clock.at);
      const asked = letters.filter(({ claimId }) => claimId === id).map(({ createdAt }) => createdAt);
      // A paper that came later begins the wait anew.
      expect(waiting?.since).toBeGreaterThanOrEqual(Math.max(...asked) - 1_000);
    }
    await product.close();
  });
});

/** Rows of every table. */
async function countsOf(url: string): Promise<Record<string, number>> {
  const source = await dataSourceOf(url).initialize();
  try {
    const tables: { name: string }[] = await source.query(
      TEST_ENGINE === 'sqlite'
        ? `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`
        : `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`,
    );
    const counts: Record<string, number> = {};
    for (const { name } of tables) {
      const rows: { n: string | number }[] = await source.query(`SELECT count(*) AS n FROM "${name}"`);
      counts[name] = Number(rows[0]?.n);
    }
    return counts;
  } finally {
    await source.destroy();
  }
}
