import polyglot from 'ra-i18n-polyglot';
import type { TranslationMessages } from 'react-admin';
import { kk } from '../i18n/kk';

export const LOCALES = [
  { locale: 'kk', name: 'Қазақша' },
  { locale: 'ru', name: 'Русский' },
  { locale: 'en', name: 'English' },
];

/** Kazakh is the first language and comes with the page; the others are fetched when asked for. */
function messagesOf(locale: string): TranslationMessages | Promise<TranslationMessages> {
  if (locale === 'ru') return import('../i18n/ru').then((module) => module.ru);
  if (locale === 'en') return import('../i18n/en').then((module) => module.en);
  return kk;
}

const provider = polyglot(messagesOf, 'kk', LOCALES, { allowMissing: true });

document.documentElement.lang = 'kk';

/** Texts of the desk; `<html lang>` follows, so that screen readers and hyphenation speak the right language. */
export const i18nProvider: typeof provider = {
  ...provider,
  changeLocale: async (locale: string) => {
    await provider.changeLocale(locale);
    document.documentElement.lang = locale;
  },
};
