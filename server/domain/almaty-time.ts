import { fromDayNumber, toDayNumber, type CalendarDate } from './calendar-date';

/**
 * Instants (UTC milliseconds) and days of Almaty. Always the zone, never a fixed offset: the offset was +06:00
 * until 1 March 2024, and 29 February 2024 lasted 25 hours (docs/adr/0005-dates-in-almaty.md).
 */
export const ALMATY = 'Asia/Almaty';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const PARTS = new Intl.DateTimeFormat('en-US', {
  timeZone: ALMATY,
  calendar: 'gregory',
  numberingSystem: 'latn',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

/** Offsets change on full hours only, so one look-up serves an hour; a sweep over a million terms lives on this. */
const OFFSETS = new Map<number, number>();
const OFFSETS_KEPT = 50_000;

/** The Almaty day an instant belongs to. */
export function almatyDate(instant: number): CalendarDate {
  return fromDayNumber(Math.floor(wallClock(instant) / DAY));
}

/** The Almaty calendar year of an instant; claim numbers count within it. */
export function almatyYear(instant: number): number {
  return Number(almatyDate(instant).slice(0, 4));
}

/** Minutes after midnight on the Almaty wall clock, for cut-off times. */
export function almatyMinutes(instant: number): number {
  return Math.floor((((wallClock(instant) % DAY) + DAY) % DAY) / MINUTE);
}

/** `HH:MM` on the Almaty wall clock. */
export function almatyTime(instant: number): string {
  const minutes = almatyMinutes(instant);
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

/** The first instant of an Almaty day, right also for days of 23 or 25 hours. */
export function startOfDay(date: CalendarDate): number {
  const midnightUtc = toDayNumber(date) * DAY;
  const offsets = [almatyOffset(midnightUtc - DAY / 2), almatyOffset(midnightUtc + DAY / 2)];
  const candidates = offsets
    .map((offsetMs) => midnightUtc - offsetMs)
    .filter((at) => almatyDate(at) === date);
  return Math.min(...candidates);
}

/**
 * `HH:MM` of an Almaty day as an instant. Meant for business hours: in an hour that a change of offset repeats
 * the first one is taken.
 */
export function atLocalTime(date: CalendarDate, time: string): number {
  return startOfDay(date) + parseTime(time) * MINUTE;
}

/** Minutes after midnight of `HH:MM`; `24:00` is the end of the day. */
export function parseTime(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/**
 * Refuses to run on zone data from before 2024: Debian 12's own ICU still gives Almaty +06:00, and every due
 * date would be an hour wrong.
 * @param offsetAt - offset of Almaty at an instant, in milliseconds; given in tests only
 * @throws Error with a text for the operator
 */
export function assertAlmatyZone(offsetAt: (instant: number) => number = almatyOffset): void {
  const before = offsetAt(Date.UTC(2024, 1, 29, 17, 59, 59)) / HOUR;
  const after = offsetAt(Date.UTC(2024, 2, 1)) / HOUR;
  if (before === 6 && after === 5) return;
  throw new Error(
    `This Node.js has outdated time zone data: ${ALMATY} must be UTC+6 until 29 February 2024 and UTC+5 from ` +
      `1 March 2024, but here it is UTC+${before} and UTC+${after}. Due dates would be wrong. ` +
      'Use an official Node.js 20.19 or newer build (its ICU is built in), or update the system package tzdata/icu.',
  );
}

/** Offset of Almaty from UTC at an instant, in milliseconds. */
export function almatyOffset(instant: number): number {
  const hour = Math.floor(instant / HOUR);
  const known = OFFSETS.get(hour);
  if (known !== undefined) return known;
  if (OFFSETS.size >= OFFSETS_KEPT) OFFSETS.clear();
  const offset = askZone(hour * HOUR);
  OFFSETS.set(hour, offset);
  return offset;
}

/** Local time written as if it were UTC. */
function wallClock(instant: number): number {
  return instant + almatyOffset(instant);
}

function askZone(fullHour: number): number {
  const found = new Map(PARTS.formatToParts(fullHour).map(({ type, value }) => [type, value]));
  const part = (type: Intl.DateTimeFormatPartTypes) => found.get(type) ?? '';
  const date = `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
  const seconds = Number(part('hour')) * 3600 + Number(part('minute')) * 60 + Number(part('second'));
  return toDayNumber(date) * DAY + seconds * 1000 - fullHour;
}
