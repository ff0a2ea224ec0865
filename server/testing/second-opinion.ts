import type { CalendarDayRow } from '../domain/calendar';
import type { DeadlineRule } from '../domain/deadlines';
import type { LegalSettings } from '../domain/legal-settings';

/**
 * Deadlines worked out a second time, by another algorithm and sharing no code with the kernel: instants become
 * local days by the one change of offset that Almaty had, days are positions in a list of whole years with a
 * running count of working days, and a term is found by looking its count up. No trace, no walk, no Intl.
 */
export function secondOpinion(days: readonly CalendarDayRow[], settings: LegalSettings, firstYear = 2022) {
  const line = lineOfDays(days, settings.useMovedDays, firstYear, 8);
  /** Working days up to and including each position. */
  const upTo: number[] = [];
  line.forEach(({ works }, at) => upTo.push((upTo[at - 1] ?? 0) + (works ? 1 : 0)));
  const positions = new Map(line.map(({ day }, at) => [day, at]));
  const nextWorking = (at: number) => upTo.indexOf((upTo[at - 1] ?? 0) + 1, at);

  return (receivedAt: number, rule: DeadlineRule): { startsOn: string; dueOn: string; dueAt: number } => {
    const local = new Date(receivedAt + (receivedAt < CHANGE ? 6 : 5) * HOUR).toISOString();
    const arrived = positions.get(local.slice(0, 10)) ?? NaN;
    const { length, working, rolls } = termOf(rule, settings);
    let start = arrived;
    if (typeof rule !== 'string') {
      if (rule.start === 'next_working_day') start = nextWorking(arrived);
    } else if (settings.receivedCutoff !== 'none') {
      start = nextWorking(local.slice(11, 16) >= settings.receivedCutoff ? arrived + 1 : arrived);
    } else if (working && settings.receivedOnNonWorkingDay === 'next_working_day')
      start = nextWorking(arrived);

    const countsItself =
      typeof rule === 'string' ? settings.dayZero === 'same_day' : rule.start === 'same_day';
    const first = countsItself ? start : start + 1;
    let due = working ? upTo.indexOf((upTo[first - 1] ?? 0) + length, first) : first + length - 1;
    if (rolls && !line[due]?.works) due = nextWorking(due);

    const dueOn = line[due]?.day ?? '';
    const closes = settings.endOfTerm === '24:00' ? midnightAfter(dueOn) : onDay(dueOn, settings.endOfTerm);
    return { startsOn: line[start]?.day ?? '', dueOn, dueAt: closes };
  };
}

const HOUR = 3_600_000;
/** 1 March 2024, 00:00 in Almaty at +05:00 was preceded by 23:00–24:00 twice; the clock went back at this instant. */
const CHANGE = Date.UTC(2024, 1, 29, 18);

function lineOfDays(
  days: readonly CalendarDayRow[],
  useMovedDays: boolean,
  firstYear: number,
  years: number,
) {
  const kinds = new Map(days.map(({ day, kind }) => [day, kind]));
  const line: { day: string; works: boolean }[] = [];
  for (const date = new Date(Date.UTC(firstYear, 0)); date.getUTCFullYear() < firstYear + years;) {
    const day = date.toISOString().slice(0, 10);
    const kind = kinds.get(day);
    const works = kind === 'working_weekend' ? useMovedDays : !kind && date.getUTCDay() % 6 !== 0;
    line.push({ day, works });
    date.setUTCDate(date.getUTCDate() + 1);
  }
  return line;
}

function termOf(kind: DeadlineRule, settings: LegalSettings) {
  if (typeof kind !== 'string')
    return { length: kind.days, working: kind.unit === 'working', rolls: kind.rollForward };
  if (kind === 'card_refund') return { length: settings['card.workingDays'], working: true, rolls: false };
  if (kind === 'mistaken') return { length: settings['mistaken.workingDays'], working: true, rolls: false };
  if (kind === 'answer')
    return { length: settings['answer.days'], working: false, rolls: settings['answer.rollForward'] };
  return {
    length: settings['tenDay.days'],
    working: settings['tenDay.unit'] === 'working',
    rolls: settings['tenDay.rollForward'],
  };
}

/** Offsets are written out: +06:00 up to 29 February 2024, +05:00 from 1 March on. */
function midnightAfter(day: string): number {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return onDay(next.toISOString().slice(0, 10), '00:00');
}

function onDay(day: string, time: string): number {
  return Date.parse(`${day}T${time}:00${day < '2024-03-01' ? '+06:00' : '+05:00'}`);
}
