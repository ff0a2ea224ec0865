import * as fc from 'fast-check';
import { secondOpinion } from '../testing/second-opinion';
import { almatyDate, startOfDay } from './almaty-time';
import { AUTHORITY_STARTS, type AuthorityTerm } from './authority-terms';
import { type CalendarDayRow, createCalendar } from './calendar';
import { addDays } from './calendar-date';
import { calculateDeadline, DEADLINE_KINDS, type DeadlineRule } from './deadlines';
import { KZ_CALENDAR_DAYS, KZ_CALENDAR_YEARS } from './kz-calendar-seed';
import { DEFAULT_LEGAL_SETTINGS, type LegalSettings } from './legal-settings';

const kz = createCalendar(KZ_CALENDAR_DAYS, KZ_CALENDAR_YEARS);
const HOUR = 3_600_000;
const DAYS: string[] = [];
for (let day = '2023-01-01'; day <= '2027-12-31'; day = addDays(day, 1)) DAYS.push(day);

const instants = fc.integer({
  min: Date.parse('2023-01-01T00:00:00Z'),
  max: Date.parse('2027-12-31T00:00:00Z'),
});
/** Terms that an administrator may give to authorities. */
const authorities: fc.Arbitrary<AuthorityTerm> = fc.record({
  code: fc.constant('court'),
  names: fc.constant({ kk: 'сот', ru: 'суд', en: 'court' }),
  days: fc.integer({ min: 1, max: 90 }),
  unit: fc.constantFrom('calendar', 'working'),
  rollForward: fc.boolean(),
  start: fc.constantFrom(...AUTHORITY_STARTS),
  article: fc.constant('an order'),
  validFrom: fc.constant('2020-01-01'),
  active: fc.constant(true),
} as const);
const kinds: fc.Arbitrary<DeadlineRule> = fc.oneof(fc.constantFrom(...DEADLINE_KINDS), authorities);
/** Every reading of the law that an installation may choose. */
const readings: fc.Arbitrary<LegalSettings> = fc
  .record({
    'tenDay.days': fc.integer({ min: 1, max: 10 }),
    'tenDay.unit': fc.constantFrom('calendar', 'working'),
    'tenDay.rollForward': fc.boolean(),
    'card.workingDays': fc.integer({ min: 1, max: 10 }),
    'mistaken.workingDays': fc.integer({ min: 1, max: 15 }),
    'answer.days': fc.integer({ min: 1, max: 10 }),
    'answer.rollForward': fc.boolean(),
    dayZero: fc.constantFrom('next_day', 'same_day'),
    receivedCutoff: fc.constantFrom('none', '00:00', '18:00', '23:59'),
    receivedOnNonWorkingDay: fc.constantFrom('keep_date', 'next_working_day'),
    endOfTerm: fc.constantFrom('24:00', '18:00'),
    useMovedDays: fc.boolean(),
  } as const)
  .map((chosen) => ({ ...DEFAULT_LEGAL_SETTINGS, ...chosen }));

describe('the second implementation', () => {
  const second = secondOpinion(KZ_CALENDAR_DAYS, DEFAULT_LEGAL_SETTINGS);

  const added = AUTHORITY_STARTS.flatMap((start) =>
    (['calendar', 'working'] as const).map((unit): AuthorityTerm => {
      const names = { kk: 'сот', ru: 'суд', en: 'court' };
      const rest = { names, article: 'an order', validFrom: '2020-01-01', active: true, rollForward: true };
      return { code: `${start}_${unit}`, days: unit === 'calendar' ? 15 : 5, unit, start, ...rest };
    }),
  );
  const rules: [string, DeadlineRule][] = [
    ...DEADLINE_KINDS.map((kind): [string, DeadlineRule] => [kind, kind]),
    ...added.map((term): [string, DeadlineRule] => [term.code, term]),
  ];

  it.each(rules)('agrees on every day of 2023–2027: %s', (_name, kind) => {
    const waits = typeof kind !== 'string' && kind.start === 'next_working_day';
    for (const day of DAYS) {
      for (const receivedAt of [startOfDay(day), startOfDay(addDays(day, 1)) - 1_000]) {
        const { startsOn, dueOn, dueAt } = calculateDeadline(receivedAt, kind, kz, DEFAULT_LEGAL_SETTINGS);
        expect({ receivedAt, startsOn, dueOn, dueAt }).toEqual({ receivedAt, ...second(receivedAt, kind) });
        if (!waits) expect(startsOn).toBe(day);
      }
    }
  });

  it('agrees under every reading of the law', () => {
    fc.assert(
      fc.property(instants, kinds, readings, (receivedAt, kind, settings) => {
        const { startsOn, dueOn, dueAt } = calculateDeadline(receivedAt, kind, kz, settings);
        expect({ startsOn, dueOn, dueAt }).toEqual(
          secondOpinion(KZ_CALENDAR_DAYS, settings)(receivedAt, kind),
        );
      }),
      { numRuns: 400 },
    );
  });
});

