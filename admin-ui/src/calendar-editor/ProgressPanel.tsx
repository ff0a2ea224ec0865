import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { Panel } from '../shared/Panel';
import { useChange } from './api';
import { Figures } from './Figures';
import { Letters } from './Letters';

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
