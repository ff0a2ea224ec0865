import { foldForSearch } from './fold';

/** Longest term that is kept. */
const LONGEST = 254;
/** Stands before a whole name, so that one word never meets the names it begins. */
const WHOLE = '=';
const MOST_WORDS = 8;

/** What a claim is found by. */
export interface Findable {
  number: string;
  orderNumber: string | null;
  customer: { name: string; email: string | null };
}

/**
 * Terms of a claim, folded: its number, the order's, the mail address and each word of the name; besides the whole
 * name, beginning with the first word or with the last, as papers write it.
 */
export function searchTerms({ number, orderNumber, customer }: Findable): string[] {
  const name = wordsOf(customer.name);
  const [last, ...before] = [...name].reverse();
  const whole = name.length < 2 || last === undefined ? [] : [name, [last, ...before.reverse()]];
  const words = [number, orderNumber ?? '', customer.email ?? '', customer.name].flatMap(wordsOf);
  return [...new Set([...words, ...whole.map(wholeTerm)])];
}

/** What somebody typed, as beginnings of terms. */
export interface Wanted {
  words: string[];
  /** The words as the beginning of a whole name; null for a single word. */
  whole: string | null;
}

/** Null when nothing of the text can be looked for. */
export function wantedTerms(text: string): Wanted | null {
  const words = wordsOf(text).slice(0, MOST_WORDS);
  if (words.length === 0) return null;
  return { words, whole: words.length === 1 ? null : wholeTerm(words) };
}

/** Every term that begins so lies in [from, to), by the order of code points. */
export function rangeOfBeginning(term: string): { from: string; to: string } {
  return { from: term, to: `${term}\u{10ffff}` };
}

function wholeTerm(words: readonly string[]): string {
  return `${WHOLE}${words.join(' ')}`.slice(0, LONGEST);
}

/** Words without the signs around them; parts of a hyphenated name stay together. */
function wordsOf(text: string): string[] {
  const words = foldForSearch(text)
    .split(' ')
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '').slice(0, LONGEST));
  return [...new Set(words.filter((word) => word !== ''))];
}
