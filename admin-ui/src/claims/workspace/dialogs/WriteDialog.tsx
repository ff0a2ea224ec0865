import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useDraft } from '../useDraft';
import { PartState } from '../../../shared/PartState';
import { useClaimDocuments } from '../useClaimLists';
import { useFailure } from '../useFailure';
import { useWorkspace } from '../WorkspaceContext';
import { ConfirmDialog } from './ConfirmDialog';

/** A letter into the customer's thread. What is typed survives closing until it is sent. */
export const WriteDialog = () => {
  const { claim, act, verbs, busy, open } = useWorkspace();
  const failure = useFailure('reply');
  const translate = useTranslate();
  const papers = useClaimDocuments(claim.id);
  const documents = papers.rows.filter((one) => one.type !== 'id_copy');
  const [text, setText] = useDraft(claim.id);
  const [attached, setAttached] = useState<string[]>([]);
  const close = () => {
    open(null);
  };
  return (
    <ConfirmDialog
      open
      wide
      title={translate('claim.write.title')}
      text={translate('claim.write.help', { email: claim.customer.email ?? '—' })}
      confirm={translate('claim.write.send')}
      busy={busy === 'reply'}
      disabled={text.trim() === ''}
      failure={failure.words}
      onClose={close}
      onConfirm={async () => {
        if (!(await act('reply', (seen) => verbs.reply(seen, text.trim(), attached), 'app.sent'))) return;
        setText('');
        close();
      }}
    >
      <TextField
        autoFocus
        fullWidth
        multiline
        minRows={7}
        label={translate('claim.write.text')}
        value={text}
        slotProps={{ htmlInput: { lang: claim.language } }}
        onChange={(event) => {
          setText(event.target.value);
        }}
      />
      <PartState parts={[papers]} />
      {documents.length > 0 ? (
        <Typography variant="subtitle2" component="h3" sx={{ mt: 2 }}>
          {translate('claim.write.attach')}
        </Typography>
      ) : null}
      {documents.map((one) => (
        <FormControlLabel
          key={one.id}
          sx={{ display: 'flex' }}
          control={
            <Checkbox
              checked={attached.includes(one.id)}
              onChange={(event) => {
                const others = attached.filter((id) => id !== one.id);
                setAttached(event.target.checked ? [...others, one.id] : others);
              }}
            />
          }
          label={<Typography variant="body2">{one.name}</Typography>}
        />
      ))}
    </ConfirmDialog>
  );
};
