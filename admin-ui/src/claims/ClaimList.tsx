import AddOutlined from '@mui/icons-material/Add';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import { LinkBase, ListBase, useCanAccess, useTranslate } from 'react-admin';
import { PageTitle } from '../shared/PageTitle';
import { Freshness } from './Freshness';
import { QueueFilters } from './QueueFilters';
import { QueueRows } from './QueueRows';
import { QueueTabs } from './QueueTabs';

/** The queue, most urgent first: tabs with counts, filters, one row a claim. */
export const ClaimList = () => {
  const translate = useTranslate();
  const { canAccess } = useCanAccess({ resource: 'claims', action: 'create' });
  return (
    <ListBase
      sort={{ field: 'dueAt', order: 'ASC' }}
      perPage={25}
      filterDefaultValues={{ view: 'open' }}
      storeKey="queue"
      queryOptions={{ refetchInterval: 30_000, retry: false }}
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
        <QueueRows />
      </Card>
    </ListBase>
  );
};
