import Box from '@mui/material/Box';
import { useRecordContext } from 'react-admin';
import { FactTable } from '../shared/FactTable';
import { RecordList } from '../shared/RecordList';

/** What does not agree between the gateway and us; a person has to look. */
export const ExceptionList = () => (
  <RecordList
    name="exceptions"
    sort={{ field: 'createdAt', order: 'DESC' }}
    rowClick="expand"
    expand={<Facts />}
    columns={[{ source: 'createdAt', as: 'instant' }, { source: 'kind' }, { source: 'transactionId' }]}
  />
);

const Facts = () => {
  const row = useRecordContext();
  return <Box sx={{ p: 2, bgcolor: 'background.sunken' }}>{row ? <FactTable facts={row} /> : null}</Box>;
};
