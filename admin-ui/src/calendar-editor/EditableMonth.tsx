import ButtonBase from '@mui/material/ButtonBase';
import { useTranslate } from 'react-admin';
import { kindOfDay, lookOfDay } from '../calendar-days/dayLooks';
import { MonthTable } from '../calendar-days/MonthTable';
import { nameOfDay, type SpecialDay } from '../calendar-days/types';
import { formatDay, weekday } from '../shared/format';
import { useLanguage } from '../shared/useLanguage';

interface Props {
  year: number;
  month: number;
  special: ReadonlyMap<string, SpecialDay>;
  edited: ReadonlySet<string>;
  today: string;
  /** The one day that Tab comes to; arrows go on from there. */
  focusDay: string;
  picked: string | null;
  onPick: (day: string) => void;
}

/** One month whose every day can be picked. */
export const EditableMonth = ({ year, month, ...marks }: Props) => (
  <MonthTable
    year={year}
    month={month}
    renderDay={(day, column) => <Day day={day} column={column} {...marks} />}
  />
);

interface DayProps extends Omit<Props, 'year' | 'month'> {
  day: string;
  column: number;
}

const Day = ({ day, column, special, edited, today, focusDay, picked, onPick }: DayProps) => {
  const translate = useTranslate();
  const language = useLanguage();
  const known = special.get(day);
  const isEdited = edited.has(day);
  const label = [
    formatDay(day, language),
    weekday(day, language, 'long'),
    known ? nameOfDay(known, language) : '',
    isEdited ? translate('calendarEditor.changed') : '',
  ];
  return (
    <ButtonBase
      data-day={day}
      tabIndex={day === focusDay ? 0 : -1}
      aria-label={label.filter(Boolean).join(', ')}
      aria-pressed={day === picked}
      aria-current={day === today ? 'date' : undefined}
      onClick={() => {
        onPick(day);
      }}
      sx={(theme) => ({
        height: 28,
        width: '100%',
        borderRadius: '4px',
        fontSize: '0.8125rem',
        fontVariantNumeric: 'tabular-nums',
        fontWeight: known || day === today ? 600 : 400,
        ...lookOfDay(theme, kindOfDay(known, column)),
        ...(day === today && {
          background: theme.palette.primary.main,
          color: theme.palette.primary.contrastText,
        }),
        // What the draft changes stands in a frame; the picked day in a heavier one.
        outline:
          day === picked
            ? `3px solid ${theme.palette.primary.main}`
            : isEdited
              ? `2px solid ${theme.palette.text.primary}`
              : undefined,
      })}
    >
      {Number(day.slice(8))}
    </ButtonBase>
  );
};
