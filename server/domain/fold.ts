const FOLDED: Record<string, string> = {
  ё: 'е',
  ә: 'а',
  ғ: 'г',
  қ: 'к',
  ң: 'н',
  ө: 'о',
  ұ: 'у',
  ү: 'у',
  һ: 'х',
  і: 'и',
};
/** Latin twins that keyboards and scanners leave inside Cyrillic words. */
const LOOK_ALIKE: Record<string, string> = {
  a: 'а',
  c: 'с',
  e: 'е',
  h: 'һ',
  i: 'і',
  o: 'о',
  p: 'р',
  x: 'х',
  y: 'у',
  ə: 'ә',
};

/**
 * Text as the search knows it: lower case, Kazakh letters as the Russian keyboard has them, one space between
 * words. The same on both databases, because SQLite lower-cases ASCII only (reference §2.3).
 */
export function foldForSearch(text: string): string {
  const lower = text.normalize('NFC').toLowerCase();
  const words = lower.replace(/[\p{L}ə]+/gu, repairLookAlikes);
  return foldKazakh(words).replace(/\s+/g, ' ').trim();
}

/** ә→а ғ→г қ→к ң→н ө→о ұ,ү→у һ→х і→и ё→е in lower-case text. */
export function foldKazakh(lower: string): string {
  return lower.replace(/[ёәғқңөұүһі]/g, (letter) => FOLDED[letter] ?? letter);
}

/** Latin letters that look Cyrillic, inside a lower-case word that holds Cyrillic letters; other words stay. */
export function repairLookAlikes(lowerWord: string): string {
  return /\p{Script=Cyrillic}/u.test(lowerWord)
    ? lowerWord.replace(/[acehiopxyə]/g, (letter) => LOOK_ALIKE[letter] ?? letter)
    : lowerWord;
}
