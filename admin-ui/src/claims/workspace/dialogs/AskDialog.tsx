import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormLabel from '@mui/material/FormLabel';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ASKABLE_ITEMS } from '../../../../../server/domain/claim';
import { LetterPreview } from '../LetterPreview';
import { useFailure } from '../useFailure';
import { useWorkspace } from '../WorkspaceContext';
import { ConfirmDialog } from './ConfirmDialog';

/** The letter about missing documents; starts with what the claim lacks. */
export const AskDialog = () => {
  const { claim, act, verbs, busy, open } = useWorkspace();
  const failure = useFailure('ask');
  const translate = useTranslate();
  const [items, setItems] = useState<string[]>(claim.missing);
  const [note, setNote] = useState('');
  const request = { kind: 'deficiency' as const, items, note: note.trim() };
  const close = () => {
    open(null);
  };
  return (
    <ConfirmDialog
      open
      wide={items.length > 0 ? 'twice' : true}
      title={translate('claim.ask.title')}
      text={translate('claim.ask.help')}
      confirm={translate('claim.ask.send')}
      confirmTestId="request-documents-confirm"
      busy={busy === 'ask'}
      disabled={items.length === 0}
      failure={failure.words}
      onClose={close}
      onConfirm={async () => {
        if (await act('ask', (seen) => verbs.requestDocuments(seen, items, note.trim()), 'app.sent')) close();
      }}
    >
      <Box
        sx={{
          display: 'grid',
          gap: 3,
          gridTemplateColumns: { xs: '1fr', md: items.length > 0 ? '1fr 1.25fr' : '1fr' },
        }}
      >
        <Box>
          <FormControl component="fieldset" sx={{ mb: 2 }}>
            <FormLabel component="legend" sx={{ fontSize: '0.8125rem' }}>
              {translate('claim.ask.items')}
            </FormLabel>
            {ASKABLE_ITEMS.map((item) => (
              <FormControlLabel
                key={item}
                control={
                  <Checkbox
                    checked={items.includes(item)}
                    onChange={(event) => {
                      const others = items.filter((one) => one !== item);
                      setItems(event.target.checked ? [...others, item] : others);
                    }}
                  />
                }
                label={translate(`claim.document.${item}`)}
              />
            ))}
          </FormControl>
          <TextField
            fullWidth
            multiline
            minRows={3}
            label={translate('claim.ask.note')}
            helperText={translate('app.optional')}
            value={note}
            slotProps={{ htmlInput: { lang: claim.language } }}
            onChange={(event) => {
              setNote(event.target.value);
            }}
          />
        </Box>
        {items.length > 0 ? <LetterPreview request={request} /> : null}
      </Box>
    </ConfirmDialog>
  );
};
