import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ConfirmDialog } from './dialogs/ConfirmDialog';
import { useFailure } from './useFailure';
import { useWorkspace } from './WorkspaceContext';

/** A failed check stops the card clock, so it says why; colleagues read it, the customer does not. */
export const FailCheckDialog = ({ code, onClose }: { code: string; onClose: () => void }) => {
  const { act, verbs, busy } = useWorkspace();
  const name = `check.${code}`;
  const failure = useFailure(name);
  const translate = useTranslate();
  const [note, setNote] = useState('');
  return (
    <ConfirmDialog
      open
      danger
      title={translate('claim.check.failTitle', { check: translate(`claim.check.${code}`, { _: code }) })}
      text={translate('claim.check.failText')}
      confirm={translate('claim.check.fail')}
      busy={busy === name}
      disabled={note.trim() === ''}
      failure={failure.words}
      onClose={onClose}
      onConfirm={async () => {
        if (await act(name, (seen) => verbs.check(seen, code, false, note.trim()))) onClose();
      }}
    >
      <TextField
        autoFocus
        fullWidth
        multiline
        minRows={2}
        label={translate('claim.check.note')}
        value={note}
        onChange={(event) => {
          setNote(event.target.value);
        }}
      />
    </ConfirmDialog>
  );
};
