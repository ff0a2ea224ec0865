import Alert from '@mui/material/Alert';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ConfirmDialog } from '../claims/workspace/dialogs/ConfirmDialog';
import type { Resolution } from './ResolveActions';

interface Props {
  mode: 'found' | 'not_executed';
  sum: string;
  busy: boolean;
  failure: string | null;
  onClose: () => void;
  onSend: (resolution: Resolution) => Promise<void>;
}

/** What the gateway's cabinet shows, with a reason; what was typed stays after a refusal. */
export const OutcomeDialog = ({ mode, sum, busy, failure, onClose, onSend }: Props) => {
  const translate = useTranslate();
  const [reason, setReason] = useState('');
  const [number, setNumber] = useState('');
  const found = mode === 'found';
  const badNumber = found && number !== '' && !/^[1-9]\d*$/.test(number);
  return (
    <ConfirmDialog
      open
      danger={!found}
      title={translate(found ? 'desk.unknown.foundTitle' : 'desk.unknown.notTitle', { sum })}
      text={translate(found ? 'desk.unknown.foundText' : 'desk.unknown.notText')}
      confirm={translate(found ? 'desk.unknown.found' : 'desk.unknown.notExecuted')}
      busy={busy}
      disabled={reason.trim().length < 3 || (found && (number === '' || badNumber))}
      onClose={onClose}
      onConfirm={() =>
        onSend({
          mode,
          reason: reason.trim(),
          ...(found && { gatewayTransactionId: Number(number) }),
        })
      }
    >
      <Stack spacing={2}>
        {found ? (
          <TextField
            autoFocus
            fullWidth
            label={translate('records.refunds.gatewayNumber')}
            error={badNumber}
            helperText={translate(badNumber ? 'desk.unknown.badNumber' : 'desk.unknown.numberHelp')}
            value={number}
            slotProps={{ htmlInput: { inputMode: 'numeric' } }}
            onChange={(event) => {
              setNumber(event.target.value.trim());
            }}
          />
        ) : null}
        <TextField
          autoFocus={!found}
          fullWidth
          multiline
          minRows={2}
          label={translate('records.refunds.reason')}
          helperText={translate('desk.unknown.reasonHelp')}
          value={reason}
          onChange={(event) => {
            setReason(event.target.value);
          }}
        />
        {failure ? <Alert severity="warning">{failure}</Alert> : null}
      </Stack>
    </ConfirmDialog>
  );
};
