import type { Tx } from '../../adapters/db/unit-of-work';
import { findForUpdate } from '../../adapters/db/locking';
import { SignInThrottleEntity } from './user.entity';

/** Free tries before the delay begins, by what is counted. Many people share one address; letters go to one person. */
const FREE_TRIES = { account: 5, address: 30, letter: 3 } as const;
const FIRST_DELAY_MS = 2_000;
/** A stranger can slow an operator down, never lock them out for good. */
const LONGEST_DELAY_MS = 15 * 60_000;
/** After a quiet day everything is forgotten. */
const FORGET_AFTER_MS = 24 * 3_600_000;

export type Counted = keyof typeof FREE_TRIES;

/** Milliseconds that must still pass before another try; 0 when one is welcome. */
export async function waitFor(tx: Tx, keys: string[], now: number): Promise<number> {
  let wait = 0;
  for (const key of keys) {
    const row = await tx.findOneBy(SignInThrottleEntity, { key });
    if (row) wait = Math.max(wait, row.blockedUntil - now);
  }
  return Math.max(0, wait);
}

/** Counts one failed try; each one beyond the free tries doubles the delay. */
export async function countFailure(tx: Tx, counted: Counted, key: string, now: number): Promise<void> {
  const row = await findForUpdate(tx, SignInThrottleEntity, { key });
  const failures = row && now - row.updatedAt < FORGET_AFTER_MS ? row.failures + 1 : 1;
  const beyond = failures - FREE_TRIES[counted];
  const delay = beyond < 0 ? 0 : Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** Math.min(beyond, 20));
  const values = { failures, blockedUntil: now + delay, updatedAt: now };
  if (row) await tx.update(SignInThrottleEntity, { key }, values);
  else await tx.insert(SignInThrottleEntity, { key, ...values });
}

/** A right password clears the account's count; the address keeps its own. */
export async function forgetFailures(tx: Tx, key: string): Promise<void> {
  await tx.delete(SignInThrottleEntity, { key });
}

/** How long an address counts as one from which the person signs in. */
const KNOWN_FOR_MS = 30 * 24 * 3_600_000;

/** True when this account has signed in from this address lately. */
export async function isKnownDevice(tx: Tx, key: string, now: number): Promise<boolean> {
  const row = await tx.findOneBy(SignInThrottleEntity, { key });
  return row !== null && now - row.updatedAt < KNOWN_FOR_MS;
}

/** Keeps that the account signed in from this address. */
export async function rememberDevice(tx: Tx, key: string, now: number): Promise<void> {
  const { affected } = await tx.update(SignInThrottleEntity, { key }, { updatedAt: now });
  if (affected !== 0) return;
  const row = { key, failures: 0, blockedUntil: 0, updatedAt: now };
  await tx
    .createQueryBuilder()
    .insert()
    .into(SignInThrottleEntity)
    .values(row)
    .orIgnore()
    .updateEntity(false)
    .execute();
}
