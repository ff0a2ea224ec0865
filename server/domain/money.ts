import { InvalidInput } from './errors';

/** Currencies the shop's accounts and its gateway know; each has two decimals, so a minor unit is 1/100. */
export const CURRENCIES = ['KZT', 'RUB', 'USD', 'EUR'] as const;
export type Currency = (typeof CURRENCIES)[number];

const SIGNS: Record<Currency, string> = { KZT: '₸', RUB: '₽', USD: '$', EUR: '€' };
const NBSP = '\u00a0';

export function isCurrency(text: string): text is Currency {
  return (CURRENCIES as readonly string[]).includes(text);
}

/**
 * A positive sum of money in minor units (tiyn).
 * @throws InvalidInput for zero, a negative, a fraction of a tiyn, or a number beyond the safe integers
 */
export function assertPositiveMinor(minor: number): number {
  if (!Number.isSafeInteger(minor) || minor <= 0)
    throw new InvalidInput('Not a positive whole number of tiyn');
  return minor;
}

/**
 * Adds sums of one currency in minor units.
 * @throws InvalidInput when a part or the sum is no safe integer
 */
export function sumMinor(parts: readonly number[]): number {
  return parts.reduce((total, part) => {
    const next = total + part;
    if (!Number.isSafeInteger(part) || !Number.isSafeInteger(next))
      throw new InvalidInput('The sum is too large');
    return next;
  }, 0);
}

/** `12 500,50 ₸`: no-break spaces, decimals only when not zero (glossary §2). */
export function formatMoney(minor: number, currency: Currency = 'KZT'): string {
  return `${formatAmount(minor)}${NBSP}${SIGNS[currency]}`;
}

/** `12 500,50` with no-break spaces and no sign, for sentences that say the currency in words. */
export function formatAmount(minor: number): string {
  const absolute = Math.abs(minor);
  const whole = String(Math.floor(absolute / 100)).replace(/\B(?=(\d{3})+$)/g, NBSP);
  const tiyn = absolute % 100;
  return `${minor < 0 ? '−' : ''}${whole}${tiyn === 0 ? '' : `,${String(tiyn).padStart(2, '0')}`}`;
}

/** `12500.50`: the decimal text that the gateway takes and gives. */
export function toDecimalText(minor: number): string {
  const absolute = Math.abs(minor);
  return `${minor < 0 ? '-' : ''}${Math.floor(absolute / 100)}.${String(absolute % 100).padStart(2, '0')}`;
}

/**
 * Divides a sum by weights to the last tiyn (largest remainder): parts add up to the total, each is within
 * one tiyn of its exact share, and equal remainders go to the earlier part, so the result never varies.
 * @throws InvalidInput for a negative total or weight, or when every weight is zero and the total is not
 */
export function shareOut(totalMinor: number, weights: readonly number[]): number[] {
  if (!Number.isSafeInteger(totalMinor) || totalMinor < 0)
    throw new InvalidInput('Cannot share out this sum');
  if (weights.some((weight) => !Number.isSafeInteger(weight) || weight < 0))
    throw new InvalidInput('Bad weight');
  const whole = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  if (whole === 0n) {
    if (totalMinor === 0) return weights.map(() => 0);
    throw new InvalidInput('Nothing to share the sum over');
  }
  const exact = weights.map((weight) => BigInt(totalMinor) * BigInt(weight));
  const parts = exact.map((product) => Number(product / whole));
  const spare = totalMinor - parts.reduce((sum, part) => sum + part, 0);
  const byRemainder = exact
    .map((product, index) => ({ index, remainder: product % whole }))
    .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1));
  for (const { index } of byRemainder.slice(0, spare)) parts[index] = (parts[index] ?? 0) + 1;
  return parts;
}
