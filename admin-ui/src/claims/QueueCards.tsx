import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { LinkBase, RecordContextProvider, useListContext, useTranslate } from 'react-admin';
import { claimSum } from '../shared/claimSum';
import { DeadlineField } from '../shared/DeadlineField';
import { Money } from '../shared/MoneyField';
import { PartState } from '../shared/PartState';
import type { Claim } from '../shared/types';
import { NextStepField } from './NextStepField';
import { QueueEmpty } from './QueueEmpty';
import { useKeepQueueOrder } from './queueOrder';

/** The queue on a phone: chip, name, sum, next step. */
export const QueueCards = () => {
  const translate = useTranslate();
  const { data, isPending, refetch } = useListContext<Claim>();
  useKeepQueueOrder();
  if (isPending) {
    const reading = { pending: true, error: null, retry: () => void refetch() };
    return (
      <Box sx={{ p: 2 }}>
        <PartState parts={[reading]} />
      </Box>
    );
  }
  if (!data || data.length === 0) return <QueueEmpty />;
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {data.map((claim) => (
        <RecordContextProvider key={claim.id} value={claim}>
          <Box component="li" data-testid="claim-row" sx={{ borderBottom: 1, borderColor: 'divider' }}>
            <Box
              component={LinkBase}
              to={`/claims/${claim.id}`}
              sx={{ display: 'block', p: 2, color: 'inherit', textDecoration: 'none' }}
            >
              <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1 }}>
                <DeadlineField />
                <Money minor={claimSum(claim)} currency={claim.currency} variant="subtitle1" />
              </Box>
              <Typography sx={{ fontWeight: 500, mt: 1 }}>
                {claim.customer.name ?? claim.customer.email ?? '—'}
              </Typography>
              <Typography variant="caption" color="text.secondary" component="div" sx={{ mb: 0.5 }}>
                {claim.number} · {translate(`claim.kindShort.${claim.kind}`)}
              </Typography>
              <NextStepField />
            </Box>
          </Box>
        </RecordContextProvider>
      ))}
    </Box>
  );
};
