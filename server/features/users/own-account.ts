import { Not } from 'typeorm';
import { InvalidInput, NotFound } from '../../domain/errors';
import type { Language } from '../../domain/claim';
import { TooManyRequests } from '../../http/http-errors';
import { recordEvent } from '../audit';
import type { AccountParts } from './account-links';
import { hashToken } from './hash-token';
import { assertGoodPassword, hashPassword, passwordMatches } from './passwords';
import { countFailure, forgetFailures, waitFor } from './sign-in-throttle';
import { SessionEntity, UserEntity } from './user.entity';

type Parts = Pick<AccountParts, 'uow' | 'clock' | 'ids'>;

/** The person at work, and the session in which they are. */
export interface Own {
  actorId: string;
  requestId: string;
  address: string;
  sessionId: string;
}

/**
 * Changes one's own password and ends all one's other sessions. The present password is asked for, because an
 * open desk is no proof of who sits at it; guesses are slowed down like at sign-in.
 *
 * @throws InvalidInput for a wrong present password or a bad new one; TooManyRequests while the delay runs
 */
export async function changeOwnPassword(
  { uow, clock, ids }: Parts,
  own: Own,
  { current, password }: { current: string; password: string },
): Promise<void> {
  const key = `account:${hashToken(`own ${own.actorId}`)}`;
  const wait = await uow.read((tx) => waitFor(tx, [key], clock.now()));
  if (wait > 0) {
    const seconds = Math.ceil(wait / 1000);
    throw new TooManyRequests(`Too many tries; wait ${String(seconds)} s`, { retryAfterSeconds: seconds });
  }
  const user = await uow.read((tx) => tx.findOneByOrFail(UserEntity, { id: own.actorId }));
  if (!(await passwordMatches(user.passwordHash, current))) {
    await uow.write((tx) => countFailure(tx, 'account', key, clock.now()));
    throw new InvalidInput('The present password is wrong', { errors: { current: 'is wrong' } });
  }
  assertGoodPassword(password);
  const passwordHash = await hashPassword(password);
  await uow.write(async (tx) => {
    await forgetFailures(tx, key);
    await tx.update(UserEntity, { id: own.actorId }, { passwordHash });
    await endOthers(tx, own);
    await recordEvent(tx, ids, { ...eventOf(own), action: 'user.password_changed', at: clock.now() });
  });
}

/** Sets the language in which the product writes to the person. */
export async function changeOwnLanguage(
  { uow, clock, ids }: Parts,
  own: Own,
  language: Language,
): Promise<UserEntity> {
  return uow.write(async (tx) => {
    const user = await tx.findOneByOrFail(UserEntity, { id: own.actorId });
    if (user.language !== language) {
      await tx.update(UserEntity, { id: user.id }, { language, version: user.version + 1 });
      const data = { before: { language: user.language }, after: { language } };
      await recordEvent(tx, ids, { ...eventOf(own), action: 'user.changed', data, at: clock.now() });
    }
    return tx.findOneByOrFail(UserEntity, { id: own.actorId });
  });
}

/** Ends one session of one's own. @throws NotFound also for other people's */
export async function endOwnSession({ uow, clock, ids }: Parts, own: Own, id: string): Promise<void> {
  await uow.write(async (tx) => {
    const { affected } = await tx.delete(SessionEntity, { idHash: id, userId: own.actorId });
    if ((affected ?? 0) === 0) throw new NotFound('No such session');
    await recordEvent(tx, ids, { ...eventOf(own), action: 'user.session_ended', at: clock.now() });
  });
}

/** Ends all sessions of one's own but this one. */
export async function endOtherSessions({ uow, clock, ids }: Parts, own: Own): Promise<void> {
  await uow.write(async (tx) => {
    const ended = await endOthers(tx, own);
    const data = { ended };
    await recordEvent(tx, ids, { ...eventOf(own), action: 'user.sessions_ended', data, at: clock.now() });
  });
}

async function endOthers(tx: Parameters<Parameters<Parts['uow']['write']>[0]>[0], own: Own): Promise<number> {
  const { affected } = await tx.delete(SessionEntity, {
    userId: own.actorId,
    idHash: Not(hashToken(own.sessionId)),
  });
  return affected ?? 0;
}

function eventOf({ actorId, requestId, address }: Own) {
  return { actorId, requestId, address, resource: 'users', resourceId: actorId };
}
