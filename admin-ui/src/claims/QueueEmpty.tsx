import Button from '@mui/material/Button';
import { useTranslate } from 'react-admin';
import { NextClaimButton } from '../layout/NextClaimButton';
import { EmptyState } from '../shared/EmptyState';
import { useQueueFilter } from './useQueueFilter';

/** An empty tab says so and offers the next claim; a search or filter that found nothing offers the way out. */
export const QueueEmpty = () => {
  const translate = useTranslate();
  const { values, setFilters } = useQueueFilter();
  const { view, ...narrowing } = values;
  if (Object.values(narrowing).some(Boolean)) {
    return (
      <EmptyState title={translate('records.notFound.title')} text={translate('records.notFound.text')}>
        <Button
          variant="outlined"
          onClick={() => {
            setFilters({ view: view ?? 'open' });
          }}
        >
          {translate('records.notFound.clear')}
        </Button>
      </EmptyState>
    );
  }
  const mine = view === 'mine';
  return (
    <EmptyState
      title={translate(mine ? 'claim.queue.emptyMine' : 'claim.queue.empty')}
      text={mine ? translate('claim.queue.emptyText') : undefined}
    >
      {mine ? <NextClaimButton label="app.next.take" size="large" /> : null}
    </EmptyState>
  );
};
