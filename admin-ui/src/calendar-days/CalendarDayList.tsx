import ChevronLeftOutlined from '@mui/icons-material/ChevronLeftOutlined';
import ChevronRightOutlined from '@mui/icons-material/ChevronRightOutlined';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import Chip from '@mui/material/Chip';
import IconButton from '@mui/material/IconButton';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { LinkBase, useCanAccess, useGetList, useTranslate } from 'react-admin';
import { Reminders } from '../calendar-editor/Reminders';
import { WaitingLetters } from '../calendar-editor/WaitingLetters';
import { call } from '../providers/http';
import { dayInAlmaty } from '../shared/format';
import { PageTitle } from '../shared/PageTitle';
import { DayDetails } from './DayDetails';
import { Legend } from './Legend';
import { MonthGrid } from './MonthGrid';
import type { CalendarYear, SpecialDay } from './types';
import { LoadFault } from '../shared/LoadFault';

/** The business calendar, a year at a time: what is off, what works instead, and whether the year is published. */
export const CalendarDayList = () => {
  const translate = useTranslate();
  const { canAccess: canEdit } = useCanAccess({ resource: 'calendar-days', action: 'edit' });
  const { canAccess: maySend } = useCanAccess({ resource: 'calendar-letters', action: 'send' });
  const today = dayInAlmaty(new Date());
  const { data: years = [] } = useQuery({
    queryKey: ['calendar-years'],
    queryFn: async () => (await call<CalendarYear[]>('/api/calendar-years')).json,
    retry: false,
  });
  const [year, setYear] = useState(() => Number(today.slice(0, 4)));
  const [picked, setPicked] = useState<string | null>(null);
  const { data, isPending, error, refetch } = useGetList<SpecialDay>(
    'calendar-days',
    { filter: { year }, pagination: { page: 1, perPage: 100 }, sort: { field: 'day', order: 'ASC' } },
    { retry: false },
  );
  const special = new Map((data ?? []).map((day) => [day.day, day]));
  const facts = years.find((one) => one.year === year);
  const known = years.map((one) => one.year);
  const go = (step: number) => {
    setYear(year + step);
    setPicked(null);
  };
  return (
    <>
      <PageTitle
        title={translate('records.calendar-days.title')}
        subtitle={translate('records.calendar-days.text')}
        actions={<Legend />}
      />
      {canEdit ? <Reminders /> : null}
      {maySend ? <WaitingLetters /> : null}
      <Box sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: 1, mb: 2 }}>
        <IconButton
          aria-label={translate('calendar.previous')}
          disabled={known.length > 0 && year <= Math.min(...known)}
          onClick={() => {
            go(-1);
          }}
        >
          <ChevronLeftOutlined />
        </IconButton>
        <Typography
          variant="h3"
          component="h2"
          aria-live="polite"
          sx={{ fontVariantNumeric: 'tabular-nums' }}
        >
          {year}
        </Typography>
        <IconButton
          aria-label={translate('calendar.next')}
          disabled={known.length > 0 && year >= Math.max(...known)}
          onClick={() => {
            go(1);
          }}
        >
          <ChevronRightOutlined />
        </IconButton>
        {facts ? <YearState facts={facts} /> : null}
        <Box sx={{ flex: 1 }} />
        {canEdit ? (
          <Button variant="outlined" component={LinkBase} to="/calendar-editor">
            {translate('calendarEditor.enter')}
          </Button>
        ) : null}
      </Box>
      {facts?.state === 'provisional' ? (
        <Alert severity="warning" sx={{ mb: 2 }}>
          {translate('calendar.provisionalText')}
        </Alert>
      ) : null}
      {error ? <LoadFault message={error.message} onRetry={() => void refetch()} sx={{ mb: 2 }} /> : null}
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          alignItems: 'start',
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) 320px' },
        }}
      >
        <Card
          sx={{
            p: 2.25,
            display: 'grid',
            columnGap: 4,
            rowGap: 3,
            gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr', md: '1fr 1fr 1fr' },
          }}
        >
          {isPending
            ? Array.from({ length: 12 }, (_, month) => (
                <Skeleton key={month} height={180} variant="rounded" />
              ))
            : Array.from({ length: 12 }, (_, month) => (
                <MonthGrid
                  key={month}
                  year={year}
                  month={month + 1}
                  special={special}
                  today={today}
                  picked={picked}
                  onPick={setPicked}
                />
              ))}
        </Card>
        <DayDetails days={data ?? []} picked={picked} onPick={setPicked} />
      </Box>
    </>
  );
};

const YearState = ({ facts: { state, calendarVersion } }: { facts: CalendarYear }) => {
  const translate = useTranslate();
  return (
    <Chip
      size="small"
      variant="outlined"
      color={state === 'published' ? 'success' : 'warning'}
      label={translate(`calendar.state.${state}`, { version: calendarVersion })}
    />
  );
};
