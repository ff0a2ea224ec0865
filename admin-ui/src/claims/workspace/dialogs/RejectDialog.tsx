import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { REASON_CODES } from '../../../../../server/domain/claim';
import { REJECT_REASONS } from '../decide/firstDraft';
import { useFailure } from '../useFailure';
import { useWorkspace } from '../WorkspaceContext';
import { ConfirmDialog } from './ConfirmDialog';

/** A manager's rejection without a proposal before it. */
export const RejectDialog = () => {
  const { act, verbs, busy, open } = useWorkspace();
  const failure = useFailure('reject');
  const translate = useTranslate();
  const [reasonCode, setReasonCode] = useState('');
  const [note, setNote] = useState('');
  const close = () => {
    open(null);
  };
  return (
    <ConfirmDialog
      open
      danger
      title={translate('claim.reject.title')}
      text={translate('claim.approve.confirmRejectText')}
      confirm={translate('claim.reject.confirm')}
      busy={busy === 'reject'}
      disabled={!reasonCode || note.trim() === ''}
      failure={failure.words}
      onClose={close}
      onConfirm={async () => {
        if (await act('reject', (seen) => verbs.reject(seen, reasonCode, note.trim()))) close();
      }}
    >
      <Stack spacing={2}>
        <TextField
          select
          fullWidth
          label={translate('claim.decide.reason')}
          value={reasonCode}
          onChange={(event) => {
            setReasonCode(event.target.value);
          }}
        >
          {REASON_CODES.filter((code) => REJECT_REASONS.has(code) || code === 'other').map((code) => (
            <MenuItem key={code} value={code}>
              {translate(`claim.reason.${code}`)}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          fullWidth
          multiline
          minRows={3}
          label={translate('claim.decide.noteReject')}
          value={note}
          onChange={(event) => {
            setNote(event.target.value);
          }}
        />
      </Stack>
    </ConfirmDialog>
  );
};
