import { createHash } from 'node:crypto';

/** A UUIDv7 of the instant whose random part follows from the key, so that a seed repeats itself. */
export function seedId(at: number, key: string): string {
  const time = at.toString(16).padStart(12, '0');
  const hash = createHash('md5').update(key).digest('hex');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hash.slice(0, 3)}-8${hash.slice(3, 6)}-${hash.slice(6, 18)}`;
}
