import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { formatDay, weekday } from '../shared/format';
import { useLanguage } from '../shared/useLanguage';
import { kindOfDay, lookOfDay } from './dayLooks';
import { weeksOf } from './monthDays';
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
  const translate = useTranslate();
  const language = useLanguage();
  const weeks = weeksOf(year, month);
  const title = translate(`calendar.month.${String(month)}`);
  return (
    <Box>
      <Typography variant="h6" component="h3" sx={{ mb: 0.5 }}>
        {title}
      </Typography>
      <Box role="table" aria-label={`${title} ${String(year)}`}>
        <Row header>
          {/* 5 January 2026 was a Monday. */}
          {[5, 6, 7, 8, 9, 10, 11].map((day) => (
            <Typography
              key={day}
              role="columnheader"
              variant="caption"
              color="text.secondary"
              sx={{ textAlign: 'center', py: 0.5 }}
            >
              {weekday(`2026-01-${String(day).padStart(2, '0')}`, language)}
            </Typography>
          ))}
        </Row>
        {weeks.map((week, index) => (
          <Row key={index}>
            {week.map((day, column) => (
              <Box role="cell" key={day ?? `x${String(column)}`}>
                {day ? (
                  <Day
                    day={day}
                    column={column}
                    special={special.get(day)}
                    isToday={day === today}
                    isPicked={day === picked}
                    label={labelOf(day, special.get(day), language)}
                    onPick={onPick}
                  />
                ) : null}
              </Box>
            ))}
          </Row>
        ))}
      </Box>
    </Box>
  );
};

function labelOf(day: string, special: SpecialDay | undefined, language: 'kk' | 'ru' | 'en'): string {
  return [formatDay(day, language), special ? nameOfDay(special, language) : ''].filter(Boolean).join(', ');
}

const Row = ({ header, children }: { header?: boolean; children: React.ReactNode }) => (
  <Box
    role="row"
    sx={{ display: 'grid', gridTemplateColumns: 'repeat(7, 1fr)', gap: '2px', mb: header ? 0 : '2px' }}
  >
    {children}
  </Box>
);

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
