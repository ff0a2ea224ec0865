import PhoneInTalkOutlined from '@mui/icons-material/PhoneInTalkOutlined';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { ClaimTask } from '../../shared/types';
import { ConfirmDialog } from './dialogs/ConfirmDialog';
import { useFailure } from './useFailure';
import { useWorkspace } from './WorkspaceContext';

/** A letter did not arrive, so somebody has to call; who has called says what came of it. */
export const TaskBanner = ({ task }: { task: ClaimTask }) => {
  const { claim, act, verbs, busy, mayWork } = useWorkspace();
  const failure = useFailure('task');
  const translate = useTranslate();
  const [asking, setAsking] = useState(false);
  const [note, setNote] = useState('');
  const letter = translate(`claim.letter.${task.letterKind}`, { _: task.letterKind });
  return (
    <Alert
      severity="warning"
      icon={<PhoneInTalkOutlined />}
      sx={{ mb: 1.5 }}
      action={
        mayWork ? (
          <Button
            color="inherit"
            onClick={() => {
              setAsking(true);
            }}
          >
            {translate('claim.task.done')}
          </Button>
        ) : undefined
      }
    >
      <strong>
        {translate('claim.task.call', { phone: claim.customer.phone ?? translate('app.notSet') })}
      </strong>{' '}
      {translate('claim.task.why', { letter })}
      <ConfirmDialog
        open={asking}
        title={translate('claim.task.title')}
        confirm={translate('claim.task.done')}
        busy={busy === 'task'}
        disabled={note.trim() === ''}
        failure={failure.words}
        onClose={() => {
          setAsking(false);
        }}
        onConfirm={async () => {
          if (await act('task', (seen) => verbs.taskDone(seen, task.id, note.trim()))) setAsking(false);
        }}
      >
        <TextField
          autoFocus
          fullWidth
          multiline
          minRows={2}
          label={translate('claim.task.note')}
          value={note}
          onChange={(event) => {
            setNote(event.target.value);
          }}
        />
      </ConfirmDialog>
    </Alert>
  );
};
