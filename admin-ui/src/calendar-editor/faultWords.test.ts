import { applyEdit, type CalendarEdit } from '../../../server/domain/calendar-change';
import { calendarFromIcs, calendarFromJson } from '../../../server/domain/calendar-file';
import { InvalidInput } from '../../../server/domain/errors';
import { en } from '../i18n/en';
import { faultWord } from './faultWords';

const names = { nameKk: 'а', nameRu: 'а', nameEn: 'a', source: '' };
const day = (on: string, kind: CalendarEdit['days'][number]['kind']) => ({ day: on, kind, ...names });
const table = {
  days: [{ ...day('2026-01-01', 'holiday'), kind: 'holiday' as const }],
  years: [{ year: 2026, state: 'published' as const, version: 1 }],
};
const edited = (edit: Partial<CalendarEdit>) => () => applyEdit(table, { days: [], years: [], ...edit });
const ics = (...lines: string[]) => ['BEGIN:VCALENDAR', ...lines, 'END:VCALENDAR'].join('\n');
const event = (...lines: string[]) => ics('BEGIN:VEVENT', ...lines, 'END:VEVENT');

const WORDS = en.calendarEditor.fault as Record<string, string>;
const translate = (key: string, options: Record<string, string> = {}) =>
  (WORDS[key.replace('calendarEditor.fault.', '')] ?? key).replace(
    /%\{(\w+)\}/g,
    (_, name: string) => options[name] ?? '?',
  );

it.each<[string, () => unknown]>([
  ['an empty change', edited({})],
  ['a day twice', edited({ days: [day('2026-02-02', 'day_off'), day('2026-02-02', 'holiday')] })],
  ['no day', edited({ days: [day('2026-02-30', 'holiday')] })],
  ['an ordinary day', edited({ days: [day('2026-02-02', null)] })],
  ['a weekday that shall work', edited({ days: [day('2026-02-02', 'working_weekend')] })],
  ['a weekend that shall be off', edited({ days: [day('2026-02-01', 'day_off')] })],
  ['no change', edited({ days: [day('2026-01-01', 'holiday')] })],
  ['a year out of range', edited({ years: [{ year: 1999, state: 'published' }] })],
  ['a year as it is', edited({ years: [{ year: 2026, state: 'published' }] })],
  ['a year without days', edited({ years: [{ year: 2030, state: 'published' }] })],
  ['no JSON', () => calendarFromJson('{')],
  ['no list', () => calendarFromJson('{}')],
  ['too long a list', () => calendarFromJson(JSON.stringify(Array.from({ length: 1001 }, () => 1)))],
  ['an entry without day', () => calendarFromJson('[{}]')],
  ['an entry without kind', () => calendarFromJson('[{"day":"2026-01-01"}]')],
  ['an entry without name', () => calendarFromJson('[{"day":"2026-01-01","kind":"holiday"}]')],
  ['no iCalendar', () => calendarFromIcs('hello')],
  ['no events', () => calendarFromIcs(ics())],
  ['a cut file', () => calendarFromIcs('BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260101')],
  ['an event without day', () => calendarFromIcs(event('SUMMARY:x'))],
  ['an endless event', () => calendarFromIcs(event('SUMMARY:x', 'DTSTART:20260101', 'DTEND:20990101'))],
])('has words of its own for %s', (_what, act) => {
  const faults = faultsOf(act);
  expect(faults.length).toBeGreaterThan(0);
  for (const fault of faults) {
    const word = faultWord(translate, fault);
    expect(word).not.toBe(fault);
    expect(word).not.toMatch(/calendarEditor|[?%]\{?/);
  }
});

it('leaves alone what nobody foresaw', () => {
  expect(faultWord(translate, 'the moon is full')).toBe('the moon is full');
});

function faultsOf(act: () => unknown): string[] {
  try {
    act();
  } catch (error) {
    if (error instanceof InvalidInput) return Object.values(error.details.errors as Record<string, string>);
    throw error;
  }
  return [];
}
