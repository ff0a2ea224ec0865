import { InvalidInput } from './errors';

const PREFIX = 'UM';
const NUMBER = /\bUM-(\d{4})-(\d{6,})\b/gi;

/**
 * `UM-2026-000123`: Almaty year of creation and the counter of that year, six digits or more.
 * @throws InvalidInput when the counter or the year is not a positive whole number
 */
export function formatClaimNumber(year: number, counter: number): string {
  if (!Number.isInteger(year) || year < 2000 || year > 9999) throw new InvalidInput(`Bad claim year ${year}`);
  if (!Number.isSafeInteger(counter) || counter < 1) throw new InvalidInput(`Bad claim counter ${counter}`);
  return `${PREFIX}-${year}-${String(counter).padStart(6, '0')}`;
}

/** Claim numbers that a text mentions, in capitals, each once. A number only suggests, it never joins (design §6). */
export function findClaimNumbers(text: string): string[] {
  return [...new Set(Array.from(text.matchAll(NUMBER), ([found]) => found.toUpperCase()))];
}
