import polyglot from 'ra-i18n-polyglot';
import { en } from '../src/i18n/en';
import { kk } from '../src/i18n/kk';
import { ru } from '../src/i18n/ru';

const CATALOGUES = { kk, ru, en };
export type Locale = keyof typeof CATALOGUES;
export type Say = (key: string, args?: Record<string, unknown>) => string;

/** The words that people read on the screen, from the catalogue of the desk; an unknown key is an error. */
export function wordsOf(locale: Locale): Say {
  const catalogue = polyglot(() => CATALOGUES[locale], locale);
  return (key, args) => {
    const text = catalogue.translate(key, args);
    if (text === key) throw new Error(`The ${locale} catalogue has no ${key}`);
    return text;
  };
}
