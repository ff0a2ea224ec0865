/**
 * Reads an amount as the API takes it: dot, at most two decimals, number or text.
 *
 * @returns hundredths of the currency unit, or null when it is no such amount
 */
export function parseAmount(value: unknown): number | null {
  if (typeof value !== 'number' && typeof value !== 'string') return null;
  const match = /^(\d{1,12})(?:\.(\d{1,2})0*)?$/.exec(String(value).trim());
  if (!match) return null;
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
}

/** Hundredths as the number of an API answer. */
export function toUnits(minor: number): number {
  return Number(toText(minor));
}

/** Hundredths as notifications print them: `100.00`. */
export function toText(minor: number): string {
  return `${Math.trunc(minor / 100)}.${String(minor % 100).padStart(2, '0')}`;
}
