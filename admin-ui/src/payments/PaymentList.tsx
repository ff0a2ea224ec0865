import Button from '@mui/material/Button';
import { useCanAccess, useTranslate } from 'react-admin';
import { RecordList } from '../shared/RecordList';
import { useSend } from '../shared/useSend';

/** Incoming payments as the gateway knows them. */
export const PaymentList = () => {
  const { canAccess } = useCanAccess({ resource: 'payments', action: 'lookup' });
  return (
    <RecordList
      name="payments"
      search
      sort={{ field: 'createdAt', order: 'DESC' }}
      choices={[
        {
          field: 'status',
          values: ['Completed', 'Authorized', 'Cancelled', 'Declined', 'AwaitingAuthentication'],
          words: 'gateway.status',
        },
      ]}
      columns={[
        { source: 'transactionId' },
        { source: 'createdAt', as: 'instant' },
        { source: 'invoiceId' },
        { source: 'email' },
        {
          source: 'cardLastFour',
          unsorted: true,
          render: ({ cardLastFour }) => (cardLastFour ? `•• ${String(cardLastFour)}` : '—'),
        },
        { source: 'status' },
        { source: 'amountMinor', as: 'money' },
        { source: 'refundedMinor', as: 'money' },
        ...(canAccess
          ? [
              {
                source: 'id',
                unsorted: true,
                label: 'records.details',
                render: ({ id }: { id: unknown }) => <Lookup id={String(id)} />,
              },
            ]
          : []),
      ]}
    />
  );
};

const Lookup = ({ id }: { id: string }) => {
  const translate = useTranslate();
  const { send, busy } = useSend();
  return (
    <Button size="small" loading={busy} onClick={() => void send(`/api/payments/${id}/lookup`)}>
      {translate('records.payments.lookup')}
    </Button>
  );
};
