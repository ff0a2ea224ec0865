import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Legend } from '../calendar-days/Legend';
import { dayInAlmaty, formatInstant } from '../shared/format';
import { PageTitle } from '../shared/PageTitle';
import { useLanguage } from '../shared/useLanguage';
import { useDaysOf, useOpenChanges, useYears } from './api';
import { ChangePanel } from './ChangePanel';
import { DayForm } from './DayForm';
import { daysAfter, draftOf } from './edits';
import { faultWord } from './faultWords';
import { FileTools } from './FileTools';
import { PreviewPanel } from './PreviewPanel';
import { ProgressPanel } from './ProgressPanel';
import { Reminders } from './Reminders';
import type { Change } from './types';
import { useCalendarEditor } from './useCalendarEditor';
import { YearBar } from './YearBar';
import { YearGrid } from './YearGrid';
import { LoadFault } from '../shared/LoadFault';

/** The calendar in the hands of an administrator: pick days, see what it would do to open claims, publish. */
export const CalendarEditor = () => {
  const translate = useTranslate();
  const [year, setYear] = useState(() => Number(dayInAlmaty(new Date()).slice(0, 4)));
  const [picked, setPicked] = useState<string | null>(null);
  const editor = useCalendarEditor();
  const { stage } = editor;
  const { data: years = [] } = useYears();
  const { data: days, isPending, error, refetch } = useDaysOf(year);
  const edits = stage.at === 'draft' ? stage.change.days : editor.days;
  const known = (day: string) => days?.find((each) => each.day === day);
  const facts = years.find((each) => each.year === year);

  return (
    <>
      <PageTitle
        title={translate('calendarEditor.title')}
        subtitle={translate('calendarEditor.text')}
        actions={<Legend />}
      />
      <Reminders />
      <OpenChanges isIdle={stage.at === 'edits'} onOpen={editor.open} />
      <Box sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: 1, mb: 2 }}>
        <YearBar
          year={year}
          years={years}
          edit={editor.years.find((each) => each.year === year)}
          locked={stage.at !== 'edits'}
          onYear={(next) => {
            setYear(next);
            setPicked(null);
          }}
          onState={(state) => {
            editor.setYear(year, state);
          }}
        />
        <Box sx={{ flex: 1 }} />
        <FileTools year={year} busy={editor.busy} onFile={(file) => void editor.importFile(file)} />
      </Box>
      {facts?.state === 'provisional' ? (
        <Alert severity="warning" sx={{ mb: 2 }}>
          {translate('calendar.provisionalText')}
        </Alert>
      ) : null}
      {years.length > 0 && !facts ? (
        <Alert severity="warning" sx={{ mb: 2 }}>
          {translate('calendarEditor.noYear', { year })}
        </Alert>
      ) : null}
      {error ? <LoadFault message={error.message} onRetry={() => void refetch()} sx={{ mb: 2 }} /> : null}
      {stage.at === 'edits' || editor.faults.length === 0 ? null : (
        <Alert severity="error" sx={{ mb: 2 }}>
          {editor.faults.map((fault) => faultWord(translate, fault)).join(' ')}
        </Alert>
      )}
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          alignItems: 'start',
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) 368px' },
        }}
      >
        {isPending ? (
          <Skeleton variant="rounded" height={640} />
        ) : (
          <YearGrid
            year={year}
            special={daysAfter(days ?? [], edits)}
            edited={new Set(edits.map(({ day }) => day))}
            picked={picked}
            onPick={(day) => {
              if (stage.at === 'edits') setPicked(day);
            }}
          />
        )}
        <Box sx={{ display: 'grid', gap: 2, position: { lg: 'sticky' }, top: 72 }}>
          {stage.at === 'edits' ? (
            <>
              {picked === null ? null : (
                <DayForm
                  key={picked}
                  start={draftOf(picked, editor.days, known(picked))}
                  onKeep={(edit) => {
                    editor.keepDay(edit, known(edit.day));
                    setPicked(null);
                  }}
                  onClose={() => {
                    setPicked(null);
                  }}
                />
              )}
              <ChangePanel
                days={editor.days}
                years={editor.years}
                busy={editor.busy}
                faults={editor.faults}
                onDrop={editor.dropDay}
                onDropYear={(each) => {
                  editor.setYear(each, null);
                }}
                onCheck={(reason) => void editor.check(reason)}
              />
            </>
          ) : null}
          {stage.at === 'draft' ? (
            <PreviewPanel
              key={stage.change.id}
              change={stage.change}
              busy={editor.busy}
              onPublish={() => void editor.publish(stage.change.id)}
              onDiscard={() => void editor.discard(stage.change.id)}
            />
          ) : null}
          {stage.at === 'published' ? (
            <ProgressPanel changeId={stage.changeId} onDone={() => void editor.again()} />
          ) : null}
        </Box>
      </Box>
    </>
  );
};

/** Drafts that somebody has left, and a change that is at work: the way back to them. */
const OpenChanges = ({ isIdle, onOpen }: { isIdle: boolean; onOpen: (change: Change) => void }) => {
  const translate = useTranslate();
  const language = useLanguage();
  const { data = [] } = useOpenChanges();
  if (!isIdle) return null;
  return data.map((change) => (
    <Alert
      key={change.id}
      severity={change.state === 'draft' ? 'info' : 'warning'}
      sx={{ mb: 2 }}
      action={
        <Button
          color="inherit"
          size="small"
          onClick={() => {
            onOpen(change);
          }}
        >
          {translate('app.act.open')}
        </Button>
      }
    >
      {translate(`calendarEditor.open.${change.state}`, {
        reason: change.reason,
        date: formatInstant(change.createdAt, language, 'short'),
      })}
    </Alert>
  ));
};
