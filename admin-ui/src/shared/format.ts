import { format, parseISO } from 'date-fns';
import { enGB, kk, ru } from 'date-fns/locale';

const LOCALES = { kk, ru, en: enGB } as const;

/**
 * How a date is written, by language. Kazakh puts the year first, as laws do; the library's own Kazakh styles
 * («3-ші желтоқсан») are wrong, and the browser's `Intl` knows no Kazakh at all, so patterns are spelt out.
 */
const PATTERNS = {
  kk: { long: "yyyy 'ж.' d MMMM", short: 'dd.MM.yyyy', dayMonth: 'd MMMM', tight: 'd MMM' },
  ru: { long: "d MMMM yyyy 'г.'", short: 'dd.MM.yyyy', dayMonth: 'd MMMM', tight: 'd MMM' },
  en: { long: 'd MMMM yyyy', short: 'dd.MM.yyyy', dayMonth: 'd MMMM', tight: 'd MMM' },
} as const;

const WEEKDAYS = {
  kk: ['жс', 'дс', 'сс', 'ср', 'бс', 'жм', 'сб'],
  ru: ['вс', 'пн', 'вт', 'ср', 'чт', 'пт', 'сб'],
  en: ['Su', 'Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa'],
} as const;

const WEEKDAYS_LONG = {
  kk: ['жексенбі', 'дүйсенбі', 'сейсенбі', 'сәрсенбі', 'бейсенбі', 'жұма', 'сенбі'],
  ru: ['воскресенье', 'понедельник', 'вторник', 'среда', 'четверг', 'пятница', 'суббота'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
} as const;

export type DateStyle = keyof (typeof PATTERNS)['kk'];

/** A calendar date `YYYY-MM-DD` in the words of the language. */
export function formatDay(day: string, locale: string, style: DateStyle = 'long'): string {
  const language = languageOf(locale);
  const text = format(parseISO(day), PATTERNS[language][style], { locale: LOCALES[language] });
  return style === 'tight' ? text.replace('.', '') : text;
}

/** Short name of the weekday of a calendar date. */
export function weekday(day: string, locale: string, style: 'short' | 'long' = 'short'): string {
  const names = style === 'short' ? WEEKDAYS : WEEKDAYS_LONG;
  return names[languageOf(locale)][parseISO(day).getDay()] ?? '';
}

/** Day and 24-hour time in Almaty of an instant, whatever zone the browser is in. */
export function formatInstant(instant: string, locale: string, style: DateStyle = 'long'): string {
  return `${formatDay(dayInAlmaty(instant), locale, style)}, ${timeInAlmaty(instant)}`;
}

/** The Almaty calendar date of an instant. */
export function dayInAlmaty(instant: string | Date): string {
  return almaty.format(new Date(instant)).slice(0, 10);
}

/** `14:07`, Almaty. */
export function timeInAlmaty(instant: string | Date): string {
  return almaty.format(new Date(instant)).slice(12, 17);
}

/**
 * Tiyn as `12 500 ₸`: groups and ₸ behind no-break spaces, tiyn only when they are not zero. The same in
 * Kazakh and Russian; other currencies show their code.
 */
export function formatMoney(minor: number, currency = 'KZT'): string {
  const whole = Math.trunc(Math.abs(minor) / 100);
  const rest = Math.abs(minor) % 100;
  const groups = String(whole).replace(/\B(?=(\d{3})+$)/g, '\u00A0');
  const cents = rest === 0 ? '' : `,${String(rest).padStart(2, '0')}`;
  return `${minor < 0 ? '−' : ''}${groups}${cents}\u00A0${currency === 'KZT' ? '₸' : currency}`;
}

/** A sum as it stands in a field, without the sign: `12 500` or `12 500,50`; nothing for an unknown one. */
export function typedMoney(minor: number | null): string {
  return minor === null ? '' : formatMoney(minor).replace(/\u00A0₸$/, '');
}

/** What a person typed as a sum, in tiyn; null when it is no sum. Takes spaces, a comma or a point, and ₸. */
export function parseMoney(text: string): number | null {
  const plain = text.replace(/[\s\u00A0\u202F₸]/g, '').replace(',', '.');
  if (!/^\d{1,12}(\.\d{1,2})?$/.test(plain)) return null;
  const [whole = '0', cents = ''] = plain.split('.');
  return Number(whole) * 100 + Number(cents.padEnd(2, '0'));
}

/** `214 КБ`, `1,4 МБ`. */
export function formatSize(bytes: number, locale: string): string {
  const units = languageOf(locale) === 'en' ? ['KB', 'MB'] : ['КБ', 'МБ'];
  if (bytes < 1024 * 1024) return `${String(Math.max(1, Math.round(bytes / 1024)))}\u00A0${units[0] ?? ''}`;
  const text = (bytes / 1024 / 1024).toFixed(1);
  return `${languageOf(locale) === 'en' ? text : text.replace('.', ',')}\u00A0${units[1] ?? ''}`;
}

/** Whole days from one calendar date to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

export function languageOf(locale: string): 'kk' | 'ru' | 'en' {
  return locale === 'ru' || locale === 'en' ? locale : 'kk';
}

// sv-SE writes `2026-11-26 10:42:00`, the one locale whose format is ISO; only digits are taken from it.
const almaty = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Almaty',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});
