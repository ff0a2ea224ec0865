import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useRecordContext, useTranslate, type RaRecord } from 'react-admin';
import { Money } from '../shared/MoneyField';
import { RecordList } from '../shared/RecordList';

/** Orders of the shop; an opened row shows its lines. */
export const OrderList = () => (
  <RecordList
    name="orders"
    search
    sort={{ field: 'placedAt', order: 'DESC' }}
    rowClick="expand"
    expand={<OrderLines />}
    columns={[
      { source: 'number' },
      { source: 'placedAt', as: 'instant' },
      { source: 'customerName' },
      { source: 'customerEmail' },
      { source: 'handedOverOn', as: 'day' },
      { source: 'totalMinor', as: 'money' },
      { source: 'source' },
    ]}
  />
);

interface OpenedOrder extends RaRecord {
  currency: string;
  lines: { id: string; title: string; quantity: number; unitMinor: number; discountMinor: number }[];
}

const OrderLines = () => {
  const order = useRecordContext<OpenedOrder>();
  const translate = useTranslate();
  return (
    <Box sx={{ p: 2, bgcolor: 'background.sunken' }}>
      <Typography variant="subtitle2" component="h3">
        {translate('records.orders.lines')}
      </Typography>
      {(order?.lines ?? []).map((line) => (
        <Box
          key={line.id}
          sx={{ display: 'flex', justifyContent: 'space-between', gap: 2, maxWidth: 640, py: 0.25 }}
        >
          <Typography variant="body2">
            {line.title}, {line.quantity}
          </Typography>
          <Money minor={line.unitMinor * line.quantity - line.discountMinor} currency={order?.currency} />
        </Box>
      ))}
    </Box>
  );
};
