import { isWeekend } from '../../../server/domain/calendar-date';
import type { SpecialDay } from '../calendar-days/types';
import type { DayEdit, Kind } from './types';

/** What a day can be made: a weekend is off already, and only a weekend can be made to work. */
export function kindsOf(day: string): Kind[] {
  return isWeekend(day)
    ? [null, 'holiday', 'working_weekend']
    : [null, 'holiday', 'day_off', 'moved_day_off'];
}

/** How a day of some kind is called when its order gives it no name of its own; a holiday always has one. */
const NAMES: Record<'day_off' | 'moved_day_off' | 'working_weekend', Names> = {
  day_off: { nameKk: 'Демалыс күні', nameRu: 'Выходной день', nameEn: 'Day off' },
  moved_day_off: {
    nameKk: 'Ауыстырылған демалыс күні',
    nameRu: 'Перенесённый выходной',
    nameEn: 'Moved day off',
  },
  working_weekend: {
    nameKk: 'Жұмыс күні деп белгіленген демалыс',
    nameRu: 'Рабочий день в счёт переноса',
    nameEn: 'Working day in exchange for a day off',
  },
};

type Names = Pick<DayEdit, 'nameKk' | 'nameRu' | 'nameEn'>;

export function namesOf(kind: Kind): Names {
  return kind === null || kind === 'holiday' ? { nameKk: '', nameRu: '', nameEn: '' } : NAMES[kind];
}

/** The form of a day that was picked: what is being changed, else what the calendar says, else an ordinary day. */
export function draftOf(day: string, edits: readonly DayEdit[], known: SpecialDay | undefined): DayEdit {
  const edit = edits.find((each) => each.day === day);
  if (edit) return edit;
  if (!known) return { day, kind: null, ...namesOf(null), source: '' };
  const { kind, nameKk, nameRu, nameEn, source } = known;
  return { day, kind, nameKk, nameRu, nameEn, source };
}

/** The edits with one more: in order, one a day, and none that leaves the day as the calendar has it. */
export function withEdit(edits: readonly DayEdit[], edit: DayEdit, known: SpecialDay | undefined): DayEdit[] {
  const others = edits.filter(({ day }) => day !== edit.day);
  const same =
    edit.kind === null
      ? known === undefined
      : known?.kind === edit.kind &&
        known.nameKk === edit.nameKk &&
        known.nameRu === edit.nameRu &&
        known.nameEn === edit.nameEn;
  return same ? others : [...others, edit].sort((a, b) => a.day.localeCompare(b.day));
}

/** The special days of a year as the edits would leave them. */
export function daysAfter(days: readonly SpecialDay[], edits: readonly DayEdit[]): Map<string, SpecialDay> {
  const after = new Map(days.map((day) => [day.day, day]));
  for (const { kind, ...edit } of edits) {
    if (kind === null) after.delete(edit.day);
    else after.set(edit.day, { ...edit, id: edit.day, kind, confidence: 'high' });
  }
  return after;
}
