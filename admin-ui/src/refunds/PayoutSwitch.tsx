import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useCanAccess, useGetIdentity, useTranslate } from 'react-admin';
import { ConfirmDialog } from '../claims/workspace/dialogs/ConfirmDialog';
import { formatInstant } from '../shared/format';
import { useLanguage } from '../shared/useLanguage';
import { useSend } from '../shared/useSend';
import { CapAlert } from './CapAlert';
import { StoppedAlert } from './StoppedAlert';
import { usePayouts } from './usePayouts';

/** Whether money may leave; any manager stops it with a reason, two start it again. `telling` also says that all is well. */
export const PayoutSwitch = ({ telling = false }: { telling?: boolean }) => {
  const translate = useTranslate();
  const language = useLanguage();
  const { canAccess } = useCanAccess({ resource: 'payouts', action: 'stop' });
  const { identity } = useGetIdentity();
  const { data, refetch } = usePayouts();
  const { send, busy } = useSend();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  if (!data) return null;
  const act = data.stopped ? 'resume' : 'stop';
  const isOwnRequest = data.stopped && data.resumeRequestedById === identity?.id;
  const close = () => {
    setAsking(false);
  };
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center', mb: telling ? 2 : 0 }}>
      {data.stopped ? <StoppedAlert state={data} /> : null}
      {data.gatewayAway ? (
        <Alert severity="warning" sx={{ flex: '1 1 320px' }}>
          {translate('records.switch.away')}
          {data.gatewayAwaySince ? (
            <div>
              {translate('payout.since', { at: formatInstant(data.gatewayAwaySince, language, 'short') })}
            </div>
          ) : null}
        </Alert>
      ) : null}
      {data.cap ? <CapAlert cap={data.cap} /> : null}
      {!telling || data.stopped || data.gatewayAway ? null : (
        <Typography variant="body2" color="text.secondary" sx={{ flex: 1, minWidth: 200 }}>
          {translate('refund.running')}
        </Typography>
      )}
      {canAccess ? (
        <Button
          variant="outlined"
          color={data.stopped ? 'primary' : 'error'}
          disabled={isOwnRequest}
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
        text={translate(`payout.${act}Text`)}
        confirm={translate(`records.switch.${act}`)}
        busy={busy}
        disabled={reason.trim().length < 3}
        onClose={close}
        onConfirm={async () => {
          if (!(await send(`/api/payouts/${act}`, { reason: reason.trim() }))) return;
          setReason('');
          close();
          await refetch();
        }}
      >
        <TextField
          id="payout-reason"
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
    </Box>
  );
};
