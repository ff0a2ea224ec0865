import { atLocalTime, startOfDay } from './almaty-time';
import { createCalendar } from './calendar';
import { calculateDeadline } from './deadlines';
import { escalationSteps, isWorkingHour, toldOf } from './escalation';
import { KZ_CALENDAR_DAYS, KZ_CALENDAR_YEARS } from './kz-calendar-seed';
import { DEFAULT_LEGAL_SETTINGS } from './legal-settings';

const calendar = createCalendar(KZ_CALENDAR_DAYS, KZ_CALENDAR_YEARS);
const settings = DEFAULT_LEGAL_SETTINGS;
const at = (text: string) => Date.parse(`${text}+05:00`);
const stepsOf = (received: string) =>
  escalationSteps(calculateDeadline(at(received), 'refusal', calendar, settings), calendar, settings).map(
    ({ step, at: moment }) => [step, new Date(moment + 5 * 3_600_000).toISOString().slice(0, 16)],
  );

it('warns two working days and one working day before, at the target, at the breach and two working days after', () => {
  expect(stepsOf('2026-11-23T10:15:00')).toEqual([
    ['first', '2026-12-01T09:00'],
    ['second', '2026-12-02T09:00'],
    ['target', '2026-12-03T17:00'],
    ['breach', '2026-12-04T00:00'],
    ['overdue', '2026-12-07T09:00'],
  ]);
});

it('counts back over a long weekend, and puts the target before a last day that rolled', () => {
  // Day 10 is Saturday 9 January, the term rolls to Monday 11; the 7th is a holiday.
  expect(stepsOf('2026-12-30T16:00:00')).toEqual([
    ['first', '2027-01-06T09:00'],
    ['second', '2027-01-08T09:00'],
    ['target', '2027-01-08T17:00'],
    ['breach', '2027-01-12T00:00'],
    ['overdue', '2027-01-13T09:00'],
  ]);
});

it.each([
  ['2026-11-23T08:59:59', false, 'before they come'],
  ['2026-11-23T09:00:00', true, 'the first minute'],
  ['2026-11-23T17:59:59', true, 'the last'],
  ['2026-11-23T18:00:00', false, 'after they left'],
  ['2026-11-28T11:00:00', false, 'a Saturday'],
  ['2026-12-16T11:00:00', false, 'Independence Day'],
  ['2025-01-05T11:00:00', true, 'a Sunday that works'],
])('knows that at %s work is %s: %s', (text, working) => {
  expect(isWorkingHour(at(text), calendar, settings)).toBe(working);
});

it('keeps the hours in the night when the clock went back', () => {
  expect(isWorkingHour(atLocalTime('2024-02-29', '09:00'), calendar, settings)).toBe(true);
  expect(isWorkingHour(startOfDay('2024-03-01'), calendar, settings)).toBe(false);
});

it('tells the first step to the one who has the claim, later ones to managers too, nobody twice', () => {
  expect(toldOf('first', 'a', ['m', 'n'])).toEqual(['a']);
  expect(toldOf('first', null, ['m', 'n'])).toEqual(['m', 'n']);
  expect(toldOf('breach', 'm', ['m', 'n'])).toEqual(['m', 'n']);
  expect(toldOf('target', 'a', ['m'])).toEqual(['a', 'm']);
});
