import AddOutlined from '@mui/icons-material/Add';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import {
  useCanAccess,
  useDataProvider,
  useGetIdentity,
  useNotify,
  useRecordContext,
  useRefresh,
  useTranslate,
} from 'react-admin';
import type { DeskDataProvider } from '../providers/dataProvider';
import { Person, useColleagues } from '../shared/Person';
import type { Claim } from '../shared/types';

/** Who has the claim; a free one can be taken from here. */
export const AssigneeField = (_: { source?: string; label?: string }) => {
  const claim = useRecordContext<Claim>();
  const colleagues = useColleagues();
  const translate = useTranslate();
  const { canAccess } = useCanAccess({ resource: 'claims', action: 'work' });
  if (!claim) return null;
  if (claim.assigneeId)
    return <Person name={colleagues.find((one) => one.id === claim.assigneeId)?.name ?? '…'} />;
  if (canAccess && !claim.closedAt) return <TakeButton claim={claim} />;
  return (
    <Typography variant="caption" color="text.secondary">
      {translate('claim.queue.free')}
    </Typography>
  );
};

const TakeButton = ({ claim }: { claim: Claim }) => {
  const translate = useTranslate();
  const provider = useDataProvider<DeskDataProvider>();
  const { identity } = useGetIdentity();
  const notify = useNotify();
  const refresh = useRefresh();
  const [busy, setBusy] = useState(false);
  const take = async () => {
    setBusy(true);
    try {
      await provider.assign(claim, String(identity?.id));
      notify('claim.assign.taken', { type: 'success', messageArgs: { number: claim.number } });
    } catch (error) {
      notify(error instanceof Error ? error.message : 'ra.notification.http_error', { type: 'error' });
    } finally {
      setBusy(false);
      refresh();
    }
  };
  return (
    <Tooltip title={translate('claim.assign.me')}>
      <IconButton
        size="small"
        disabled={busy}
        aria-label={`${translate('claim.assign.me')}: ${claim.number}`}
        onClick={(event) => {
          // The row itself opens the claim.
          event.stopPropagation();
          void take();
        }}
        sx={{
          width: 28,
          height: 28,
          borderRadius: '50%',
          border: '1px dashed',
          borderColor: 'border.control',
        }}
      >
        <AddOutlined sx={{ fontSize: 16 }} />
      </IconButton>
    </Tooltip>
  );
};
