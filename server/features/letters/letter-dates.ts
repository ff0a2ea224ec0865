import { parseCalendarDate, weekday, type CalendarDate } from '../../domain/calendar-date';
import type { Language } from '../../domain/claim';

const MONTHS: Record<Language, string[]> = {
  kk: 'қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан'.split(' '),
  ru: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
};
const WEEKDAYS: Record<Language, string[]> = {
  kk: 'дүйсенбі сейсенбі сәрсенбі бейсенбі жұма сенбі жексенбі'.split(' '),
  ru: 'понедельник вторник среда четверг пятница суббота воскресенье'.split(' '),
  en: 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' '),
};

/** «2026 жылғы 3 желтоқсан (бейсенбі)», «3 декабря 2026 года (четверг)», "3 December 2026 (Thursday)" (glossary §2). */
export function letterDate(language: Language, given: CalendarDate): string {
  const date = parseCalendarDate(given);
  const [year, month, day] = date.split('-').map(Number);
  const monthName = MONTHS[language][(month ?? 1) - 1] ?? '';
  const dayName = WEEKDAYS[language][weekday(date) - 1] ?? '';
  if (language === 'kk') return `${year} жылғы ${day} ${monthName} (${dayName})`;
  if (language === 'ru') return `${day} ${monthName} ${year} года (${dayName})`;
  return `${day} ${monthName} ${year} (${dayName})`;
}

/** «Три рабочих дня», "three working days": the number comes from a setting, the words follow it. */
export function workingDays(language: Language, days: number): string {
  if (language === 'kk') return String(days);
  if (language === 'en') return `${days === 3 ? 'three' : days} working ${days === 1 ? 'day' : 'days'}`;
  if (days === 3) return 'Три рабочих дня';
  const few = days % 10 >= 2 && days % 10 <= 4 && !(days % 100 >= 12 && days % 100 <= 14);
  return `${days} ${few ? 'рабочих дня' : 'рабочих дней'}`;
}
