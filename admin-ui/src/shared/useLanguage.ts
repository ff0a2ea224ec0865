import { useLocaleState } from 'react-admin';
import { languageOf } from './format';

/** The language of the screen: `kk`, `ru` or `en`. */
export function useLanguage(): 'kk' | 'ru' | 'en' {
  const [locale] = useLocaleState();
  return languageOf(locale);
}
