import 'reflect-metadata';
import { openDatabase } from '../server/adapters/db/database';
import { ENTITIES } from '../server/entities';

/** `npm run db:migrate`: brings DATABASE_URL to the newest schema and ends; the product does the same at its start. */
async function main(): Promise<void> {
  const url = process.env.DATABASE_URL ?? 'sqlite:.data/qaitarym.sqlite';
  const database = await openDatabase(url, ENTITIES, { lock: true });
  try {
    const rows: { name: string }[] = await database.source.query('SELECT name FROM migrations ORDER BY id');
    console.log(`Schema: ${rows.at(-1)?.name ?? 'none'} (${String(rows.length)} migrations)`);
  } finally {
    await database.close();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
