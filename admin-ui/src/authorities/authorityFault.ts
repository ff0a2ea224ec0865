/** What the server says of a refused field, in English, and the words of the screen. */
const KNOWN: readonly [RegExp, string][] = [
  [/future/, 'future'],
  [/before the purchase/, 'purchase'],
  [/before the request/, 'request'],
  [/no kind of authority on that day/, 'kind'],
  [/not used any more/, 'closed'],
  [/^taken$/, 'taken'],
  [/^too early$/, 'early'],
  [/nothing is corrected/, 'same'],
];

/** The first fault in the reader's language; null when the server pointed at no field. */
export function authorityFault(
  translate: (key: string) => string,
  errors: Record<string, string> | undefined,
): string | null {
  const [text] = Object.values(errors ?? {});
  if (text === undefined) return null;
  const [, key = 'value'] = KNOWN.find(([pattern]) => pattern.test(text)) ?? [];
  return translate(`authority.fault.${key}`);
}
