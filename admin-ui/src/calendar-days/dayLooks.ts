import type { Theme } from '@mui/material/styles';
import type { SpecialDay } from './types';

type Kind = SpecialDay['kind'] | 'weekend' | 'working';

/** Ground and figures of a day by what it is; hatched where nothing special makes it free. */
export function lookOfDay(theme: Theme, kind: Kind): { background: string; color: string } {
  const { deadline, text, background } = theme.palette;
  switch (kind) {
    case 'holiday':
    case 'day_off':
      return { background: deadline.overdue.bg, color: deadline.overdue.fg };
    case 'moved_day_off':
      return { background: deadline.soon.bg, color: deadline.soon.fg };
    case 'working_weekend':
      return { background: deadline.met.bg, color: deadline.met.fg };
    case 'weekend':
      return {
        background: `repeating-linear-gradient(135deg, ${background.cell} 0 3px, transparent 3px 6px)`,
        color: text.secondary,
      };
    case 'working':
      return { background: 'transparent', color: text.primary };
  }
}

/** What a day is: what the calendar says of it, else a weekday or the weekend. */
export function kindOfDay(special: SpecialDay | undefined, weekday: number): Kind {
  if (special) return special.kind;
  return weekday >= 5 ? 'weekend' : 'working';
}
