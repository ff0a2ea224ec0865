import { hash, verify } from '@node-rs/argon2';
import { InvalidInput } from '../../domain/errors';
import { COMMON_PASSWORDS, PRODUCT_WORDS } from './common-passwords';

const MIN = 12;
const MAX = 128;
/** OWASP's floor for argon2id: 19 MiB, two passes. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Stable, so that screens can say it in their own language. */
export type PasswordProblem = 'short' | 'long' | 'common' | 'repeats';

let dummy: Promise<string> | undefined;

/** @throws InvalidInput with the reason when the password is too short, too long or too common (checklist A1) */
export function assertGoodPassword(password: string): void {
  const refuse = (text: string, passwordProblem: PasswordProblem) => {
    throw new InvalidInput(text, { errors: { password: text }, passwordProblem });
  };
  const length = [...password].length;
  if (length < MIN) refuse(`At least ${MIN} characters`, 'short');
  if (length > MAX) refuse(`At most ${MAX} characters`, 'long');
  const plain = password.toLowerCase().replace(/[^\p{L}]/gu, '');
  if (
    COMMON_PASSWORDS.has(password.toLowerCase()) ||
    COMMON_PASSWORDS.has(plain) ||
    PRODUCT_WORDS.has(plain)
  ) {
    refuse('This password is too easy to guess', 'common');
  }
  if (new Set(password).size < 4) refuse('This password repeats too few characters', 'repeats');
}

/** Argon2id in PHC form. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, COST);
}

/** Checks a password; for an unknown user the same work is done on a dummy, so time tells nothing (A2). */
export async function passwordMatches(stored: string | null, password: string): Promise<boolean> {
  dummy ??= hashPassword('nobody has this password');
  const right = await verify(stored ?? (await dummy), password);
  return stored !== null && right;
}
