import 'reflect-metadata';
import { openDatabase } from '../../server/adapters/db/database';
import { systemClock } from '../../server/adapters/clock/system-clock';
import { randomIds } from '../../server/adapters/ids/random-ids';
import { ENTITIES } from '../../server/entities';
import type { Role } from '../../server/domain/permissions';
import { createUserWithPassword, UserEntity } from '../../server/features/users';
import { PASSWORD } from './processes';

/** A member of staff who may sign in, `manager@umami.kz`; once a database. */
export async function addStaff(databaseUrl: string, role: Role = 'manager'): Promise<void> {
  const email = `${role}@umami.kz`;
  const database = await openDatabase(databaseUrl, ENTITIES);
  try {
    const { uow } = database;
    if (await uow.read((tx) => tx.existsBy(UserEntity, { email }))) return;
    const account = { email, name: 'Bench', password: PASSWORD, role };
    await createUserWithPassword({ uow, clock: systemClock, ids: randomIds }, account);
  } finally {
    await database.close();
  }
}
