import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { Pagination, useListContext, useTranslate } from 'react-admin';
import { useNarrow } from '../records/useNarrow';
import { Kbd } from '../shared/Kbd';
import { LoadFault } from '../shared/LoadFault';
import type { Claim } from '../shared/types';
import { QueueCards } from './QueueCards';
import { QueueTable } from './QueueTable';

/** The rows of the queue and its pages; a queue that could not be read is not told as an empty one. */
export const QueueRows = () => {
  const translate = useTranslate();
  const narrow = useNarrow();
  const { data, error, refetch } = useListContext<Claim>();
  const hasRows = data !== undefined && data.length > 0;
  const fault: unknown = error;
  const failed = fault instanceof Error;
  return (
    <>
      {failed ? <LoadFault message={fault.message} onRetry={() => void refetch()} sx={{ m: 2 }} /> : null}
      {failed && !hasRows ? null : narrow ? <QueueCards /> : <QueueTable />}
      {hasRows ? (
        <Box sx={{ display: 'flex', alignItems: 'center', px: 2, borderTop: 1, borderColor: 'divider' }}>
          {narrow ? null : (
            <Typography variant="caption" color="text.secondary">
              <Kbd>J</Kbd> <Kbd>K</Kbd> {translate('claim.queue.rowHint')} <Kbd>Enter</Kbd>{' '}
              {translate('claim.queue.openHint')} <Kbd>Space</Kbd> {translate('claim.queue.tickHint')}
            </Typography>
          )}
          <Box sx={{ flex: 1 }} />
          <Pagination rowsPerPageOptions={[25, 50, 100]} />
        </Box>
      ) : null}
    </>
  );
};
