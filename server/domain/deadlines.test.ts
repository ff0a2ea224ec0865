import * as fc from 'fast-check';
import { almatyDate, startOfDay } from './almaty-time';
import { createCalendar } from './calendar';
import { calculateDeadline, type DeadlineKind } from './deadlines';
import { KZ_CALENDAR_DAYS, KZ_CALENDAR_YEARS } from './kz-calendar-seed';
import { DEFAULT_LEGAL_SETTINGS, type LegalSettings } from './legal-settings';

const kz = createCalendar(KZ_CALENDAR_DAYS, KZ_CALENDAR_YEARS);
const deadline = (
  received: string | number,
  kind: DeadlineKind,
  changed: Partial<LegalSettings> = {},
  calendar = kz,
) =>
  calculateDeadline(typeof received === 'number' ? received : Date.parse(received), kind, calendar, {
    ...DEFAULT_LEGAL_SETTINGS,
    ...changed,
  });
const last = (iso: string) => Date.parse(iso) + 1000;

describe('the worked examples of the reference', () => {
  it.each([
    [
      1,
      '2026-11-23T10:15:00+05:00',
      '2026-12-03T23:59:59+05:00',
      '2026-11-26T23:59:59+05:00',
      'an ordinary Monday',
    ],
    [
      2,
      '2026-11-25T11:00:00+05:00',
      '2026-12-07T23:59:59+05:00',
      '2026-11-30T23:59:59+05:00',
      'day 10 is a Saturday',
    ],
    [
      3,
      '2026-11-27T19:40:00+05:00',
      '2026-12-07T23:59:59+05:00',
      '2026-12-02T23:59:59+05:00',
      'Friday after hours',
    ],
    [4, '2026-11-28T12:00:00+05:00', '2026-12-08T23:59:59+05:00', '2026-12-02T23:59:59+05:00', 'a Saturday'],
    [
      5,
      '2026-11-24T23:59:59+05:00',
      '2026-12-04T23:59:59+05:00',
      '2026-11-27T23:59:59+05:00',
      'the last second',
    ],
    [6, '2026-11-24T19:00:00Z', '2026-12-07T23:59:59+05:00', '2026-11-30T23:59:59+05:00', 'one second later'],
    [
      7,
      '2026-12-14T09:00:00+05:00',
      '2026-12-24T23:59:59+05:00',
      '2026-12-18T23:59:59+05:00',
      'Independence Day',
    ],
    [
      8,
      '2026-12-30T16:00:00+05:00',
      '2027-01-11T23:59:59+05:00',
      '2027-01-06T23:59:59+05:00',
      'the year ends',
    ],
    [
      9,
      '2024-12-30T14:00:00+05:00',
      '2025-01-09T23:59:59+05:00',
      '2025-01-06T23:59:59+05:00',
      'a Sunday works',
    ],
    [10, '2026-03-18T10:00:00+05:00', '2026-03-30T23:59:59+05:00', '2026-03-26T23:59:59+05:00', 'Nauryz'],
    [
      11,
      '2024-05-03T15:00:00+05:00',
      '2024-05-13T23:59:59+05:00',
      '2024-05-10T23:59:59+05:00',
      'a Saturday works',
    ],
    [12, '2026-05-25T10:00:00+05:00', '2026-06-04T23:59:59+05:00', '2026-05-29T23:59:59+05:00', 'Kurban Ait'],
    [
      13,
      '2024-06-14T10:00:00+05:00',
      '2024-06-24T23:59:59+05:00',
      '2024-06-19T23:59:59+05:00',
      '17 June works',
    ],
    [
      14,
      '2024-02-26T12:00:00+06:00',
      '2024-03-07T23:59:59+05:00',
      '2024-02-29T23:59:59+05:00',
      'a day of 25 hours',
    ],
    [
      15,
      '2024-02-29T23:30:00+06:00',
      '2024-03-11T23:59:59+05:00',
      '2024-03-05T23:59:59+05:00',
      'the repeated hour',
    ],
    [
      16,
      '2026-08-27T10:00:00+05:00',
      '2026-09-07T23:59:59+05:00',
      '2026-09-01T23:59:59+05:00',
      'no Constitution Day',
    ],
    [
      17,
      '2025-06-28T08:00:00+05:00',
      '2025-07-08T23:59:59+05:00',
      '2025-07-02T23:59:59+05:00',
      'Capital Day moves',
    ],
  ])('%d: %s is due %s and %s (%s)', (_number, received, ten, threeWorkingDays) => {
    expect(deadline(received, 'refusal').dueAt).toBe(last(ten));
    expect(deadline(received, 'card_refund').dueAt).toBe(last(threeWorkingDays));
    expect(deadline(received, 'mistaken').dueAt).toBe(last(threeWorkingDays));
    expect(deadline(received, 'answer').dueAt).toBe(last(ten));
    expect(deadline(received, 'refusal').dueOn).toBe(ten.slice(0, 10));
  });
});

