import Box from '@mui/material/Box';
import { useRecordContext, useTranslate } from 'react-admin';
import { ClaimLink } from '../shared/ClaimLink';
import { FactTable } from '../shared/FactTable';
import { RecordList } from '../shared/RecordList';

/** Who did what, newest first. */
export const AuditList = () => {
  const translate = useTranslate();
  return (
    <RecordList
      name="audit-events"
      sort={{ field: 'at', order: 'DESC' }}
      choices={[
        {
          field: 'resource',
          values: ['claims', 'documents', 'refunds', 'orders', 'users', 'customers', 'jobs'],
          words: 'records.resource',
        },
      ]}
      rowClick="expand"
      expand={<Facts />}
      columns={[
        { source: 'at', as: 'instant' },
        {
          source: 'actorName',
          unsorted: true,
          render: ({ actorName }) => (actorName as string | null) ?? translate('app.system'),
        },
        {
          source: 'action',
          render: ({ action }) =>
            translate(`claim.event.${String(action).replace(/[.-]/g, '_')}`, { _: String(action) }),
        },
        { source: 'resource' },
        {
          source: 'claimId',
          unsorted: true,
          label: 'records.field.claim',
          render: ({ claimId }) => <ClaimLink claimId={claimId as string | null} />,
        },
      ]}
    />
  );
};

const Facts = () => {
  const event = useRecordContext<{
    id: string;
    action: string;
    resourceId: string | null;
    data: Record<string, unknown> | null;
  }>();
  if (!event) return null;
  return (
    <Box sx={{ p: 2, bgcolor: 'background.sunken' }}>
      <FactTable facts={{ action: event.action, id: event.resourceId ?? '', ...event.data }} />
    </Box>
  );
};
