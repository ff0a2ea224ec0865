import { IsNull } from 'typeorm';
import type { Tx, UnitOfWork } from '../../adapters/db/unit-of-work';
import { InvalidInput } from '../../domain/errors';
import type { Language } from '../../domain/claim';
import { TooManyRequests } from '../../http/http-errors';
import type { Clock, Ids } from '../../ports';
import { recordEvent } from '../audit';
import { hashToken } from './hash-token';
import { assertGoodPassword, hashPassword } from './passwords';
import { countFailure, waitFor } from './sign-in-throttle';
import { SessionEntity, UserEntity, UserTokenEntity } from './user.entity';

const LIVES_MS = { invite: 7 * 24 * 3_600_000, reset: 60 * 60_000 } as const;

/** A letter about a staff account, handed to the outbox in the same transaction. */
export interface AccountMail {
  kind: 'invite' | 'reset';
  to: string;
  name: string;
  language: Language;
  /** Opens the page on which the password is set; holds the one-time token. */
  link: string;
  /** The token row's id: one letter a link. */
  dedupKey: string;
}
export type QueueAccountMail = (tx: Tx, mail: AccountMail) => Promise<void>;

export interface AccountParts {
  uow: UnitOfWork;
  clock: Clock;
  ids: Ids;
  publicUrl: string;
  queueAccountMail: QueueAccountMail;
}

/** Makes a one-time link and its letter; earlier links of the person end. */
export async function sendLink(
  tx: Tx,
  parts: AccountParts,
  user: UserEntity,
  purpose: 'invite' | 'reset',
): Promise<void> {
  const now = parts.clock.now();
  const token = parts.ids.token(24);
  const id = parts.ids.next();
  await tx.update(UserTokenEntity, { userId: user.id, usedAt: IsNull() }, { usedAt: now });
  await tx.insert(UserTokenEntity, {
    id,
    userId: user.id,
    purpose,
    tokenHash: hashToken(token),
    expiresAt: now + LIVES_MS[purpose],
    usedAt: null,
  });
  await parts.queueAccountMail(tx, {
    kind: purpose,
    to: user.email,
    name: user.name,
    language: user.language,
    link: `${parts.publicUrl}/#/set-password/${token}`,
    dedupKey: `account:${id}`,
  });
}

/**
 * Sends a link when the address is known; the caller answers the same either way. Who asks again and again for one
 * person gets the same answer and fills no mailbox; who asks for many is told to wait.
 *
 * @throws TooManyRequests while the delay of the caller's address runs
 */
export async function forgotPassword(parts: AccountParts, given: string, caller: string): Promise<void> {
  const email = given.trim().toLowerCase();
  const [letter, address] = [`forgot:${hashToken(email)}`, `forgot-from:${hashToken(caller)}`];
  const now = parts.clock.now();
  const wait = await parts.uow.read((tx) => waitFor(tx, [address], now));
  if (wait > 0) {
    const seconds = Math.ceil(wait / 1000);
    throw new TooManyRequests(`Too many tries; wait ${seconds} s`, { retryAfterSeconds: seconds });
  }
  await parts.uow.write(async (tx) => {
    await countFailure(tx, 'address', address, now);
    if ((await waitFor(tx, [letter], now)) > 0) return;
    await countFailure(tx, 'letter', letter, now);
    const user = await tx.findOneBy(UserEntity, { email, active: true });
    if (user) await sendLink(tx, parts, user, 'reset');
  });
}

/**
 * Sets the password of a link's owner; the link works once, and all sessions of the person end.
 *
 * @throws InvalidInput when the link is unknown, used or too old, or the password is bad
 */
export async function setPassword(parts: AccountParts, token: string, password: string): Promise<void> {
  assertGoodPassword(password);
  const passwordHash = await hashPassword(password);
  await parts.uow.write(async (tx) => {
    const now = parts.clock.now();
    const row = await tx.findOneBy(UserTokenEntity, { tokenHash: hashToken(token) });
    const { affected } = row
      ? await tx.update(UserTokenEntity, { id: row.id, usedAt: IsNull() }, { usedAt: now })
      : { affected: 0 };
    if (!row || affected === 0 || row.expiresAt <= now) {
      throw new InvalidInput('The link is used up or too old; ask for a new one', {
        errors: { token: 'no longer valid' },
      });
    }
    await tx.update(UserEntity, { id: row.userId }, { passwordHash });
    await tx.delete(SessionEntity, { userId: row.userId });
    await recordEvent(tx, parts.ids, {
      actorId: row.userId,
      action: 'user.password_set',
      resource: 'users',
      resourceId: row.userId,
      at: now,
    });
  });
}
