import type { Language } from '../../../domain/claim';
import { EN } from './en';
import { KK } from './kk';
import type { LetterWords } from './letter-words';
import { RU } from './ru';

export type { LetterKey, LetterSubject, LetterWords } from './letter-words';
export const LETTER_WORDS: Record<Language, LetterWords> = { kk: KK, ru: RU, en: EN };
