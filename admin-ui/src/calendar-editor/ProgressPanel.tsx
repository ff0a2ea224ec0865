import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useCanAccess, useNotify, useTranslate } from 'react-admin';
import { Panel } from '../shared/Panel';
import { calendarApi, useChange, useWaitingLetters } from './api';
import { Figures } from './Figures';

/** A published change at work on the open claims, then what came of it and the letters that wait for a manager. */
export const ProgressPanel = ({ changeId, onDone }: { changeId: string; onDone: () => void }) => {
  const translate = useTranslate();
  const { data: change } = useChange(changeId);
  const isDone = change?.state === 'published';
  if (!change) return null;
  const percent = change.total === 0 ? (isDone ? 100 : 0) : Math.min(100, (change.done / change.total) * 100);
  return (
    <Panel title={translate(isDone ? 'calendarEditor.published' : 'calendarEditor.publishing')}>
      <Box role="status" sx={{ mb: 2 }}>
        <Typography variant="body2" sx={{ mb: 1 }}>
          {translate('calendarEditor.progress', { done: change.done, total: change.total })}
        </Typography>
        <LinearProgress
          variant="determinate"
          value={percent}
          aria-label={translate('calendarEditor.publishing')}
        />
      </Box>
      <Figures
        figures={[
          ['moved', change.moved, false],
          ['earlier', change.earlier, change.earlier > 0],
          ['late', change.late, change.late > 0],
        ]}
      />
      {isDone ? (
        <>
          <Letters changeId={changeId} />
          <Button variant="outlined" onClick={onDone} sx={{ mt: 2 }}>
            {translate('calendarEditor.again')}
          </Button>
        </>
      ) : null}
    </Panel>
  );
};

/** Customers who were told another date; a manager decides about their letters. */
const Letters = ({ changeId }: { changeId: string }) => {
  const translate = useTranslate();
  const notify = useNotify();
  const { canAccess } = useCanAccess({ resource: 'calendar-letters', action: 'send' });
  const { data: waiting = 0, refetch } = useWaitingLetters(changeId, true);
  const [busy, setBusy] = useState(false);
  if (waiting === 0) return null;
  const act = async (what: 'send' | 'drop') => {
    setBusy(true);
    try {
      await calendarApi.letters(changeId, what);
      notify(`calendarEditor.letters.${what}Done`, { type: 'success' });
      await refetch();
    } catch (error) {
      notify(error instanceof Error ? error.message : 'ra.notification.http_error', { type: 'error' });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Alert severity="info" sx={{ mt: 2 }}>
      {translate('calendarEditor.letters.waiting', { smart_count: waiting })}
      {canAccess ? (
        <Box sx={{ display: 'flex', gap: 1, mt: 1 }}>
          <Button size="small" variant="contained" loading={busy} onClick={() => void act('send')}>
            {translate('calendarEditor.letters.send')}
          </Button>
          <Button size="small" disabled={busy} onClick={() => void act('drop')}>
            {translate('calendarEditor.letters.drop')}
          </Button>
        </Box>
      ) : null}
    </Alert>
  );
};
