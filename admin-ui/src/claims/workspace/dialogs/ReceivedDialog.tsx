import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { dayInAlmaty, timeInAlmaty } from '../../../shared/format';
import { instantOf } from '../../create/deskForm';
import { useFailure } from '../useFailure';
import { useWorkspace } from '../WorkspaceContext';
import { ConfirmDialog } from './ConfirmDialog';

/** The demand reached the shop at another moment: the terms are counted anew, the reason stays in the history. */
export const ReceivedDialog = () => {
  const { claim, act, verbs, busy, open } = useWorkspace();
  const failure = useFailure('received');
  const translate = useTranslate();
  const [at, setAt] = useState(`${dayInAlmaty(claim.demandedAt)}T${timeInAlmaty(claim.demandedAt)}`);
  const [reason, setReason] = useState('');
  const wrong = failure.fields.includes('demandedAt');
  const close = () => {
    open(null);
  };
  return (
    <ConfirmDialog
      open
      title={translate('claim.received.title')}
      text={translate('claim.received.text')}
      confirm={translate('claim.received.confirm')}
      busy={busy === 'received'}
      disabled={at === '' || reason.trim() === ''}
      failure={wrong ? translate('claim.received.wrong') : failure.words}
      onClose={close}
      onConfirm={async () => {
        const change = (seen: Parameters<typeof verbs.correctReceived>[0]) =>
          verbs.correctReceived(seen, instantOf(at), reason.trim());
        if (await act('received', change)) close();
      }}
    >
      <Stack spacing={2}>
        <TextField
          autoFocus
          fullWidth
          type="datetime-local"
          label={translate('claim.create.demandedAt')}
          value={at}
          error={wrong}
          onChange={(event) => {
            setAt(event.target.value);
          }}
        />
        <TextField
          fullWidth
          multiline
          minRows={2}
          label={translate('claim.received.reason')}
          value={reason}
          onChange={(event) => {
            setReason(event.target.value);
          }}
        />
      </Stack>
    </ConfirmDialog>
  );
};
