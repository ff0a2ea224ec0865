import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import { formatDay } from '../shared/format';
import { useLanguage } from '../shared/useLanguage';
import { kindOfDay, lookOfDay } from './dayLooks';
import { MonthTable } from './MonthTable';
import { nameOfDay, type SpecialDay } from './types';

interface Props {
  year: number;
  month: number;
  special: ReadonlyMap<string, SpecialDay>;
  today: string;
  picked: string | null;
  onPick: (day: string) => void;
}

/** One month: ordinary days are figures, special ones can be pressed. */
export const MonthGrid = ({ year, month, special, today, picked, onPick }: Props) => {
  const language = useLanguage();
  return (
    <MonthTable
      year={year}
      month={month}
      renderDay={(day, column) => (
        <Day
          day={day}
          column={column}
          special={special.get(day)}
          isToday={day === today}
          isPicked={day === picked}
          label={labelOf(day, special.get(day), language)}
          onPick={onPick}
        />
      )}
    />
  );
};

function labelOf(day: string, special: SpecialDay | undefined, language: 'kk' | 'ru' | 'en'): string {
  return [formatDay(day, language), special ? nameOfDay(special, language) : ''].filter(Boolean).join(', ');
}

interface DayProps {
  day: string;
  column: number;
  special: SpecialDay | undefined;
  isToday: boolean;
  isPicked: boolean;
  label: string;
  onPick: (day: string) => void;
}

const Day = ({ day, column, special, isToday, isPicked, label, onPick }: DayProps) => {
  const figure = String(Number(day.slice(8)));
  const kind = kindOfDay(special, column);
  const look = {
    height: 28,
    width: '100%',
    borderRadius: '4px',
    fontSize: '0.8125rem',
    fontVariantNumeric: 'tabular-nums',
    fontWeight: special || isToday ? 600 : 400,
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
  } as const;
  if (!special) {
    return (
      <Box
        sx={(theme) => ({
          ...look,
          ...lookOfDay(theme, kind),
          ...(isToday && {
            background: theme.palette.primary.main,
            color: theme.palette.primary.contrastText,
          }),
        })}
      >
        {figure}
      </Box>
    );
  }
  return (
    <ButtonBase
      aria-label={label}
      aria-pressed={isPicked}
      onClick={() => {
        onPick(day);
      }}
      sx={(theme) => ({
        ...look,
        ...lookOfDay(theme, kind),
        outline: isPicked
          ? `2px solid ${theme.palette.text.primary}`
          : isToday
            ? `2px solid ${theme.palette.primary.main}`
            : undefined,
      })}
    >
      {figure}
    </ButtonBase>
  );
};
