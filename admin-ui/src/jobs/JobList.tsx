import Button from '@mui/material/Button';
import { useCanAccess, useTranslate } from 'react-admin';
import { RecordList } from '../shared/RecordList';
import { useSend } from '../shared/useSend';

/** Work in the background; what failed for good can be run again. */
export const JobList = () => {
  const { canAccess } = useCanAccess({ resource: 'jobs', action: 'retry' });
  return (
    <RecordList
      name="jobs"
      sort={{ field: 'createdAt', order: 'DESC' }}
      columns={[
        { source: 'kind' },
        { source: 'state' },
        { source: 'tries' },
        { source: 'runAt', as: 'instant' },
        { source: 'lastError', unsorted: true },
        {
          source: 'id',
          unsorted: true,
          label: 'records.details',
          render: ({ id, state }) => (state === 'dead' && canAccess ? <Retry id={String(id)} /> : null),
        },
      ]}
    />
  );
};

const Retry = ({ id }: { id: string }) => {
  const translate = useTranslate();
  const { send, busy } = useSend();
  return (
    <Button size="small" loading={busy} onClick={() => void send(`/api/jobs/${id}/retry`)}>
      {translate('records.jobs.retry')}
    </Button>
  );
};
