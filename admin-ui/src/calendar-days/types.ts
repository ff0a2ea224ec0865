import type { RaRecord } from 'react-admin';

export interface CalendarYear {
  year: number;
  state: 'published' | 'provisional';
  calendarVersion: string;
  updatedAt: string;
}

/** A day that differs from the five-day week. */
export interface SpecialDay extends RaRecord {
  id: string;
  day: string;
  kind: 'holiday' | 'day_off' | 'moved_day_off' | 'working_weekend';
  nameKk: string;
  nameRu: string;
  nameEn: string;
  source: string;
  confidence: 'high' | 'medium' | 'low';
}

/** The name of a day in the language of the screen. */
export function nameOfDay(day: SpecialDay, language: 'kk' | 'ru' | 'en'): string {
  return { kk: day.nameKk, ru: day.nameRu, en: day.nameEn }[language];
}
