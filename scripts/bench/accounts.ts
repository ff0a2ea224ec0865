import 'reflect-metadata';
import { openDatabase } from '../../server/adapters/db/database';
import { systemClock } from '../../server/adapters/clock/system-clock';
import { randomIds } from '../../server/adapters/ids/random-ids';
import { ENTITIES } from '../../server/entities';
import { createUserWithPassword, UserEntity } from '../../server/features/users';
import { PASSWORD } from './processes';

const EMAIL = 'manager@umami.kz';

/** A manager who may sign in; once a database. */
export async function addStaff(databaseUrl: string): Promise<void> {
  const database = await openDatabase(databaseUrl, ENTITIES);
  try {
    const { uow } = database;
    if (await uow.read((tx) => tx.existsBy(UserEntity, { email: EMAIL }))) return;
    const account = { email: EMAIL, name: 'Bench', password: PASSWORD, role: 'manager' as const };
    await createUserWithPassword({ uow, clock: systemClock, ids: randomIds }, account);
  } finally {
    await database.close();
  }
}
