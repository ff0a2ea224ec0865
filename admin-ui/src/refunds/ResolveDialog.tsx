import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslate, type Identifier } from 'react-admin';
import { ConfirmDialog } from '../claims/workspace/dialogs/ConfirmDialog';
import { useSend } from '../shared/useSend';

const MODES = ['query', 'found', 'not_executed'] as const;

/** Settles an unknown outcome: ask again, or say what the gateway's cabinet shows, always with a reason. */
export const ResolveDialog = ({ id, onClose }: { id: Identifier; onClose: () => void }) => {
  const translate = useTranslate();
  const { send, busy } = useSend();
  const [mode, setMode] = useState<(typeof MODES)[number]>('query');
  const [reason, setReason] = useState('');
  const [number, setNumber] = useState('');
  const needsNumber = mode === 'found';
  const submit = async () => {
    const body = {
      mode,
      reason: reason.trim(),
      ...(needsNumber && { gatewayTransactionId: Number(number) }),
    };
    if (await send(`/api/refunds/${encodeURIComponent(id)}/resolve`, body)) onClose();
  };
  return (
    <ConfirmDialog
      open
      title={translate('records.refunds.resolve')}
      text={translate('records.refunds.safe')}
      confirm={translate(`records.refunds.${mode}`)}
      busy={busy}
      disabled={reason.trim().length < 3 || (needsNumber && !/^[1-9]\d*$/.test(number))}
      onClose={onClose}
      onConfirm={submit}
    >
      <RadioGroup
        aria-label={translate('records.refunds.resolve')}
        value={mode}
        onChange={(event) => {
          setMode(event.target.value as (typeof MODES)[number]);
        }}
      >
        {MODES.map((one) => (
          <FormControlLabel
            key={one}
            value={one}
            control={<Radio size="small" />}
            label={translate(`records.refunds.${one}`)}
          />
        ))}
      </RadioGroup>
      {needsNumber ? (
        <TextField
          id="resolve-number"
          fullWidth
          sx={{ mt: 2 }}
          label={translate('records.refunds.gatewayNumber')}
          value={number}
          onChange={(event) => {
            setNumber(event.target.value.trim());
          }}
        />
      ) : null}
      <TextField
        id="resolve-reason"
        fullWidth
        multiline
        minRows={2}
        sx={{ mt: 2 }}
        label={translate('records.refunds.reason')}
        value={reason}
        onChange={(event) => {
          setReason(event.target.value);
        }}
      />
    </ConfirmDialog>
  );
};
