import { createHash } from 'node:crypto';
import type { AuditEventEntity } from './audit.entity';

/** How format 1 writes an event: every field, keys sorted at each level, no spaces. */
export function canonicalEvent(event: AuditEventEntity): string {
  return JSON.stringify(event, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}

/** One link: the link before, the place in the chain, and the event itself. */
export function sealHash(prevHash: string, seq: number, event: AuditEventEntity): string {
  return createHash('sha256')
    .update(`1\n${seq}\n${prevHash}\n${canonicalEvent(event)}`)
    .digest('hex');
}
