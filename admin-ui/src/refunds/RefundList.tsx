import { useTranslate } from 'react-admin';
import { ATTEMPT_STATES } from '../../../server/domain/attempt';
import { ClaimRef } from '../records/ClaimRef';
import { RecordList } from '../records/RecordList';
import { RefundStateWord } from '../shared/StateField';
import { PayoutSwitch } from './PayoutSwitch';

/** Money that goes back: ours, and what was refunded in the gateway's cabinet. */
export const RefundList = () => {
  const translate = useTranslate();
  return (
    <RecordList
      name="refunds"
      exportable
      sort={{ field: 'createdAt', order: 'DESC' }}
      filters={[
        { kind: 'choice', field: 'state', values: ATTEMPT_STATES, words: 'claim.refundState' },
        { kind: 'choice', field: 'source', values: ['claim', 'external'], words: 'refund.source' },
        { kind: 'dates', field: 'createdAt', as: 'instant' },
      ]}
      above={<PayoutSwitch telling />}
      rowClick="show"
      columns={[
        { source: 'createdAt', as: 'instant', card: 'foot' },
        { source: 'amountMinor', as: 'money', card: 'side' },
        { source: 'state', render: ({ state }) => <RefundStateWord state={String(state)} />, card: 'title' },
        {
          source: 'source',
          render: ({ source }) => translate(`refund.source.${String(source)}`),
          card: 'line',
        },
        { source: 'gatewayRefundId', card: 'foot' },
        { source: 'settledAt', as: 'instant' },
        {
          source: 'claimId',
          label: 'records.field.claim',
          render: ({ claimId }) => <ClaimRef claimId={claimId as string | null} />,
        },
      ]}
    />
  );
};
