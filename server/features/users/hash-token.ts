import { createHash } from 'node:crypto';

/** What the database keeps of session ids, one-time links and API tokens: they are random, so a plain hash is enough. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
