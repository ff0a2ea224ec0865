import { randomBytes } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import type { Ids } from '../../ports';

/** UUIDv7 keys and unguessable tokens from the system's random source. */
export const randomIds: Ids = {
  next: () => uuidv7(),
  token: (bytes = 16) => randomBytes(bytes).toString('base64url'),
};
