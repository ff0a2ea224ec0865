/** What the server says of a refused value, in English, and the words of the screen. */
const KNOWN: readonly [RegExp, string][] = [
  [/^too early$/, 'early'],
  [/^taken$/, 'taken'],
  [/^no difference$/, 'same'],
  [/^the approvers leave before they come$/, 'hours'],
  [/^the second warning comes before the first$/, 'warnings'],
  [/^the warning comes after the closing$/, 'closing'],
  [/^the reminder comes after the warning$/, 'reminder'],
  [/cannot take this value$|^app\.problem\.invalid-/, 'value'],
];

/** One fault in the reader's language; a key of the catalogue or unknown words go through. */
export function settingFault(translate: (key: string, options?: object) => string, text: string): string {
  const known = KNOWN.find(([pattern]) => pattern.test(text));
  return known ? translate(`setting.change.fault.${known[1]}`) : translate(text, { _: text });
}
