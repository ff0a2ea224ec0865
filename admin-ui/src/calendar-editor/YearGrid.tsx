import Card from '@mui/material/Card';
import { useRef, type KeyboardEvent } from 'react';
import { addDays } from '../../../server/domain/calendar-date';
import type { SpecialDay } from '../calendar-days/types';
import { dayInAlmaty } from '../shared/format';
import { EditableMonth } from './EditableMonth';

interface Props {
  year: number;
  special: ReadonlyMap<string, SpecialDay>;
  edited: ReadonlySet<string>;
  picked: string | null;
  onPick: (day: string) => void;
}

const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** Twelve months; arrow keys walk from day to day and over the ends of months. */
export const YearGrid = ({ year, picked, ...rest }: Props) => {
  const grid = useRef<HTMLDivElement>(null);
  const today = dayInAlmaty(new Date());
  const inYear = (day: string | null): day is string => day?.startsWith(`${String(year)}-`) === true;
  const focusDay = [picked, today].find(inYear) ?? `${String(year)}-01-01`;

  const walk = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = STEPS[event.key];
    const from = (event.target as HTMLElement).dataset.day;
    if (step === undefined || from === undefined) return;
    event.preventDefault();
    grid.current?.querySelector<HTMLElement>(`[data-day="${addDays(from, step)}"]`)?.focus();
  };

  return (
    <Card
      ref={grid}
      onKeyDown={walk}
      sx={{
        p: 2.25,
        display: 'grid',
        columnGap: 4,
        rowGap: 3,
        gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr', md: '1fr 1fr 1fr' },
      }}
    >
      {Array.from({ length: 12 }, (_, month) => (
        <EditableMonth
          key={month}
          year={year}
          month={month + 1}
          today={today}
          focusDay={focusDay}
          picked={picked}
          {...rest}
        />
      ))}
    </Card>
  );
};
