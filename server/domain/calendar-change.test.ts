import * as fc from 'fast-check';
import { createCalendar } from './calendar';
import { applyEdit, type CalendarTable, type DayEdit } from './calendar-change';
import {
  calendarFromIcs,
  calendarFromJson,
  calendarToIcs,
  calendarToJson,
  type FileDay,
} from './calendar-file';
import { calendarReminders } from './calendar-reminders';
import { InvalidInput } from './errors';
import { KZ_CALENDAR_DAYS, KZ_CALENDAR_YEARS } from './kz-calendar-seed';

const table: CalendarTable = {
  days: KZ_CALENDAR_DAYS.map(({ day, kind, nameKk, nameRu, nameEn }) => ({
    day,
    kind,
    nameKk,
    nameRu,
    nameEn,
  })),
  years: [...KZ_CALENDAR_YEARS],
};
const names = { nameKk: 'Демалыс', nameRu: 'Выходной', nameEn: 'Day off', source: 'order 7' };
const edit = (day: string, kind: DayEdit['kind']): DayEdit => ({ day, kind, ...names });
const faults = (days: DayEdit[], years: Parameters<typeof applyEdit>[1]['years'] = []) => {
  try {
    applyEdit(table, { days, years });
    return null;
  } catch (error) {
    return (error as InvalidInput).details.errors;
  }
};

describe('a change of the calendar', () => {
  it('adds, changes and takes away days, and gives their years the next version', () => {
    const after = applyEdit(table, {
      days: [edit('2026-12-31', 'day_off'), edit('2026-12-16', null), edit('2027-01-09', 'working_weekend')],
      years: [],
    });
    const calendar = createCalendar(after.days, after.years);
    expect(calendar.status('2026-12-31').working).toBe(false);
    expect(calendar.status('2026-12-16').working).toBe(true);
    expect(calendar.status('2027-01-09').working).toBe(true);
    expect(calendar.version('2025-12-01', '2027-02-01')).toBe('2025.1+2026.2+2027.2');
    expect(calendar.isPublished(2027)).toBe(false);
  });

  it('publishes a year, and opens one that nobody knew', () => {
    const after = applyEdit(table, {
      days: [edit('2028-01-03', 'holiday')],
      years: [
        { year: 2027, state: 'published' },
        { year: 2028, state: 'published' },
      ],
    });
    expect(after.years.slice(-2)).toEqual([
      { year: 2027, state: 'published', version: 2 },
      { year: 2028, state: 'published', version: 1 },
    ]);
  });

  it.each<[string, DayEdit[], { year: number; state: 'published' | 'provisional' }[], string]>([
    ['a day twice', [edit('2026-12-30', 'day_off'), edit('2026-12-30', 'holiday')], [], 'days.1'],
    ['a working weekday', [edit('2026-12-30', 'working_weekend')], [], 'days.0'],
    ['a day off on a Saturday', [edit('2026-12-26', 'day_off')], [], 'days.0'],
    ['an ordinary day made ordinary', [edit('2026-12-30', null)], [], 'days.0'],
    ['no such day', [edit('2026-02-30', 'day_off')], [], 'days.0'],
    ['a year without days', [], [{ year: 2029, state: 'published' }], 'years.0'],
    ['a year that is so already', [], [{ year: 2026, state: 'published' }], 'years.0'],
    ['a year of another age', [], [{ year: 1999, state: 'published' }], 'years.0'],
    ['nothing', [], [], 'days'],
  ])('refuses %s', (_what, days, years, path) => {
    expect(Object.keys(faults(days, years) as object)).toEqual([path]);
  });

  it('refuses what changes nothing, word for word', () => {
    const known = table.days.find(({ day }) => day === '2026-12-16')!;
    expect(faults([{ ...known, source: '' }])).toEqual({ 'days.0': '2026-12-16 is so already' });
  });
});

const seed: FileDay[] = KZ_CALENDAR_DAYS.map(({ confidence: _confidence, ...day }) => day);