it('tells the term day by day', () => {
  const { trace, startsOn, dueOn } = deadline('2024-12-30T14:00:00+05:00', 'card_refund');
  expect([startsOn, dueOn]).toEqual(['2024-12-30', '2025-01-06']);
  expect(
    trace.map(({ day, counted, number, working, reason }) => [day, counted, number ?? 0, working, reason]),
  ).toEqual([
    ['2024-12-30', false, 0, true, 'day_zero'],
    ['2024-12-31', true, 1, true, 'counted'],
    ['2025-01-01', false, 0, false, 'holiday'],
    ['2025-01-02', false, 0, false, 'holiday'],
    ['2025-01-03', false, 0, false, 'moved_day_off'],
    ['2025-01-04', false, 0, false, 'weekend'],
    ['2025-01-05', true, 2, true, 'working_weekend'],
    ['2025-01-06', true, 3, true, 'counted'],
  ]);
  expect(trace[2]?.name).toEqual({ kk: 'Жаңа жыл', ru: 'Новый год', en: 'New Year' });
});

it('tells why a last day rolled forward, and keeps the internal target before it', () => {
  const found = deadline('2026-11-25T11:00:00+05:00', 'refusal');
  expect(found.trace.slice(-3).map(({ day, counted, reason }) => [day, counted, reason])).toEqual([
    ['2026-12-05', true, 'counted'],
    ['2026-12-06', false, 'weekend'],
    ['2026-12-07', false, 'rolled_forward'],
  ]);
  expect(found.internalTargetAt).toBe(Date.parse('2026-12-04T17:00:00+05:00'));
  expect(found.latestSafeAt).toBe(Date.parse('2026-12-04T17:00:00+05:00'));
  expect(deadline('2026-11-25T11:00:00+05:00', 'card_refund')).toMatchObject({
    internalTargetAt: Date.parse('2026-11-30T17:00:00+05:00'),
    latestSafeAt: Date.parse('2026-11-27T17:00:00+05:00'),
  });
});

it('says when the calendar is not published, and which versions it read', () => {
  expect(deadline('2026-12-30T16:00:00+05:00', 'refusal')).toMatchObject({
    provisional: true,
    calendarVersion: '2026.1+2027.1',
  });
  expect(deadline('2026-11-23T10:15:00+05:00', 'refusal')).toMatchObject({
    provisional: false,
    calendarVersion: '2026.1',
  });
  expect(deadline('2031-11-20T10:15:00+05:00', 'refusal')).toMatchObject({
    provisional: true,
    calendarVersion: '2031.0',
  });
});

