import Typography from '@mui/material/Typography';
import { useRecordContext, useTranslate } from 'react-admin';
import { Person, useColleagues } from '../shared/Person';
import type { Claim } from '../shared/types';

/** Who has the claim. */
export const AssigneeField = (_: { source?: string; label?: string }) => {
  const claim = useRecordContext<Claim>();
  const colleagues = useColleagues();
  const translate = useTranslate();
  if (!claim?.assigneeId) {
    return (
      <Typography variant="caption" color="text.secondary">
        {translate('claim.queue.free')}
      </Typography>
    );
  }
  return <Person name={colleagues.find((one) => one.id === claim.assigneeId)?.name ?? '?'} />;
};
