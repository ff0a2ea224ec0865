import { statSync } from 'node:fs';
import { DUMP_MASTER_KEY, DUMP_PASSWORD, writeDump } from '../server/testing/dumps';
import { startPostgres } from '../server/testing/postgres';
import { newInstallation, startRealProduct } from '../server/testing/real-product';

/**
 * `npm run db:dump`: keeps the demo's database of the newest schema for both engines (claims in every state, letters,
 * refunds), so that the upgrade test can start from it for ever. Run it once with each migration, before the next one.
 */
async function dump(databaseUrl: string): Promise<void> {
  const installation = newInstallation(databaseUrl, {
    DEMO: '1',
    DEMO_PASSWORD: DUMP_PASSWORD,
    MASTER_KEY: DUMP_MASTER_KEY,
  });
  const url = installation.databaseUrl;
  try {
    const product = await startRealProduct(installation);
    product.signal('SIGTERM');
    await product.ended;
    const file = await writeDump(url);
    console.log(`${file}: ${String(Math.round(statSync(file).size / 1024))} KiB`);
  } finally {
    installation.remove();
  }
}

async function main(): Promise<void> {
  await dump('sqlite:<folder>/dump.sqlite');
  const cluster = await startPostgres();
  try {
    await dump(cluster.url('postgres'));
  } finally {
    await cluster.stop();
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
