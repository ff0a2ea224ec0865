import { readFileSync, statSync } from 'node:fs';
import type { Clock } from '../../ports';

/**
 * The machine's clock plus the milliseconds that a file holds, read again whenever the file changes.
 * Only the test entry point uses it. A missing or unreadable file means no offset.
 */
export function offsetClock(file: string, base: Clock): Clock {
  let seenAt = -1;
  let offset = 0;
  return {
    now() {
      const changedAt = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
      if (changedAt !== seenAt) {
        seenAt = changedAt;
        offset = changedAt === 0 ? 0 : Number.parseInt(readFileSync(file, 'utf8'), 10) || 0;
      }
      return base.now() + offset;
    },
  };
}
