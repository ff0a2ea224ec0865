import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCanAccess, useTranslate } from 'react-admin';
import { ConfirmDialog } from '../claims/workspace/dialogs/ConfirmDialog';
import { call } from '../providers/http';
import { useSend } from '../shared/useSend';

interface PayoutState {
  stopped: boolean;
  gatewayAway: boolean;
}

/** Whether money may leave; any manager stops it with a reason, two start it again. */
export const PayoutSwitch = () => {
  const translate = useTranslate();
  const { canAccess } = useCanAccess({ resource: 'payouts', action: 'stop' });
  const { data, refetch } = useQuery({
    queryKey: ['payouts'],
    queryFn: async () => (await call<PayoutState>('/api/payouts')).json,
    refetchInterval: 30_000,
    retry: false,
  });
  const { send, busy } = useSend();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  if (!data) return null;
  const act = data.stopped ? 'resume' : 'stop';
  const close = () => {
    setAsking(false);
  };
  return (
    <>
      {data.stopped ? <Alert severity="error">{translate('records.switch.stopped')}</Alert> : null}
      {data.gatewayAway ? <Alert severity="warning">{translate('records.switch.away')}</Alert> : null}
      {canAccess ? (
        <Button
          variant="outlined"
          color={data.stopped ? 'primary' : 'error'}
          onClick={() => {
            setAsking(true);
          }}
        >
          {translate(`records.switch.${act}`)}
        </Button>
      ) : null}
      <ConfirmDialog
        open={asking}
        danger={!data.stopped}
        title={translate(`records.switch.${act}`)}
        confirm={translate(`records.switch.${act}`)}
        busy={busy}
        disabled={reason.trim() === ''}
        onClose={close}
        onConfirm={async () => {
          if (!(await send(`/api/payouts/${act}`, { reason: reason.trim() }))) return;
          setReason('');
          close();
          await refetch();
        }}
      >
        <TextField
          fullWidth
          autoFocus
          multiline
          minRows={2}
          label={translate('records.refunds.reason')}
          value={reason}
          onChange={(event) => {
            setReason(event.target.value);
          }}
        />
      </ConfirmDialog>
    </>
  );
};
