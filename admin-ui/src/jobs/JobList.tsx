import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import {
  LinkBase,
  useCanAccess,
  useGetList,
  useRecordContext,
  useTranslate,
  type RaRecord,
} from 'react-admin';
import { RecordList } from '../records/RecordList';
import { LocalDate } from '../shared/LocalDateField';
import { Dot } from '../shared/StateField';
import { useSend } from '../shared/useSend';

interface Job extends RaRecord {
  id: string;
  kind: string;
  state: 'ready' | 'done' | 'dead';
  tries: number;
  runAt: string;
  lastError: string | null;
  /** A worker has it in hand. */
  running: boolean;
  /** Comes again by itself. */
  recurring: boolean;
  /** Money waits for it. */
  money: boolean;
  /** Waits for a person: given up, or failing again and again. */
  troubled: boolean;
}

const STATES = ['ready', 'done', 'dead'] as const;
const LOOKS: Record<string, ['ring' | 'half' | 'full', string]> = {
  ready: ['half', 'received'],
  done: ['full', 'resolved'],
  dead: ['ring', 'rejected'],
  running: ['half', 'in_review'],
  failing: ['ring', 'rejected'],
};

/** Work in the background; what was given up for good can be run again. */
export const JobList = () => {
  const translate = useTranslate();
  return (
    <RecordList
      name="jobs"
      above={<GivenUp />}
      sort={{ field: 'createdAt', order: 'DESC' }}
      filters={[
        { kind: 'flag', field: 'troubled', words: 'job.troubled', label: 'job.troubled.label' },
        { kind: 'choice', field: 'state', values: STATES, words: 'job.state' },
      ]}
      rowClick="expand"
      expand={<JobDetails />}
      columns={[
        {
          source: 'kind',
          render: ({ kind }) =>
            translate(`job.kind.${String(kind).replace(/\W/g, '_')}`, { _: String(kind) }),
          card: 'title',
        },
        { source: 'state', render: (job) => <JobState job={job as Job} />, card: 'line' },
        { source: 'tries', card: 'foot' },
        { source: 'createdAt', as: 'instant', card: 'foot' },
        { source: 'runAt', label: 'job.next', render: (job) => <NextRun job={job as Job} />, card: 'foot' },
        { source: 'lastError', unsorted: true, width: 260 },
      ]}
    />
  );
};

/** Its state in a word; work that comes again and fails again says so. */
const JobState = ({ job: { state, running, troubled } }: { job: Job }) => {
  const translate = useTranslate();
  const word = state === 'ready' ? (troubled ? 'failing' : running ? 'running' : 'ready') : state;
  const [shape, colour] = LOOKS[word] ?? ['ring', 'withdrawn'];
  return (
    <Dot shape={shape} colour={(theme) => theme.palette.claimState[colour] ?? theme.palette.text.secondary}>
      {translate(`job.now.${word}`, { _: word })}
    </Dot>
  );
};

/** When it is tried next; nothing for what is done or given up. */
const NextRun = ({ job: { state, runAt } }: { job: Job }) =>
  state === 'ready' ? <LocalDate value={runAt} showTime /> : <>—</>;

const TROUBLED = `/jobs?${new URLSearchParams({ filter: JSON.stringify({ troubled: true }), page: '1' }).toString()}`;

/** Says how much work lies dead; nobody finds that out by scrolling. */
const GivenUp = () => {
  const translate = useTranslate();
  const { total } = useGetList<Job>('jobs', {
    filter: { troubled: true },
    pagination: { page: 1, perPage: 1 },
    sort: { field: 'createdAt', order: 'DESC' },
  });
  if (!total) return null;
  return (
    <Alert
      severity="error"
      sx={{ mb: 2 }}
      action={
        <Button color="inherit" size="small" component={LinkBase} to={TROUBLED}>
          {translate('job.show')}
        </Button>
      }
    >
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
      <Typography variant="subtitle2" component="h2">
        {translate('records.field.lastError')}
      </Typography>
      <Typography
        variant="caption"
        component="pre"
        sx={{ m: 0, mt: 0.5, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', fontFamily: 'monospace' }}
      >
        {job.lastError ?? '—'}
      </Typography>
      <Typography variant="body2" sx={{ mt: 1 }}>
        {translate('job.tried', { smart_count: job.tries })}
        {job.money ? ` ${translate('job.money')}` : ''}
      </Typography>
      {job.troubled && canAccess ? (
        <Button
          variant="contained"
          size="small"
          sx={{ mt: 1.5 }}
          loading={busy}
          onClick={() =>
            void send(`/api/jobs/${encodeURIComponent(job.id)}/retry`, { commandId: crypto.randomUUID() })
          }
        >
          {translate('records.jobs.retry')}
        </Button>
      ) : null}
      {job.troubled && !canAccess ? (
        <Typography variant="body2" color="text.secondary" sx={{ mt: 1 }}>
          {translate('job.askAdmin')}
        </Typography>
      ) : null}
    </Box>
  );
};
