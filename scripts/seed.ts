import { parseArgs } from 'node:util';
import 'reflect-metadata';
import { openDatabase } from '../server/adapters/db/database';
import { openKeyring } from '../server/adapters/storage';
import { readConfig } from '../server/config';
import { ENTITIES } from '../server/entities';
import { masterKeyOf } from '../server/master-key';
import { fillDatabase } from './seed/fill-database';

/** Fills DATABASE_URL with deterministic claims for measuring: `npm run seed -- --claims 100000 --seed 1`. */
const SAID_EVERY = 50_000;

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { claims: { type: 'string' }, seed: { type: 'string' } } });
  const claims = Number(values.claims ?? '10000');
  if (!Number.isInteger(claims) || claims < 1) throw new Error('--claims is a positive whole number');
  const config = readConfig({ DEMO: '1', ...process.env });
  const keyring = openKeyring(masterKeyOf(config));
  const database = await openDatabase(config.databaseUrl, ENTITIES, { lock: true });
  const started = Date.now();
  try {
    const said = (done: number) => {
      if (done % SAID_EVERY === 0) console.log(`${done} of ${claims} claims`);
    };
    await fillDatabase(database, keyring, { claims, seed: Number(values.seed ?? '1'), said });
    console.log(`${claims} claims in ${((Date.now() - started) / 1000).toFixed(1)} s`);
  } finally {
    await database.close();
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
