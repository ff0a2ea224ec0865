import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Seen } from '../../../providers/verbs';
import { useFailure } from '../useFailure';
import { useWorkspace } from '../WorkspaceContext';
import { ConfirmDialog } from './ConfirmDialog';

interface Props {
  name: string;
  /** Where title, reason and confirm lie in the catalogue. */
  words: string;
  danger?: boolean;
  send: (claim: Seen, reason: string) => Promise<unknown>;
}

/** An act that needs one reason in words. */
export const ReasonDialog = ({ name, words, danger, send }: Props) => {
  const { act, busy, open } = useWorkspace();
  const failure = useFailure(name);
  const translate = useTranslate();
  const [reason, setReason] = useState('');
  const close = () => {
    open(null);
  };
  return (
    <ConfirmDialog
      open
      title={translate(`${words}.title`)}
      confirm={translate(`${words}.confirm`)}
      danger={danger}
      busy={busy === name}
      disabled={reason.trim() === ''}
      failure={failure.words}
      onClose={close}
      onConfirm={async () => {
        if (await act(name, (seen) => send(seen, reason.trim()))) close();
      }}
    >
      <TextField
        autoFocus
        fullWidth
        multiline
        minRows={3}
        label={translate(`${words}.reason`)}
        value={reason}
        onChange={(event) => {
          setReason(event.target.value);
        }}
      />
    </ConfirmDialog>
  );
};