describe('files', () => {
  it('come back from JSON and iCalendar as they were', () => {
    expect(calendarFromJson(calendarToJson(seed))).toEqual(seed);
    const ics = calendarToIcs(seed, Date.UTC(2026, 10, 23));
    expect(calendarFromIcs(ics)).toEqual(seed);
    for (const line of ics.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });

  it('keep names of any signs', () => {
    const anyName = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
      .map((text) => text.replaceAll(/[\r\n]/g, ' ').trim())
      .filter((text) => text !== '');
    fc.assert(
      fc.property(anyName, (name) => {
        const day: FileDay = {
          day: '2026-12-31',
          kind: 'day_off',
          nameKk: name,
          nameRu: name,
          nameEn: name,
          source: 's',
        };
        expect(calendarFromIcs(calendarToIcs([day], 0))).toEqual([day]);
      }),
    );
  });

  it("take anybody's whole-day events as holidays", () => {
    const ics = `BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20280321\nDTEND;VALUE=DATE:20280324\nSUMMARY:Наурыз\nEND:VEVENT\nEND:VCALENDAR`;
    expect(calendarFromIcs(ics).map(({ day, kind, nameEn }) => [day, kind, nameEn])).toEqual([
      ['2028-03-21', 'holiday', 'Наурыз'],
      ['2028-03-22', 'holiday', 'Наурыз'],
      ['2028-03-23', 'holiday', 'Наурыз'],
    ]);
  });

  it.each([
    ['no JSON', () => calendarFromJson('{')],
    ['no list', () => calendarFromJson('{}')],
    ['no day', () => calendarFromJson('[{"kind":"holiday","nameRu":"x"}]')],
    ['no such day', () => calendarFromJson('[{"day":"2026-02-30","kind":"holiday","nameRu":"x"}]')],
    ['no kind', () => calendarFromJson('[{"day":"2026-02-03","nameRu":"x"}]')],
    ['no name', () => calendarFromJson('[{"day":"2026-02-03","kind":"holiday"}]')],
    ['a number', () => calendarFromJson('[7]')],
    ['no calendar', () => calendarFromIcs('hello')],
    ['no events', () => calendarFromIcs('BEGIN:VCALENDAR\nEND:VCALENDAR')],
    ['a cut file', () => calendarFromIcs('BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260101')],
    ['an event without a day', () => calendarFromIcs('BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:x\nEND:VEVENT')],
    [
      'an endless event',
      () =>
        calendarFromIcs(
          'BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260101\nDTEND:20990101\nSUMMARY:x\nEND:VEVENT\nEND:VCALENDAR',
        ),
    ],
  ])('are refused: %s', (_what, read) => {
    expect(read).toThrow(InvalidInput);
  });
});

describe('reminders', () => {
  const kurban = (day: string, confirmed: boolean) =>
    new Map([[Number(day.slice(0, 4)), { day, confirmed }]]);
  const codes = (today: string, feasts = new Map<number, { day: string; confirmed: boolean }>()) =>
    calendarReminders(today, KZ_CALENDAR_YEARS, feasts).map(({ code, year }) => `${code} ${String(year)}`);

  it.each([
    ['2026-12-14', []],
    ['2026-12-15', ['next_year 2027']],
    ['2027-01-10', ['next_year 2027']],
    ['2025-12-20', []],
  ])("ask for the next year's calendar from mid-December: %s", (today, expected) => {
    expect(codes(today)).toEqual(expected);
  });

  it.each<[string, Map<number, { day: string; confirmed: boolean }>, string[]]>([
    ['2026-03-31', kurban('2026-05-27', false), []],
    ['2026-04-01', kurban('2026-05-27', false), ['kurban_ait 2026']],
    ['2026-04-01', kurban('2026-05-27', true), []],
    ['2026-04-01', new Map(), ['kurban_ait 2026']],
    ['2026-05-28', kurban('2026-05-27', false), []],
  ])('ask for Kurban Ait from April until it is sure: %s', (today, feasts, expected) => {
    expect(codes(today, feasts)).toEqual(expected);
  });
});
