import Button, { type ButtonProps } from '@mui/material/Button';
import { useState } from 'react';
import { useCanAccess, useDataProvider, useNavigate, useNotify, useTranslate } from 'react-admin';
import type { DeskDataProvider } from '../providers/dataProvider';
import { Kbd } from '../shared/Kbd';

/** Takes the most urgent free claim and opens it. */
export function useNextClaim(): { take: () => Promise<void>; busy: boolean } {
  const provider = useDataProvider<DeskDataProvider>();
  const navigate = useNavigate();
  const notify = useNotify();
  const [busy, setBusy] = useState(false);
  const take = async () => {
    if (busy) return;
    setBusy(true);
    try {
      const claim = await provider.nextClaim();
      if (claim) navigate(`/claims/${claim.id}`);
      else notify('app.next.none', { type: 'info' });
    } catch (error) {
      notify(error instanceof Error ? error.message : 'ra.notification.http_error', { type: 'error' });
    } finally {
      setBusy(false);
    }
  };
  return { take, busy };
}

export const NextClaimButton = ({
  label = 'app.next.button',
  ...button
}: { label?: string } & ButtonProps) => {
  const translate = useTranslate();
  const { canAccess } = useCanAccess({ resource: 'claims', action: 'work' });
  const { take, busy } = useNextClaim();
  if (!canAccess) return null;
  return (
    <Button
      variant="contained"
      loading={busy}
      onClick={() => void take()}
      sx={{ whiteSpace: 'nowrap' }}
      {...button}
    >
      {translate(label)}
      <Kbd>N</Kbd>
    </Button>
  );
};
