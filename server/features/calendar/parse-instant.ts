import { InvalidInput } from '../../domain/errors';

const INSTANT =
  /^(\d{4})-?(\d{2})-?(\d{2})T(\d{2}):?(\d{2})(?::?(\d{2})(?:[.,](\d{1,9}))?)?(?:(Z)|([+-])(\d{2})(?::?(\d{2}))?)$/i;

/**
 * An ISO 8601 instant with `Z` or an offset as UTC milliseconds. A space before the offset is read as `+`, which
 * a query string turns into a space. Date.parse is not asked: it makes 2 March of 30 February.
 *
 * @throws InvalidInput for everything else
 */
export function parseInstant(name: string, text: string): number {
  const parts = INSTANT.exec(text.trim().replace(/ (?=\d{2}(:?\d{2})?$)/, '+'));
  const fail = () =>
    new InvalidInput(`${name} must be an ISO 8601 instant with Z or an offset`, {
      errors: { [name]: 'must be an ISO 8601 instant with Z or an offset' },
    });
  if (!parts) throw fail();
  const number = (index: number) => Number(parts[index] ?? 0);
  const [year, month, day, hour, minute, second] = [1, 2, 3, 4, 5, 6].map(number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const local = new Date(Date.UTC(year, month - 1, day));
  local.setUTCFullYear(year);
  const isDate =
    local.getUTCMonth() === month - 1 && local.getUTCDate() === day && year >= 1900 && year <= 9000;
  if (!isDate || hour > 23 || minute > 59 || second > 59 || number(10) > 23 || number(11) > 59) throw fail();
  const offset = (parts[9] === '-' ? -1 : 1) * (number(10) * 60 + number(11));
  const millis = Math.floor(Number(`0.${parts[7] ?? '0'}`) * 1000);
  return local.getTime() + (hour * 60 + minute - offset) * 60_000 + second * 1000 + millis;
}
