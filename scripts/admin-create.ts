import 'reflect-metadata';
import { createInterface } from 'node:readline/promises';
import { systemClock } from '../server/adapters/clock/system-clock';
import { openDatabase } from '../server/adapters/db/database';
import { randomIds } from '../server/adapters/ids/random-ids';
import { ENTITIES } from '../server/entities';
import { createFirstAdmin } from '../server/features/users';

/** `npm run admin:create -- <e-mail> <name>`: the password comes by standard input, never as an argument. */
async function main(): Promise<void> {
  const [email, ...name] = process.argv.slice(2);
  if (!email?.includes('@') || name.length === 0)
    throw new Error('Usage: npm run admin:create -- <e-mail> <name>');
  const input = createInterface({ input: process.stdin, output: process.stderr });
  const password = await input.question('Password (at least 12 characters): ');
  input.close();
  const database = await openDatabase(process.env.DATABASE_URL ?? 'sqlite:.data/qaitarym.sqlite', ENTITIES);
  try {
    const parts = { uow: database.uow, clock: systemClock, ids: randomIds };
    await createFirstAdmin(parts, { email, name: name.join(' '), password });
    console.log(`${email} may sign in now`);
  } finally {
    await database.close();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