describe('each reading can be set otherwise', () => {
  it.each<[string, string, DeadlineKind, Partial<LegalSettings>, string]>([
    [
      'working days instead of calendar days',
      '2026-11-23T10:00:00+05:00',
      'refusal',
      { 'tenDay.unit': 'working' },
      '2026-12-07',
    ],
    [
      'no rolling forward',
      '2026-11-25T10:00:00+05:00',
      'refusal',
      { 'tenDay.rollForward': false },
      '2026-12-05',
    ],
    [
      'the day of receipt counts',
      '2026-11-23T10:00:00+05:00',
      'refusal',
      { dayZero: 'same_day' },
      '2026-12-02',
    ],
    [
      'the day of receipt counts, if it works',
      '2026-11-28T10:00:00+05:00',
      'card_refund',
      { dayZero: 'same_day' },
      '2026-12-02',
    ],
    [
      'a cut-off, before it',
      '2026-11-27T17:59:00+05:00',
      'card_refund',
      { receivedCutoff: '18:00' },
      '2026-12-02',
    ],
    [
      'a cut-off, from it on',
      '2026-11-27T18:00:00+05:00',
      'card_refund',
      { receivedCutoff: '18:00' },
      '2026-12-03',
    ],
    [
      'a cut-off, on a day off: no sooner than the evening before',
      '2026-11-28T10:00:00+05:00',
      'refusal',
      { receivedCutoff: '18:00' },
      '2026-12-10',
    ],
    [
      'Saturday as Monday',
      '2026-11-28T10:00:00+05:00',
      'card_refund',
      { receivedOnNonWorkingDay: 'next_working_day' },
      '2026-12-03',
    ],
    [
      'Saturday as Monday leaves calendar days',
      '2026-11-28T10:00:00+05:00',
      'refusal',
      { receivedOnNonWorkingDay: 'next_working_day' },
      '2026-12-08',
    ],
    [
      'working weekends do not count',
      '2024-12-30T14:00:00+05:00',
      'card_refund',
      { useMovedDays: false },
      '2025-01-08',
    ],
    [
      'a longer term for mistakes',
      '2026-11-23T10:00:00+05:00',
      'mistaken',
      { 'mistaken.workingDays': 5 },
      '2026-11-30',
    ],
    ['fewer days', '2026-11-23T10:00:00+05:00', 'refusal', { 'tenDay.days': 7 }, '2026-11-30'],
  ])('%s', (_reading, received, kind, changed, dueOn) => {
    expect(deadline(received, kind, changed).dueOn).toBe(dueOn);
  });

  it('ends at closing time', () => {
    const found = deadline('2026-11-23T10:00:00+05:00', 'refusal', { endOfTerm: '18:00' });
    expect(found.dueAt).toBe(Date.parse('2026-12-03T18:00:00+05:00'));
  });

  it('never sets the internal target before the term began', () => {
    const found = deadline('2026-11-27T10:00:00+05:00', 'refusal', { 'tenDay.days': 1 });
    expect(found.dueOn).toBe('2026-11-30');
    expect(found.internalTargetAt).toBe(Date.parse('2026-11-30T17:00:00+05:00'));
  });

  it('refuses a term that is none', () => {
    expect(() => deadline('2026-11-27T10:00:00+05:00', 'refusal', { 'tenDay.days': 0 })).toThrow(RangeError);
  });
});

const instant = fc.integer({
  min: Date.parse('2022-12-25T00:00:00Z'),
  max: Date.parse('2028-01-05T00:00:00Z'),
});

it('keeps what every deadline must keep', () => {
  fc.assert(
    fc.property(
      instant,
      fc.constantFrom<DeadlineKind>('refusal', 'card_refund', 'mistaken', 'answer'),
      (received, kind) => {
        const found = deadline(received, kind);
        const term = kind === 'refusal' || kind === 'answer' ? 10 : 3;
        expect(found.startsOn).toBe(almatyDate(received));
        expect(found.dueAt).toBe(
          startOfDay(found.trace.at(-1)!.day) + (found.dueAt - startOfDay(found.dueOn)),
        );
        expect(almatyDate(found.dueAt - 1)).toBe(found.dueOn);
        expect(almatyDate(found.dueAt)).not.toBe(found.dueOn);
        expect(kz.status(found.dueOn).working).toBe(true);
        expect(found.internalTargetAt).toBeLessThan(found.dueAt);
        expect(found.internalTargetAt).toBeGreaterThan(startOfDay(found.startsOn));
        expect(found.latestSafeAt).toBeLessThan(startOfDay(found.dueOn));
        expect(found.trace[0]).toMatchObject({ day: found.startsOn, counted: false, reason: 'day_zero' });
        expect(found.trace.filter(({ counted }) => counted)).toHaveLength(term);
        expect(found.trace.at(-1)?.day).toBe(found.dueOn);
        if (term === 3)
          for (const { counted, working } of found.trace) if (counted) expect(working).toBe(true);
      },
    ),
  );
});

it('never gives a later arrival an earlier date, and three working days from one moment end before ten days', () => {
  fc.assert(
    fc.property(instant, fc.integer({ min: 0, max: 40 * 86_400_000 }), (received, later) => {
      expect(deadline(received + later, 'refusal').dueAt).toBeGreaterThanOrEqual(
        deadline(received, 'refusal').dueAt,
      );
      expect(deadline(received + later, 'card_refund').dueAt).toBeGreaterThanOrEqual(
        deadline(received, 'card_refund').dueAt,
      );
      expect(deadline(received, 'card_refund').dueAt).toBeLessThanOrEqual(
        deadline(received, 'refusal').dueAt,
      );
    }),
  );
});
