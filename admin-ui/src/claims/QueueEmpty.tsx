import { useTranslate } from 'react-admin';
import { NextClaimButton } from '../layout/NextClaimButton';
import { EmptyState } from '../shared/EmptyState';
import { useQueueFilter } from './useQueueFilter';

/** An empty tab says so and offers the next claim. */
export const QueueEmpty = () => {
  const translate = useTranslate();
  const mine = useQueueFilter().values.view === 'mine';
  return (
    <EmptyState
      title={translate(mine ? 'claim.queue.emptyMine' : 'claim.queue.empty')}
      text={mine ? translate('claim.queue.emptyText') : undefined}
    >
      {mine ? <NextClaimButton label="app.next.take" size="large" /> : null}
    </EmptyState>
  );
};
