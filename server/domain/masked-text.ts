import type { Role } from './permissions';

/** Parts of a name that are told apart from other words: a shorter one masks half the letter. */
const SHORTEST_NAME = 3;

const ADDRESS = /[\p{L}\d._%+-]+@(?=[\p{L}\d.-]+)/gu;
const IBAN = /\bKZ[ \u00a0]?\d{2}(?:[ \u00a0]?[A-Z0-9]){16}\b/giu;
/** IIN, telephone or card: a run of eleven digits and more, also a broken one. A claim's number is none. */
const LONG_NUMBER = /(?<![\p{L}\d-])\+?\d(?:[ \u00a0.()\-–]{0,2}\d){10,}(?!\d)/gu;

/**
 * Free text as a role may read it. An auditor reads everything but unmasked personal data: addresses, long numbers
 * and the names of the people concerned are cut, also inside an inflected word («Айнұрға»); the rest stays.
 *
 * @param names - full names of the people whom the text is about
 */
export function maskedText<T extends string | null>(text: T, role: Role, names: readonly string[]): T {
  if (role !== 'auditor' || text === null) return text;
  const digits = (found: string, kept: number) => `•••${found.replace(/\D/g, '').slice(-kept)}`;
  let masked = text
    .replace(ADDRESS, (found) => `${found.charAt(0)}•••@`)
    .replace(IBAN, (found) => digits(found, 4))
    .replace(LONG_NUMBER, (found) => digits(found, 2));
  for (const name of namesIn(names)) {
    const [first = '', ...rest] = [...name].map((letter) => letter.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    masked = masked.replace(
      new RegExp(`(?<!\\p{L})(${first})${rest.join('')}[\\p{L}'’-]*`, 'giu'),
      (_found, letter: string) => `${letter}•`,
    );
  }
  return masked as T;
}

function namesIn(names: readonly string[]): string[] {
  const parts = names.flatMap((name) => name.split(/[^\p{L}'’-]+/u));
  return [...new Set(parts.filter((part) => part.length >= SHORTEST_NAME))];
}
