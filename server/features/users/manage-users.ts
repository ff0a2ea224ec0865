import { isUniqueViolation } from '../../adapters/db/locking';
import { Forbidden, InvalidInput, NotFound, StaleVersion } from '../../domain/errors';
import type { Language } from '../../domain/claim';
import type { Role } from '../../domain/permissions';
import { recordEvent } from '../audit';
import { type AccountParts, sendLink } from './account-links';
import { SessionEntity, UserEntity } from './user.entity';

interface Origin {
  actorId: string;
  requestId: string;
  address: string;
}

export interface NewUser {
  email: string;
  name: string;
  role: Role;
  language: Language;
}

/** Invites a person: the account exists, the password comes with the link. @throws InvalidInput when the address is taken */
export async function inviteUser(parts: AccountParts, input: NewUser, origin: Origin): Promise<UserEntity> {
  const { uow, clock, ids } = parts;
  const id = ids.next();
  try {
    return await uow.write(async (tx) => {
      await tx.insert(UserEntity, {
        id,
        ...input,
        email: input.email.trim().toLowerCase(),
        passwordHash: null,
        active: true,
        createdAt: clock.now(),
        version: 1,
      });
      const user = await tx.findOneByOrFail(UserEntity, { id });
      await sendLink(tx, parts, user, 'invite');
      await recordEvent(tx, ids, {
        ...origin,
        action: 'user.invited',
        resource: 'users',
        resourceId: id,
        data: { role: input.role },
        at: clock.now(),
      });
      return user;
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new InvalidInput('Somebody has this address already', { errors: { email: 'already in use' } });
  }
}

/** Sends a fresh invitation, or a way back for whoever lost theirs. @throws NotFound; Forbidden when switched off */
export async function inviteAgain(parts: AccountParts, userId: string, origin: Origin): Promise<void> {
  const { uow, clock, ids } = parts;
  await uow.write(async (tx) => {
    const user = await tx.findOneBy(UserEntity, { id: userId });
    if (!user) throw new NotFound('No such user');
    if (!user.active) throw new Forbidden('The account is switched off');
    const purpose = user.passwordHash === null ? 'invite' : 'reset';
    await sendLink(tx, parts, user, purpose);
    const facts = { resource: 'users', resourceId: userId, data: { purpose }, at: clock.now() };
    await recordEvent(tx, ids, { ...origin, action: 'user.link_sent', ...facts });
  });
}

/** Signs a person out of every browser. @throws NotFound */
export async function endSessions(
  { uow, clock, ids }: Pick<AccountParts, 'uow' | 'clock' | 'ids'>,
  userId: string,
  origin: Origin,
): Promise<void> {
  await uow.write(async (tx) => {
    if (!(await tx.existsBy(UserEntity, { id: userId }))) throw new NotFound('No such user');
    const { affected } = await tx.delete(SessionEntity, { userId });
    const data = { ended: affected ?? 0 };
    const facts = { resource: 'users', resourceId: userId, data, at: clock.now() };
    await recordEvent(tx, ids, { ...origin, action: 'user.sessions_ended', ...facts });
  });
}

export type UserChange = Partial<Pick<UserEntity, 'name' | 'role' | 'language' | 'active'>> & {
  version: number;
};

/**
 * Changes a person. A new role or a switch-off ends their sessions.
 *
 * @throws Forbidden for one's own role or account, and when the last active administrator would go
 */
export async function changeUser(
  parts: Pick<AccountParts, 'uow' | 'clock' | 'ids'>,
  userId: string,
  { version, ...change }: UserChange,
  origin: Origin,
): Promise<UserEntity> {
  const { uow, clock, ids } = parts;
  return uow.write(async (tx) => {
    const user = await tx.findOneBy(UserEntity, { id: userId });
    if (!user) throw new NotFound('No such user');
    const loses =
      (change.active === false && user.active) || (change.role !== undefined && change.role !== user.role);
    if (loses && userId === origin.actorId)
      throw new Forbidden('Ask another administrator to change your own rights');
    const { affected } = await tx.update(
      UserEntity,
      { id: userId, version },
      { ...change, version: version + 1 },
    );
    if (affected === 0) {
      throw new StaleVersion('Somebody else changed this user', {
        current: { id: userId, version: user.version },
      });
    }
    if ((await tx.countBy(UserEntity, { role: 'admin', active: true })) === 0) {
      throw new Forbidden('One active administrator must remain');
    }
    if (loses) await tx.delete(SessionEntity, { userId });
    await recordEvent(tx, ids, {
      ...origin,
      action: 'user.changed',
      resource: 'users',
      resourceId: userId,
      data: {
        before: { role: user.role, active: user.active },
        after: { role: change.role, active: change.active },
      },
      at: clock.now(),
    });
    return tx.findOneByOrFail(UserEntity, { id: userId });
  });
}
