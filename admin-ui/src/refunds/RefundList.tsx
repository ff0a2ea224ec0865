import { ATTEMPT_STATES } from '../../../server/domain/attempt';
import { ClaimLink } from '../shared/ClaimLink';
import { RecordList } from '../shared/RecordList';
import { RefundStateWord } from '../shared/StateField';
import { PayoutSwitch } from './PayoutSwitch';
import { RefundPanel } from './RefundPanel';

/** Money that goes back; an opened row shows its attempts and, where the outcome is unknown, how to settle it. */
export const RefundList = () => (
  <RecordList
    name="refunds"
    sort={{ field: 'createdAt', order: 'DESC' }}
    choices={[{ field: 'state', values: ATTEMPT_STATES, words: 'claim.refundState' }]}
    actions={<PayoutSwitch />}
    rowClick="expand"
    expand={<RefundPanel />}
    columns={[
      { source: 'createdAt', as: 'instant' },
      { source: 'amountMinor', as: 'money' },
      { source: 'state', render: ({ state }) => <RefundStateWord state={String(state)} /> },
      { source: 'gatewayRefundId' },
      { source: 'settledAt', as: 'instant' },
      {
        source: 'claimId',
        unsorted: true,
        label: 'records.field.claim',
        render: ({ claimId }) => <ClaimLink claimId={claimId as string | null} />,
      },
    ]}
  />
);
