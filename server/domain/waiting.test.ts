import { createCalendar } from './calendar';
import { KZ_CALENDAR_DAYS, KZ_CALENDAR_YEARS } from './kz-calendar-seed';
import { DEFAULT_LEGAL_SETTINGS } from './legal-settings';
import { beginWaiting, mayCloseOn, nextWaitingStep, waitingEffects, type Waiting } from './waiting';

const calendar = createCalendar(KZ_CALENDAR_DAYS, KZ_CALENDAR_YEARS);
const settings = DEFAULT_LEGAL_SETTINGS;
const at = (text: string) => Date.parse(`${text}+05:00`);
const asked = beginWaiting(at('2026-11-23T15:00'), ['id_copy']);
const next = (waiting: Waiting, now = at('2026-11-23T15:00')) => {
  const step = nextWaitingStep(waiting, calendar, settings, now);
  return step && `${step.step} ${new Date(step.at + 5 * 3_600_000).toISOString().slice(0, 16)}`;
};

it('reminds twice, then warns, always on a working morning', () => {
  // Day 5 is Saturday 28 November; day 10 is Thursday; day 20 is Sunday 13 December.
  expect(next(asked)).toBe('remind 2026-11-30T09:00');
  expect(next({ ...asked, reminders: [1] })).toBe('remind 2026-12-03T09:00');
  expect(next({ ...asked, reminders: [1, 2] })).toBe('warn 2026-12-14T09:00');
  expect(next({ ...asked, reminders: [1, 2], warnedAt: 3 })).toBeNull();
});

it('leaves reminders out when the warning is due already', () => {
  expect(next(asked, at('2026-12-14T09:00'))).toBe('warn 2026-12-14T09:00');
  expect(next(asked, at('2026-12-14T08:59'))).toBe('remind 2026-11-30T09:00');
});

it('lets nobody close before the customer was warned, and for as long after a late warning', () => {
  expect(mayCloseOn(asked, settings)).toBeNull();
  expect(mayCloseOn({ ...asked, warnedAt: at('2026-12-10T09:00') }, settings)).toBe('2026-12-23');
  expect(mayCloseOn({ ...asked, warnedAt: at('2027-01-11T09:00') }, settings)).toBe('2027-01-21');
});

it('tells what waiting and closing do to each term, by the settings', () => {
  expect(waitingEffects(settings)).toEqual([
    { kind: 'refund_10_days', waiting: 'runs', closing: 'ends' },
    { kind: 'card_refund_3_working_days', waiting: 'starts_when_complete', closing: 'ends' },
    { kind: 'answer_10_days', waiting: 'runs', closing: 'answered' },
  ]);
  const others = {
    ...settings,
    'start.tenDay': 'complete_application',
    'waiting.closingEndsRefund': false,
    'waiting.closingAnswers': false,
  } as const;
  expect(waitingEffects(others).map(({ waiting, closing }) => `${waiting} ${closing}`)).toEqual([
    'starts_when_complete runs',
    'starts_when_complete runs',
    'runs runs',
  ]);
});
