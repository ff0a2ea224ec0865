/**
 * Order numbers that a letter mentions, in capitals, in order of appearance, each once.
 * @param pattern - the setting `orders.pattern`, e.g. `SO-\d+`
 * @param known - numbers that an order or a payment's `InvoiceId` carries; those count whatever they look like
 */
export function findOrderNumbers(
  text: string,
  pattern: string,
  known: ReadonlySet<string> = new Set(),
): string[] {
  const byPattern = text.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, 'giu'));
  const byName = wordsOf(text).filter(({ word }) => known.has(word));
  const all = [...Array.from(byPattern, ({ 0: word, index }) => ({ word, index })), ...byName];
  return [...new Set(all.sort((a, b) => a.index - b.index).map(({ word }) => word.toUpperCase()))];
}

/** Words of a letter that may be an order number: they hold a digit. Look them up before `findOrderNumbers`. */
export function orderNumberCandidates(text: string): string[] {
  return [...new Set(wordsOf(text).map(({ word }) => word))].slice(0, 200);
}

function wordsOf(text: string): { word: string; index: number }[] {
  const found = text.matchAll(
    /(?<![\p{L}\p{N}])[\p{L}\p{N}](?:[\p{L}\p{N}_/-]{0,38}[\p{L}\p{N}])?(?![\p{L}\p{N}])/gu,
  );
  return Array.from(found, ({ 0: word, index }) => ({ word, index })).filter(({ word }) => /\d/.test(word));
}
