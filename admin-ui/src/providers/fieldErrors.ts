/** What our server says of a field, in English, and the words that the screens have for it. */
const KNOWN: readonly [RegExp, string][] = [
  [/^(is taken|already in use)$/, 'taken'],
  [/^is no telephone number$/, 'phone'],
  [/^(is no mail address|Invalid email address)/, 'email'],
  [/^(is no date|Invalid ISO date|must be an ISO|must be a date)/, 'date'],
  [/^letters, digits, \. _ \/ and -$/, 'orderNumber'],
  [/^too large$/, 'discount'],
  [/^is wrong$/, 'wrong'],
  [/^lies in the future$/, 'future'],
  [/^lies before the law$/, 'beforeLaw'],
  [/^lies before the purchase$/, 'beforePurchase'],
  [/^holds a NUL character$/, 'unreadable'],
  [/^Too small: expected string|^is missing$|received undefined$/, 'required'],
  [/^Too big: expected string/, 'tooLong'],
  [/^Too (small|big): expected number|^Invalid input: expected (number|int)/, 'number'],
];

/** The body of a problem with its field errors as keys of the catalogue, where we have words; others stay. */
export function withKnownWords(body: unknown): unknown {
  const errors = (body as { errors?: unknown } | undefined)?.errors;
  if (typeof errors !== 'object' || errors === null) return body;
  const words = Object.entries(errors as Record<string, unknown>).map(([field, text]) => [
    field,
    typeof text === 'string' ? wordsOf(text) : text,
  ]);
  return { ...(body as object), errors: Object.fromEntries(words) as Record<string, unknown> };
}

function wordsOf(text: string): string {
  const known = KNOWN.find(([pattern]) => pattern.test(text));
  return known ? `records.fault.${known[1]}` : text;
}
