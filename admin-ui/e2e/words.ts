import polyglot from 'ra-i18n-polyglot';
import { kk } from '../src/i18n/kk';
import { ru } from '../src/i18n/ru';

export type Locale = 'kk' | 'ru';
export type Say = (key: string, args?: Record<string, unknown>) => string;

/** The words that people read on the screen, from the catalogue of the desk; an unknown key is an error. */
export function wordsOf(locale: Locale): Say {
  const catalogue = polyglot(() => (locale === 'kk' ? kk : ru), locale);
  return (key, args) => {
    const text = catalogue.translate(key, args);
    if (text === key) throw new Error(`The ${locale} catalogue has no ${key}`);
    return text;
  };
}
