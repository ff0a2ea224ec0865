import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useWorkspace } from './WorkspaceContext';

/** A remark for colleagues; never leaves the desk. */
export const NoteForm = () => {
  const { act, verbs, busy } = useWorkspace();
  const translate = useTranslate();
  const [text, setText] = useState('');
  const save = async () => {
    if (await act('note', (seen) => verbs.note(seen, text.trim()))) setText('');
  };
  return (
    <Box sx={{ mb: 1 }}>
      <TextField
        fullWidth
        multiline
        label={translate('claim.note.title')}
        placeholder={translate('claim.note.text')}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
        }}
        sx={({ palette }) => ({ '& .MuiOutlinedInput-root': { bgcolor: palette.internalNote.bg } })}
      />
      {text.trim() ? (
        <Button
          size="small"
          variant="outlined"
          sx={{ mt: 1 }}
          loading={busy === 'note'}
          onClick={() => void save()}
        >
          {translate('claim.note.save')}
        </Button>
      ) : null}
    </Box>
  );
};
