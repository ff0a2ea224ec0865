import Box from '@mui/material/Box';
import { useRecordContext, useTranslate } from 'react-admin';
import { RecordList } from '../records/RecordList';
import { FactTable } from '../shared/FactTable';
import { NOTICE_TYPES, type GatewayEvent } from './types';

/** Signed notices of the gateway, with the fields that we keep. */
export const GatewayEventList = () => {
  const translate = useTranslate();
  return (
    <RecordList
      name="gateway-events"
      sort={{ field: 'receivedAt', order: 'DESC' }}
      filters={[
        { kind: 'choice', field: 'type', values: NOTICE_TYPES, words: 'gatewayEvent.type' },
        { kind: 'dates', field: 'receivedAt', as: 'instant' },
      ]}
      rowClick="expand"
      expand={<Fields />}
      columns={[
        { source: 'receivedAt', as: 'instant', card: 'side' },
        {
          source: 'type',
          render: ({ type }) => translate(`gatewayEvent.type.${String(type)}`, { _: String(type) }),
          card: 'title',
        },
        { source: 'transactionId', label: 'gatewayEvent.operation', card: 'foot' },
      ]}
    />
  );
};

const Fields = () => {
  const event = useRecordContext<GatewayEvent>();
  return (
    <Box sx={{ p: 2, bgcolor: 'background.sunken' }}>
      <FactTable facts={event?.fields ?? {}} />
    </Box>
  );
};
