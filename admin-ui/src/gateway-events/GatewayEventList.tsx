import Box from '@mui/material/Box';
import { useRecordContext } from 'react-admin';
import { FactTable } from '../shared/FactTable';
import { RecordList } from '../shared/RecordList';

/** Signed notices of the gateway, with the fields that we keep. */
export const GatewayEventList = () => (
  <RecordList
    name="gateway-events"
    sort={{ field: 'receivedAt', order: 'DESC' }}
    choices={[
      {
        field: 'type',
        values: ['pay', 'fail', 'confirm', 'refund', 'cancel', 'check'],
        words: 'gateway.type',
      },
    ]}
    rowClick="expand"
    expand={<Fields />}
    columns={[{ source: 'receivedAt', as: 'instant' }, { source: 'type' }, { source: 'transactionId' }]}
  />
);

const Fields = () => {
  const event = useRecordContext<{ id: string; fields: Record<string, unknown> | null }>();
  return (
    <Box sx={{ p: 2, bgcolor: 'background.sunken' }}>
      <FactTable facts={event?.fields ?? {}} />
    </Box>
  );
};
