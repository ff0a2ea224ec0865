import Typography from '@mui/material/Typography';
import { useQueryClient } from '@tanstack/react-query';
import { useListContext, useTranslate } from 'react-admin';
import { timeInAlmaty } from '../shared/format';
import { useIsLive } from '../shared/liveState';

/** When the rows were last read, and whether changes come by themselves. */
export const Freshness = () => {
  const translate = useTranslate();
  const live = useIsLive();
  const { isPending } = useListContext();
  const queries = useQueryClient();
  const read = Math.max(
    0,
    ...queries
      .getQueryCache()
      .findAll({ queryKey: ['claims', 'getList'], type: 'active' })
      .map(({ state }) => state.dataUpdatedAt),
  );
  if (isPending || read === 0) return null;
  return (
    <Typography variant="caption" color="text.secondary">
      {translate('claim.queue.updated', { time: timeInAlmaty(new Date(read)) })}
      {live ? ` · ${translate('claim.queue.live')}` : ''}
    </Typography>
  );
};
