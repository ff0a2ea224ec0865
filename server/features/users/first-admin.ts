import type { UnitOfWork } from '../../adapters/db/unit-of-work';
import { Forbidden } from '../../domain/errors';
import type { Role } from '../../domain/permissions';
import type { Clock, Ids } from '../../ports';
import { recordEvent } from '../audit';
import { assertGoodPassword, hashPassword, passwordMatches } from './passwords';
import { SessionEntity, UserEntity } from './user.entity';

interface Parts {
  uow: UnitOfWork;
  clock: Clock;
  ids: Ids;
}

/** Makes the first administrator. @throws Forbidden when there is one already: others are invited from the desk */
export async function createFirstAdmin(
  parts: Parts,
  input: { email: string; name: string; password: string },
) {
  const taken = await parts.uow.read((tx) => tx.countBy(UserEntity, { role: 'admin', active: true }));
  if (taken > 0) throw new Forbidden('There is an administrator already; invite others from the desk');
  await createUserWithPassword(parts, { ...input, role: 'admin' });
}

/** An account that can sign in at once: the first administrator and the demo. */
export async function createUserWithPassword(
  { uow, clock, ids }: Parts,
  input: { email: string; name: string; password: string; role: Role },
): Promise<string> {
  assertGoodPassword(input.password);
  const passwordHash = await hashPassword(input.password);
  const id = ids.next();
  await uow.write(async (tx) => {
    await tx.insert(UserEntity, {
      id,
      email: input.email.trim().toLowerCase(),
      name: input.name,
      role: input.role,
      language: 'kk',
      passwordHash,
      active: true,
      createdAt: clock.now(),
      version: 1,
    });
    await recordEvent(tx, ids, {
      actorId: null,
      action: 'user.created',
      resource: 'users',
      resourceId: id,
      data: { role: input.role },
      at: clock.now(),
    });
  });
  return id;
}

/** Gives an account another password and ends its sessions; the same password changes nothing. For the demo. */
export async function changePassword(
  { uow, clock, ids }: Parts,
  email: string,
  password: string,
): Promise<void> {
  assertGoodPassword(password);
  const user = await uow.read((tx) => tx.findOneBy(UserEntity, { email }));
  if (!user || (await passwordMatches(user.passwordHash, password))) return;
  const passwordHash = await hashPassword(password);
  await uow.write(async (tx) => {
    await tx.update(UserEntity, { id: user.id }, { passwordHash });
    await tx.delete(SessionEntity, { userId: user.id });
    await recordEvent(tx, ids, {
      actorId: null,
      action: 'user.password_set',
      resource: 'users',
      resourceId: user.id,
      data: {},
      at: clock.now(),
    });
  });
}
