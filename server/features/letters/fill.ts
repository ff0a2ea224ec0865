import type { Language } from '../../domain/claim';
import { LETTER_WORDS, type LetterKey } from './words';

export type Values = Readonly<Record<string, string>>;

/**
 * One sentence with its values.
 * @throws Error when a placeholder has no value: a letter with a hole must not leave
 */
export function fill(language: Language, key: LetterKey, values: Values = {}): string {
  return fillText(LETTER_WORDS[language][key], values);
}

/** @throws Error when a placeholder has no value */
export function fillText(text: string, values: Values): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`The letter's sentence "${text}" has no value for ${name}`);
    return value;
  });
}
