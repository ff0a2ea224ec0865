import { CALENDAR_DAY_KINDS, type CalendarDayKind } from './calendar';
import { addDays, isCalendarDate, type CalendarDate } from './calendar-date';
import type { DayEdit } from './calendar-change';
import { InvalidInput } from './errors';

/** A day as files carry it; JSON is an array of these. */
export type FileDay = Omit<DayEdit, 'kind'> & { kind: CalendarDayKind };

const MAX_DAYS = 1_000;
const LONGEST_EVENT = 31;

/** The days as JSON, one object a day. */
export function calendarToJson(days: readonly FileDay[]): string {
  return `${JSON.stringify(days, null, 2)}\n`;
}

/**
 * Reads what {@link calendarToJson} writes; English and Kazakh names may be missing and are then the Russian one.
 * @throws InvalidInput naming the entry
 */
export function calendarFromJson(text: string): FileDay[] {
  let rows: unknown;
  try {
    rows = JSON.parse(text);
  } catch {
    throw broken('the file is no JSON');
  }
  if (!Array.isArray(rows)) throw broken('the file is no list of days');
  if (rows.length > MAX_DAYS) throw broken(`more than ${MAX_DAYS} days`);
  return rows.map((row: unknown, index) => fileDay(row, `entry ${index + 1}`));
}

/** The days as iCalendar (RFC 5545), whole-day events; our own facts stand in X- properties. */
export function calendarToIcs(days: readonly FileDay[], stamp: number): string {
  const utc = new Date(stamp).toISOString().replace(/[-:]|\.\d+/g, '');
  const events = days.flatMap((day) => [
    'BEGIN:VEVENT',
    `UID:${day.day}@calendar.qaitarym`,
    `DTSTAMP:${utc}`,
    `DTSTART;VALUE=DATE:${compact(day.day)}`,
    `DTEND;VALUE=DATE:${compact(addDays(day.day, 1))}`,
    `SUMMARY:${escape(day.nameRu)}`,
    `X-QAITARYM-KIND:${day.kind}`,
    `X-QAITARYM-NAME-KK:${escape(day.nameKk)}`,
    `X-QAITARYM-NAME-EN:${escape(day.nameEn)}`,
    `X-QAITARYM-SOURCE:${escape(day.source)}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Qaitarym//Working days//KK',
    ...events,
    'END:VCALENDAR',
  ];
  return `${lines.flatMap(fold).join('\r\n')}\r\n`;
}

/**
 * Reads iCalendar: ours, or anybody's whole-day events, which then are holidays; longer ones are several days.
 * @throws InvalidInput naming the event
 */
export function calendarFromIcs(text: string): FileDay[] {
  const lines = text.replace(/\r?\n[ \t]/g, '').split(/\r?\n/);
  if (!lines.some((line) => line.trim().toUpperCase() === 'BEGIN:VCALENDAR'))
    throw broken('the file is no iCalendar');
  const days: FileDay[] = [];
  let event: Map<string, string> | null = null;
  let count = 0;
  for (const line of lines) {
    const [, name = '', value = ''] = /^([^:;]+)(?:;[^:]*)?:(.*)$/.exec(line) ?? [];
    const key = name.toUpperCase();
    if (key === 'BEGIN' && value.toUpperCase() === 'VEVENT') {
      event = new Map();
      count += 1;
    } else if (key === 'END' && value.toUpperCase() === 'VEVENT' && event) {
      days.push(...daysOfEvent(event, `event ${count}`));
      event = null;
    } else event?.set(key, unescape(value));
    if (days.length > MAX_DAYS) throw broken(`more than ${MAX_DAYS} days`);
  }
  if (event) throw broken(`event ${count} has no end`);
  if (count === 0) throw broken('the file has no events');
  return days;
}

function daysOfEvent(event: Map<string, string>, where: string): FileDay[] {
  const first = dayOf(event.get('DTSTART'), where);
  const end = event.has('DTEND') ? dayOf(event.get('DTEND'), where) : addDays(first, 1);
  const summary = event.get('SUMMARY') ?? '';
  const days: FileDay[] = [];
  for (let day = first; day < end || day === first; day = addDays(day, 1)) {
    if (days.length === LONGEST_EVENT) throw broken(`${where} is longer than ${LONGEST_EVENT} days`);
    const facts = {
      day,
      kind: event.get('X-QAITARYM-KIND') ?? 'holiday',
      nameRu: summary,
      nameKk: event.get('X-QAITARYM-NAME-KK'),
      nameEn: event.get('X-QAITARYM-NAME-EN'),
      source: event.get('X-QAITARYM-SOURCE') ?? event.get('URL'),
    };
    days.push(fileDay(facts, where));
  }
  return days;
}

function fileDay(row: unknown, where: string): FileDay {
  const facts = new Map<string, unknown>(typeof row === 'object' && row !== null ? Object.entries(row) : []);
  const text = (name: string) => {
    const value = facts.get(name);
    return typeof value === 'string' ? value.trim().slice(0, 200) : '';
  };
  const day = text('day');
  const kind = CALENDAR_DAY_KINDS.find((each) => each === facts.get('kind'));
  const nameRu = text('nameRu') || text('nameKk') || text('nameEn');
  if (!isCalendarDate(day)) throw broken(`${where} has no day YYYY-MM-DD`);
  if (!kind) throw broken(`${where} (${day}) has no kind of ${CALENDAR_DAY_KINDS.join(', ')}`);
  if (nameRu === '') throw broken(`${where} (${day}) has no name`);
  return {
    day,
    kind,
    nameKk: text('nameKk') || nameRu,
    nameRu,
    nameEn: text('nameEn') || nameRu,
    source: text('source') || 'import',
  };
}

function dayOf(value: string | undefined, where: string): CalendarDate {
  const found = /^(\d{4})(\d{2})(\d{2})/.exec(value ?? '');
  const day = found ? `${found[1]}-${found[2]}-${found[3]}` : '';
  if (!isCalendarDate(day)) throw broken(`${where} has no whole day`);
  return day;
}

function broken(what: string): InvalidInput {
  return new InvalidInput(`The calendar file cannot be read: ${what}`, { errors: { text: what } });
}

function compact(day: CalendarDate): string {
  return day.replaceAll('-', '');
}

function escape(text: string): string {
  return text.replace(/([\\;,])/g, '\\$1').replace(/\r?\n/g, '\\n');
}

function unescape(text: string): string {
  return text.replace(/\\n/gi, '\n').replace(/\\([\\;,])/g, '$1');
}

/** A content line has at most 75 bytes; Kazakh letters have two. */
function fold(line: string): string[] {
  const parts: string[] = [];
  let part = '';
  let size = 0;
  for (const sign of line) {
    const code = sign.codePointAt(0) ?? 0;
    const bytes = code > 0x7ff ? 4 : code > 0x7f ? 2 : 1;
    if (size + bytes > 74) {
      parts.push(part);
      [part, size] = [' ', 1];
    }
    part += sign;
    size += bytes;
  }
  return [...parts, part];
}
