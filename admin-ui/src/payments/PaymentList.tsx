import { useTranslate } from 'react-admin';
import { RecordList } from '../records/RecordList';
import { PaymentStatusWord } from './PaymentStatusWord';
import { PAYMENT_STATUSES } from './types';

/** Incoming payments as the gateway knows them. */
export const PaymentList = () => (
  <RecordList
    name="payments"
    search
    exportable
    rowClick="show"
    sort={{ field: 'createdAt', order: 'DESC' }}
    filters={[
      { kind: 'choice', field: 'status', values: PAYMENT_STATUSES, words: 'payment.status' },
      { kind: 'dates', field: 'createdAt', as: 'instant', label: 'payment.paidAt' },
    ]}
    columns={[
      {
        source: 'transactionId',
        card: 'title',
        render: ({ transactionId }) => <PaymentNumber number={Number(transactionId)} />,
      },
      { source: 'createdAt', as: 'instant', label: 'payment.paidAt', card: 'foot' },
      { source: 'invoiceId', card: 'foot' },
      { source: 'email', width: 220, card: 'line' },
      {
        source: 'cardLastFour',
        render: ({ cardLastFour }) => (cardLastFour ? `•• ${String(cardLastFour)}` : '—'),
        card: 'foot',
      },
      {
        source: 'status',
        render: ({ status }) => <PaymentStatusWord status={String(status)} />,
        card: 'line',
      },
      { source: 'amountMinor', as: 'money', card: 'side' },
      { source: 'refundedMinor', as: 'money', card: 'foot' },
    ]}
  />
);

const PaymentNumber = ({ number }: { number: number }) => {
  const translate = useTranslate();
  return <>{translate('claim.payment.number', { number })}</>;
};
