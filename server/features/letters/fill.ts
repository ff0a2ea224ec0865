import type { Language } from '../../domain/claim';
import { LETTER_WORDS, type LetterKey } from './words';

export type Values = Readonly<Record<string, string>>;

/**
 * One sentence with its values.
 * @throws Error when a placeholder has no value: a letter with a hole must not leave
 */
export function fill(language: Language, key: LetterKey, values: Values = {}): string {
  return LETTER_WORDS[language][key].replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`Letter ${key} (${language}) has no value for ${name}`);
    return value;
  });
}
