import { stringify } from 'csv-stringify/sync';
import { almatyDate, almatyMinutes } from '../domain/almaty-time';

/** A cell: text, a whole number, a sum in tiyn, an instant, or nothing. */
export type CsvCell = string | number | null | { minor: number | null } | { at: number | null };

/** Without it Excel reads UTF-8 as windows-1251. */
export const UTF8_MARK = '\uFEFF';

/**
 * Lines for Excel as people in Kazakhstan have it: semicolons, a decimal comma, CR LF. What a stranger wrote
 * never runs as a formula: such a cell begins with an apostrophe.
 */
export function csvLines(rows: readonly (readonly CsvCell[])[]): string {
  return stringify(
    rows.map((cells) => cells.map(cellText)),
    { delimiter: ';', record_delimiter: 'windows', escape_formulas: true, quoted_match: /[\r\n]/ },
  );
}

function cellText(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell !== 'object') return String(cell);
  if ('minor' in cell) return cell.minor === null ? '' : sumText(cell.minor);
  return cell.at === null ? '' : `${almatyDate(cell.at)} ${timeText(almatyMinutes(cell.at))}`;
}

function sumText(minor: number): string {
  const digits = String(minor).padStart(3, '0');
  return `${digits.slice(0, -2)},${digits.slice(-2)}`;
}

function timeText(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
