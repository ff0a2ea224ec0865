import 'reflect-metadata';
import { openDatabase } from '../server/adapters/db/database';
import { openKeyring } from '../server/adapters/storage';
import { readConfig } from '../server/config';
import { ENTITIES } from '../server/entities';
import { masterKeyOf } from '../server/master-key';
import { rewrapKeys } from './keys/rewrap-keys';

/** `npm run keys:rewrap`: after a new master key was put first in MASTER_KEY; then the old one may be taken out. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const keyring = openKeyring(masterKeyOf(config));
  const database = await openDatabase(config.databaseUrl, ENTITIES, { lock: true });
  try {
    console.log(`${String(await rewrapKeys(database, keyring))} keys are now under ${keyring.currentId}`);
  } finally {
    await database.close();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
