import AddOutlined from '@mui/icons-material/Add';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import Typography from '@mui/material/Typography';
import useMediaQuery from '@mui/material/useMediaQuery';
import type { Theme } from '@mui/material/styles';
import { LinkBase, ListBase, Pagination, useCanAccess, useTranslate } from 'react-admin';
import { Kbd } from '../shared/Kbd';
import { PageTitle } from '../shared/PageTitle';
import { Freshness } from './Freshness';
import { QueueCards } from './QueueCards';
import { QueueFilters } from './QueueFilters';
import { QueueTable } from './QueueTable';
import { QueueTabs } from './QueueTabs';

/** The queue, most urgent first: tabs with counts, filters, one row a claim. */
export const ClaimList = () => {
  const translate = useTranslate();
  const narrow = useMediaQuery((theme: Theme) => theme.breakpoints.down('md'));
  const { canAccess } = useCanAccess({ resource: 'claims', action: 'create' });
  return (
    <ListBase
      sort={{ field: 'dueAt', order: 'ASC' }}
      perPage={25}
      filterDefaultValues={{ view: 'open' }}
      storeKey="queue"
      queryOptions={{ refetchInterval: 30_000 }}
    >
      <PageTitle
        title={translate('claim.queue.title')}
        actions={
          <>
            <Freshness />
            {canAccess ? (
              <Button component={LinkBase} to="/claims/create" variant="outlined" startIcon={<AddOutlined />}>
                {translate('claim.queue.new')}
              </Button>
            ) : null}
          </>
        }
      />
      <QueueTabs />
      <Card sx={{ borderTopLeftRadius: 0, borderTopRightRadius: 0 }}>
        <QueueFilters />
        {narrow ? <QueueCards /> : <QueueTable />}
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
      </Card>
    </ListBase>
  );
};
