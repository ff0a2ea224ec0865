import ChevronLeftOutlined from '@mui/icons-material/ChevronLeftOutlined';
import ChevronRightOutlined from '@mui/icons-material/ChevronRightOutlined';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import type { CalendarYear } from '../calendar-days/types';
import type { YearEdit } from './types';

interface Props {
  year: number;
  years: readonly CalendarYear[];
  edit: YearEdit | undefined;
  /** A draft is being looked at: nothing else is changed meanwhile. */
  locked: boolean;
  onYear: (year: number) => void;
  onState: (state: YearEdit['state'] | null) => void;
}

/** The year, whether it is published, and the act that changes that; one year beyond the last can be begun. */
export const YearBar = ({ year, years, edit, locked, onYear, onState }: Props) => {
  const translate = useTranslate();
  const known = years.map((each) => each.year);
  const facts = years.find((each) => each.year === year);
  const now = edit?.state ?? facts?.state;
  const wanted = now === 'published' ? 'provisional' : 'published';
  return (
    <>
      <IconButton
        aria-label={translate('calendar.previous')}
        disabled={known.length > 0 && year <= Math.min(...known)}
        onClick={() => {
          onYear(year - 1);
        }}
      >
        <ChevronLeftOutlined />
      </IconButton>
      <Typography variant="h3" component="h2" aria-live="polite" sx={{ fontVariantNumeric: 'tabular-nums' }}>
        {year}
      </Typography>
      <IconButton
        aria-label={translate('calendar.next')}
        disabled={known.length > 0 && year > Math.max(...known)}
        onClick={() => {
          onYear(year + 1);
        }}
      >
        <ChevronRightOutlined />
      </IconButton>
      {facts ? (
        <Chip
          size="small"
          variant="outlined"
          color={facts.state === 'published' ? 'success' : 'warning'}
          label={translate(`calendar.state.${facts.state}`, { version: facts.calendarVersion })}
        />
      ) : null}
      {locked ? null : (
        <Button
          size="small"
          onClick={() => {
            onState(edit ? null : wanted);
          }}
        >
          {edit ? translate('calendarEditor.keepYear') : translate(`calendarEditor.make.${wanted}`)}
        </Button>
      )}
    </>
  );
};
