type Translate = (key: string, options?: Record<string, unknown>) => string;

/** What a code of ours or of the gateway means, in words; a code that nobody has met stays as it is. */
export function outcomeWord(translate: Translate, code: string): string {
  const [kind = '', why] = code.split(':');
  if (why !== undefined) {
    const known = translate(`refund.why.${why}`, { _: '' });
    const word = translate(`refund.outcome.${kind}`, { _: kind });
    return known === '' ? `${word} (${code})` : `${word}: ${known}`;
  }
  // What put an attempt off before its call stands alone.
  const word = translate(`refund.outcome.${kind}`, { _: '' }) || translate(`refund.why.${kind}`, { _: '' });
  return word === '' ? translate('refund.outcome.other', { code }) : word;
}
