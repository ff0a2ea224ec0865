import type { Language } from '../../domain/claim';

export type PrintBlank = (language: Language, at: number) => Promise<Buffer>;

/**
 * Prints the blank of a language once: it goes out with every letter that asks for an Application, and printing it takes
 * longer than everything else about the letter. What could not be printed is tried again by the next letter.
 */
export function keepBlanks(print: PrintBlank): PrintBlank {
  const kept = new Map<Language, Promise<Buffer>>();
  return (language, at) => {
    const known = kept.get(language);
    if (known) return known;
    const printing = print(language, at);
    kept.set(language, printing);
    printing.catch(() => kept.delete(language));
    return printing;
  };
}
