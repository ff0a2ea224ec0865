import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useCanAccess, useGetList, useRecordContext, useTranslate, type RaRecord } from 'react-admin';
import { RecordList } from '../records/RecordList';
import { Dot } from '../shared/StateField';
import { useSend } from '../shared/useSend';

interface Job extends RaRecord {
  id: string;
  kind: string;
  state: 'ready' | 'done' | 'dead';
  tries: number;
  lastError: string | null;
}

const STATES = ['ready', 'done', 'dead'] as const;
const LOOKS: Record<string, ['ring' | 'half' | 'full', string]> = {
  ready: ['half', 'received'],
  done: ['full', 'resolved'],
  dead: ['ring', 'rejected'],
};

/** Work in the background; what was given up for good can be run again. */
export const JobList = () => {
  const translate = useTranslate();
  return (
    <RecordList
      name="jobs"
      above={<GivenUp />}
      sort={{ field: 'createdAt', order: 'DESC' }}
      filters={[{ kind: 'choice', field: 'state', values: STATES, words: 'job.state' }]}
      rowClick="expand"
      expand={<JobDetails />}
      columns={[
        {
          source: 'kind',
          render: ({ kind }) =>
            translate(`job.kind.${String(kind).replace(/\W/g, '_')}`, { _: String(kind) }),
          card: 'title',
        },
        { source: 'state', render: ({ state }) => <JobState state={String(state)} />, card: 'line' },
        { source: 'tries', card: 'foot' },
        { source: 'createdAt', as: 'instant', card: 'foot' },
        { source: 'runAt', as: 'instant' },
        { source: 'lastError', unsorted: true, width: 260 },
      ]}
    />
  );
};

const JobState = ({ state }: { state: string }) => {
  const translate = useTranslate();
  const [shape, colour] = LOOKS[state] ?? ['ring', 'withdrawn'];
  return (
    <Dot shape={shape} colour={(theme) => theme.palette.claimState[colour] ?? theme.palette.text.secondary}>
      {translate(`job.state.${state}`, { _: state })}
    </Dot>
  );
};

/** Says how much work lies dead; nobody finds that out by scrolling. */
const GivenUp = () => {
  const translate = useTranslate();
  const { total } = useGetList<Job>('jobs', {
    filter: { state: 'dead' },
    pagination: { page: 1, perPage: 1 },
    sort: { field: 'createdAt', order: 'DESC' },
  });
  if (!total) return null;
  return (
    <Alert severity="error" sx={{ mb: 2 }}>
      {translate('job.givenUp', { smart_count: total })}
    </Alert>
  );
};

/** What went wrong last, whole, and the second chance. */
const JobDetails = () => {
  const job = useRecordContext<Job>();
  const translate = useTranslate();
  const { canAccess } = useCanAccess({ resource: 'jobs', action: 'retry' });
  const { send, busy } = useSend('job.again');
  if (!job) return null;
  return (
    <Box sx={{ p: 2, bgcolor: 'background.sunken' }}>
      <Typography variant="subtitle2" component="h3">
        {translate('records.field.lastError')}
      </Typography>
      <Typography
        variant="caption"
        component="pre"
        sx={{ m: 0, mt: 0.5, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', fontFamily: 'monospace' }}
      >
        {job.lastError ?? '—'}
      </Typography>
      {job.state === 'dead' && canAccess ? (
        <Button
          variant="contained"
          size="small"
          sx={{ mt: 1.5 }}
          loading={busy}
          onClick={() => void send(`/api/jobs/${encodeURIComponent(job.id)}/retry`)}
        >
          {translate('records.jobs.retry')}
        </Button>
      ) : null}
      {job.state === 'dead' && !canAccess ? (
        <Typography variant="body2" color="text.secondary" sx={{ mt: 1 }}>
          {translate('job.askAdmin')}
        </Typography>
      ) : null}
    </Box>
  );
};
