import type { Request } from 'express';
import type { UnitOfWork } from '../../adapters/db/unit-of-work';
import { TooManyRequests, WrongSignIn } from '../../http/http-errors';
import { addressOf, requestIdOf } from '../../http/route';
import type { Clock, Ids } from '../../ports';
import { recordEvent } from '../audit';
import { hashToken } from './hash-token';
import { passwordMatches } from './passwords';
import { inTurn } from './in-turn';
import { countFailure, forgetFailures, isKnownDevice, rememberDevice, waitFor } from './sign-in-throttle';
import { UserEntity } from './user.entity';

/**
 * Checks address and password and begins a session under a new id.
 *
 * @throws WrongSignIn with the same text for a wrong password, an unknown and a switched-off user;
 *   TooManyRequests while the delay of the account or the address runs
 */
export function makeSignIn({ uow, clock, ids }: { uow: UnitOfWork; clock: Clock; ids: Ids }) {
  const check = async (req: Request, email: string, password: string): Promise<UserEntity> => {
    const device = `known:${hashToken(`${email} ${req.ip ?? ''}`)}`;
    const isKnown = await uow.read((tx) => isKnownDevice(tx, device, clock.now()));
    // Where the person has signed in before, a stranger's failures elsewhere do not count.
    const account = isKnown ? device.replace('known:', 'pair:') : `account:${hashToken(email)}`;
    const address = `address:${hashToken(req.ip ?? '')}`;
    const wait = await uow.read((tx) => waitFor(tx, isKnown ? [account] : [account, address], clock.now()));
    if (wait > 0) {
      const seconds = Math.ceil(wait / 1000);
      throw new TooManyRequests(`Too many tries; wait ${seconds} s`, { retryAfterSeconds: seconds });
    }

    const user = await uow.read((tx) => tx.findOneBy(UserEntity, { email }));
    const right = await passwordMatches(user?.passwordHash ?? null, password);
    const facts = {
      requestId: requestIdOf(req),
      address: addressOf(req),
      resource: 'users',
      at: clock.now(),
    };
    if (!user || !right || !user.active) {
      await uow.write(async (tx) => {
        await countFailure(tx, 'account', account, clock.now());
        await countFailure(tx, 'address', address, clock.now());
        await recordEvent(tx, ids, {
          ...facts,
          actorId: null,
          action: 'user.sign_in_refused',
          resourceId: user?.id ?? null,
        });
      });
      throw new WrongSignIn('Wrong e-mail or password');
    }

    await newSession(req, user.id, ids);
    await uow.write(async (tx) => {
      await forgetFailures(tx, account);
      await rememberDevice(tx, device, clock.now());
      await recordEvent(tx, ids, {
        ...facts,
        actorId: user.id,
        action: 'user.signed_in',
        resourceId: user.id,
      });
    });
    return user;
  };

  return (req: Request, credentials: { email: string; password: string }): Promise<UserEntity> => {
    const email = credentials.email.trim().toLowerCase();
    return inTurn(`${email} ${req.ip ?? ''}`, () => check(req, email, credentials.password));
  };
}

/** The id changes at sign-in, so that nobody can plant one beforehand (A6). */
async function newSession(req: Request, userId: string, ids: Ids): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    req.session.regenerate((error: unknown) => {
      if (error) reject(error instanceof Error ? error : new Error('The session store failed'));
      else resolve();
    });
  });
  req.session.userId = userId;
  req.session.csrfToken = ids.token(32);
  req.session.address = addressOf(req);
  req.session.agent = (req.headers['user-agent'] ?? '').slice(0, 300);
  await new Promise<void>((resolve, reject) => {
    req.session.save((error: unknown) => {
      if (error) reject(error instanceof Error ? error : new Error('The session store failed'));
      else resolve();
    });
  });
}
