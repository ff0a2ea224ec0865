import type { Language } from './claim';
import { foldKazakh, repairLookAlikes } from './fold';
import { ownWords } from './mail-text';

export interface LanguageGuess {
  /** The likelier one; the answer goes out in it alone only when `sure`. */
  language: Language;
  sure: boolean;
  /** Parts of the letter are surely Kazakh and others surely Russian: the answer goes out in both. */
  both: boolean;
}

type Scores = Record<Language, number>;

/**
 * Language of a short letter (glossary §5): Kazakh letters, grammar words, endings, Latin spellings. Greetings and
 * thanks decide nothing, borrowed nouns little.
 */
export function detectLanguage(subject: string, text: string): LanguageGuess {
  const body = ownWords(text);
  const total = add(scoresOf(body), scale(scoresOf(subject), 0.5));
  const parts = body.split(/[.!?/\n]+/).map((part) => judge(scoresOf(part)));
  const surely = (language: Language) => parts.some((part) => part.sure && part.language === language);
  return { ...judge(total), both: surely('kk') && surely('ru') };
}

function judge(scores: Scores): { language: Language; sure: boolean } {
  const [first, second] = (['kk', 'ru', 'en'] as const)
    .map((language) => ({ language, score: scores[language] }))
    .sort((a, b) => b.score - a.score);
  const [best, next] = [first?.score ?? 0, second?.score ?? 0];
  const sum = scores.kk + scores.ru + scores.en;
  return {
    language: best === 0 ? 'kk' : (first?.language ?? 'kk'),
    sure: best >= 2 && best - next >= sum / 4,
  };
}

function scoresOf(text: string): Scores {
  const scores: Scores = { kk: 0, ru: 0, en: 0 };
  const clean = text
    .slice(0, 4000)
    .replace(/\S+@\S+|https?:\/\/\S+/g, ' ')
    .toLowerCase()
    .normalize('NFC');
  const legacy = (clean.match(/[ќґўїєѕњ]/g)?.length ?? 0) >= 2 && !/[іїє]/.test(clean.replace(/[ќґў]/g, ''));
  for (const found of clean.matchAll(/[\p{L}\p{M}]+/gu))
    scoreWord(scores, legacy ? fromLegacy(found[0]) : found[0]);
  addShares(scores, clean);
  return scores;
}

function scoreWord(scores: Scores, given: string): void {
  const word = repairLookAlikes(given);
  const folded = foldKazakh(word);
  if (POLITE.has(folded)) return;
  if (!/\p{Script=Cyrillic}/u.test(word)) {
    scoreLatin(scores, word);
    return;
  }
  if (/[әғқұһ]/.test(word)) scores.kk += 3;
  else if (/[ңөү]/.test(word)) scores.kk += 2.5;
  else if (word.includes('і') && !/[їє]/.test(word)) scores.kk += 2;
  if (/[щъьэ]/.test(word) || /(?:ться|ого|ение|ость)$/.test(word)) scores.ru += 0.7;
  if (KAZAKH.has(folded)) scores.kk += 1.5;
  else if (RUSSIAN.has(folded)) scores.ru += 1.5;
  else if (BORROWED.test(folded)) scores.ru += 0.5;
  else if (word.length > 4 && !/[вфхцчщьәғқңөұүһі]/.test(word) && KAZAKH_ENDING.test(word)) scores.kk += 0.8;
}

function scoreLatin(scores: Scores, word: string): void {
  if (/[áǵńýığşūŋ]/.test(word)) scores.kk += 2;
  if (/q(?!u)/.test(word)) scores.kk += 1.5;
  if (
    /^(?:aqsha|aksha|akwa|qaitar|kaitar|qaıtar|qashan|kashan|kerek|tapsyrys|otinish|salemet|eki$|ret$|toledim)/.test(
      word,
    )
  )
    scores.kk += 1.6;
  if (/^(?:vernite|dengi|zakaz|zdravstv|pozhaluista|kogda|vozvrat)/.test(word)) scores.ru += 1.6;
  if (ENGLISH.has(word)) scores.en += 1.2;
}

/** Letters that Kazakh words of its own hardly have, as a share of the whole. */
function addShares(scores: Scores, text: string): void {
  const letters = text.match(/\p{Script=Cyrillic}/gu) ?? [];
  if (letters.length < 20) return;
  const share = (pattern: RegExp) => letters.filter((letter) => pattern.test(letter)).length / letters.length;
  const russian = share(/[вфхцчщъьэё]/);
  if (russian >= 0.06 && !/[әғқңөұүһі]/.test(text)) scores.ru += 1.5;
  if (russian <= 0.015) scores.kk += 1;
  if (share(/ы/) >= 0.07) scores.kk += 0.7;
}

/** Fonts from before Unicode had Kazakh letters. */
function fromLegacy(word: string): string {
  return word.replace(/[ќґўїєѕњ]/g, (letter) => LEGACY[letter] ?? letter);
}

function add(a: Scores, b: Scores): Scores {
  return { kk: a.kk + b.kk, ru: a.ru + b.ru, en: a.en + b.en };
}

function scale({ kk, ru, en }: Scores, factor: number): Scores {
  return { kk: kk * factor, ru: ru * factor, en: en * factor };
}

const LEGACY: Record<string, string> = { ќ: 'қ', ґ: 'ө', ў: 'ұ', ї: 'ү', є: 'ғ', ѕ: 'ң', њ: 'ң' };
const KAZAKH_ENDING = /(?:дым|дим|мын|мин|сыз|сиз|ныз|низ|лар|лер|дан|ден|ган|ген)$/;
const BORROWED = /^(?:заказ|возврат|доставк|товар|чек|оплат|карт|номер|размер|документ)/;
const words = (text: string) => new Set(text.split(' '));
/** Said in every language of the country, so they tell nothing. */
const POLITE = words(
  'салем салеметсиз саламатсызба саламатсыз рахмет здравствуйте спасибо hello hi thanks dear salem rahmet',
);
const KAZAKH = words(
  'мен маган сиз калай кашан кайда неге керек жок бар емес болама ушин туралы акша акшам акшамды акшаны тапсырыс толедим ' +
    'отиниш кайтару кайтарып кайтарыныз жибердим тусед алам аламын кате еки рет кеше бугин бойынша али осы ол пен бир жауап кутемин ' +
    'бас тартамын ба бе ма ме жасанызшы берининизши тура келмеди жане болды',
);
const RUSSIAN = words(
  'и не что как мне вы это за по когда где прошу верните вернуть деньги пожалуйста с со в на из от до у я мой моя мои но так ' +
    'хочу отправляю пришли подошел подошли заявление копию удостоверения дважды списали ошибку пишет проходит просим есть был была',
);
const ENGLISH = words(
  'the my is was for please refund order card i how can where and to of wrong money charged twice attached return you have not',
);
