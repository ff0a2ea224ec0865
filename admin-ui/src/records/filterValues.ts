import { startOfDay } from '../../../server/domain/almaty-time';
import { addDays, isCalendarDate } from '../../../server/domain/calendar-date';
import { dayInAlmaty } from '../shared/format';

export type FilterValues = Record<string, unknown>;

/** The values with one of them set, or taken away when it says nothing. */
export function withFilter(values: FilterValues, field: string, value: unknown): FilterValues {
  const { [field]: _old, ...other } = values;
  const empty = value === '' || value === undefined || (Array.isArray(value) && value.length === 0);
  return empty ? other : { ...other, [field]: value };
}

/** What a field is narrowed to, whether one value stands there (from a link) or several. */
export function chosenValues(values: FilterValues, field: string): string[] {
  const value = values[field];
  if (Array.isArray(value)) return value.filter((one): one is string => typeof one === 'string');
  return typeof value === 'string' ? [value] : [];
}

/**
 * The bound of a date range as the server takes it: whole days of Almaty, the last one included. An empty or half
 * typed day is no bound.
 */
export function boundOf(day: string, side: 'gte' | 'lte', as: 'instant' | 'day'): string | undefined {
  if (!isCalendarDate(day)) return undefined;
  if (as === 'day') return day;
  const at = side === 'gte' ? startOfDay(day) : startOfDay(addDays(day, 1)) - 1;
  return new Date(at).toISOString();
}

/** The day that a bound stands for, for the date field. */
export function dayOfBound(value: unknown): string {
  if (typeof value !== 'string') return '';
  return value.length === 10 ? value : dayInAlmaty(value);
}

/** How many filters are set beside the search. */
export function countFilters(values: FilterValues): number {
  const names = Object.keys(values)
    .filter((name) => name !== 'q')
    .map((name) => name.replace(/_(gte|lte)$/, ''));
  return new Set(names).size;
}
