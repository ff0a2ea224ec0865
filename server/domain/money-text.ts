import { InvalidInput } from './errors';

const SPACES = /[\s\u00a0\u202f\u2009]/g;
const SIGN = /(?:₸|тг\.?|теңге|тенге|kzt)$/i;
const PLAIN = /^\d+(?:[.,]\d{1,2})?$/;
const SPACE_GROUPS = /^\d{1,3}(?: \d{3})+(?:[.,]\d{1,2})?$/;
const COMMA_GROUPS = /^\d{1,3}(?:,\d{3})+\.\d{1,2}$/;

/**
 * A sum as people write it, in tiyn: `12 500,50`, `12500.5`, `12 500 ₸`, `12,500.50`.
 *
 * `12,500` alone is refused: it means twelve and a half thousand to one reader and twelve and a half to another.
 * @throws InvalidInput for zero, signs, exponents, more than two decimals, odd grouping or unsafe sizes (M14)
 */
export function parseMoney(text: string): number {
  const spaced = text.replace(SPACES, ' ').trim().replace(SIGN, '').trim();
  const known = PLAIN.test(spaced) || SPACE_GROUPS.test(spaced) || COMMA_GROUPS.test(spaced);
  if (!known) throw new InvalidInput('Not a sum of money');
  const digits = COMMA_GROUPS.test(spaced)
    ? spaced.replace(/,/g, '')
    : spaced.replace(/ /g, '').replace(',', '.');
  return decimalToMinor(digits);
}

/**
 * The gateway's decimal (`10`, `10.5`, `10.00000`, as number or text) in minor units.
 * @throws InvalidInput for a fraction of a tiyn, an exponent, a sign, zero or an unsafe size
 */
export function decimalToMinor(value: string | number): number {
  const found = /^(\d+)(?:\.(\d+))?$/.exec(String(value));
  const [whole, decimals] = [found?.[1], found?.[2] ?? ''];
  if (whole === undefined || /[1-9]/.test(decimals.slice(2))) throw new InvalidInput('Not a sum of money');
  const minor = Number(whole) * 100 + Number(decimals.slice(0, 2).padEnd(2, '0'));
  if (!Number.isSafeInteger(minor) || minor <= 0) throw new InvalidInput('The sum is zero or too large');
  return minor;
}