it('ends on a working day, unless the reading says that a term does not roll forward', () => {
  fc.assert(
    fc.property(instants, kinds, readings, (receivedAt, kind, settings) => {
      const { dueOn } = calculateDeadline(receivedAt, kind, kz, settings);
      const rolls =
        typeof kind !== 'string'
          ? kind.unit === 'working' || kind.rollForward
          : kind === 'answer'
            ? settings['answer.rollForward']
            : kind !== 'refusal' || settings['tenDay.unit'] === 'working' || settings['tenDay.rollForward'];
      if (rolls) expect(kz.status(dueOn, settings.useMovedDays).working).toBe(true);
    }),
  );
});

it('never gives what arrived later an earlier date, under any reading', () => {
  fc.assert(
    fc.property(
      instants,
      fc.integer({ min: 0, max: 30 * 24 * HOUR }),
      kinds,
      readings,
      (at, later, kind, reading) => {
        const [first, second] = [at, at + later].map((each) => calculateDeadline(each, kind, kz, reading));
        expect(second!.dueAt).toBeGreaterThanOrEqual(first!.dueAt);
        expect(second!.dueOn >= first!.dueOn).toBe(true);
      },
    ),
    { numRuns: 1_000 },
  );
});

it('never makes a date earlier when a day off is added, nor later when one is taken away', () => {
  /** Days from the receipt on, so that the term meets them. */
  const offsets = fc.uniqueArray(fc.integer({ min: 0, max: 16 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(instants, offsets, kinds, readings, (receivedAt, added, kind, settings) => {
      const daysOff = added
        .map((count) => addDays(almatyDate(receivedAt), count))
        .filter((day) => !KZ_CALENDAR_DAYS.some((row) => row.day === day))
        .map(dayOff);
      const fuller = createCalendar([...KZ_CALENDAR_DAYS, ...daysOff], KZ_CALENDAR_YEARS);
      const due = (calendar: typeof kz) => calculateDeadline(receivedAt, kind, calendar, settings).dueAt;
      expect(due(fuller)).toBeGreaterThanOrEqual(due(kz));
    }),
    { numRuns: 300 },
  );
});

describe('29 February 2024, a day of 25 hours', () => {
  const start = Date.parse('2024-02-29T00:00:00+06:00');

  it('is one day for whatever arrives in it, also in the hour that came twice', () => {
    const all = Array.from({ length: 25 }, (_, hour) =>
      calculateDeadline(start + hour * HOUR, 'card_refund', kz, DEFAULT_LEGAL_SETTINGS),
    );
    expect(new Set(all.map(({ startsOn, dueOn }) => `${startsOn} ${dueOn}`))).toEqual(
      new Set(['2024-02-29 2024-03-05']),
    );
    const next = calculateDeadline(start + 25 * HOUR, 'card_refund', kz, DEFAULT_LEGAL_SETTINGS);
    expect(next).toMatchObject({ startsOn: '2024-03-01', dueOn: '2024-03-06' });
  });

  it('ends at 18:59:59Z, an hour later than 24 hours would say', () => {
    const received = Date.parse('2024-02-26T12:00:00+06:00');
    const { dueOn, dueAt } = calculateDeadline(received, 'card_refund', kz, DEFAULT_LEGAL_SETTINGS);
    expect(dueOn).toBe('2024-02-29');
    expect(new Date(dueAt).toISOString()).toBe('2024-02-29T19:00:00.000Z');
    expect(dueAt - startOfDay(dueOn)).toBe(25 * HOUR);
  });
});

function dayOff(day: string): CalendarDayRow {
  return { day, kind: 'day_off', nameKk: 'демалыс', nameRu: 'выходной', nameEn: 'day off' };
}
