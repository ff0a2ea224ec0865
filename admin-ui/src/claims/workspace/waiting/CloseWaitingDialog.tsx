import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ConfirmDialog } from '../dialogs/ConfirmDialog';
import { LetterPreview } from '../LetterPreview';
import { useFailure } from '../useFailure';
import { useWorkspace } from '../WorkspaceContext';

/** Closes a claim whose papers never came; the letter is read before it leaves. */
export const CloseWaitingDialog = ({ onClose }: { onClose: () => void }) => {
  const { claim, act, verbs, busy } = useWorkspace();
  const failure = useFailure('closeWaiting');
  const translate = useTranslate();
  const [note, setNote] = useState('');
  const items = [...new Set([...claim.missing, ...(claim.waiting?.items ?? [])])];
  return (
    <ConfirmDialog
      open
      danger
      wide
      title={translate('claim.waiting.closeTitle')}
      text={translate('claim.waiting.closeText')}
      confirm={translate('claim.waiting.closeConfirm')}
      busy={busy === 'closeWaiting'}
      failure={failure.words}
      onClose={onClose}
      onConfirm={async () => {
        if (await act('closeWaiting', (seen) => verbs.closeWaiting(seen, note.trim()))) onClose();
      }}
    >
      <TextField
        fullWidth
        multiline
        minRows={2}
        label={translate('claim.waiting.note')}
        value={note}
        sx={{ mb: 2 }}
        onChange={(event) => {
          setNote(event.target.value);
        }}
      />
      <LetterPreview request={{ kind: 'closing', items, note: note.trim() }} />
    </ConfirmDialog>
  );
};
