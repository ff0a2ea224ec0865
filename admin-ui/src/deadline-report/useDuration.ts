import { useTranslate } from 'react-admin';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A stretch of time in words: days and hours, hours alone, or minutes. */
export function useDuration(): (ms: number) => string {
  const translate = useTranslate();
  return (ms) => {
    if (ms < HOUR) return translate('report.minutes', { count: Math.round(ms / 60_000) });
    const hours = Math.round(ms / HOUR);
    if (ms < DAY) return translate('report.hours', { count: hours });
    return translate('report.days', { days: Math.floor(hours / 24), hours: hours % 24 });
  };
}
