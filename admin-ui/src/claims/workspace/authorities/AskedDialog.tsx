import Alert from '@mui/material/Alert';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useAuthorityKinds } from '../../../shared/useTermName';
import { useLanguage } from '../../../shared/useLanguage';
import { instantOf } from '../../create/deskForm';
import { ConfirmDialog } from '../dialogs/ConfirmDialog';
import { useWorkspace } from '../WorkspaceContext';
import { MomentField, nowInAlmaty } from './MomentField';
import { TextArea } from './TextArea';
import { useAuthorityFailure } from './useAuthorityFailure';

/** An authority asked about the claim: which, when, by which number, and how that is known. */
export const AskedDialog = () => {
  const { act, verbs, busy, open } = useWorkspace();
  const translate = useTranslate();
  const language = useLanguage();
  const failure = useAuthorityFailure('authority');
  const kinds = useAuthorityKinds().filter(({ active }) => active);
  const [chosen, setChosen] = useState('');
  const [at, setAt] = useState(nowInAlmaty);
  const [reference, setReference] = useState('');
  const [reason, setReason] = useState('');
  const code = chosen || (kinds[0]?.code ?? '');
  const close = () => {
    open(null);
  };
  return (
    <ConfirmDialog
      open
      title={translate('authority.ask.title')}
      text={translate('authority.ask.text')}
      confirm={translate('authority.ask.confirm')}
      busy={busy === 'authority'}
      disabled={code === '' || at === '' || reference.trim() === '' || reason.trim() === ''}
      failure={failure}
      onClose={close}
      onConfirm={async () => {
        const facts = {
          code,
          receivedAt: instantOf(at),
          reference: reference.trim(),
          reason: reason.trim(),
        };
        if (await act('authority', (seen) => verbs.authorityAsked(seen, facts))) close();
      }}
    >
      {kinds.length === 0 ? (
        <Alert severity="info">{translate('authority.ask.none')}</Alert>
      ) : (
        <Stack spacing={2}>
          <TextField
            select
            fullWidth
            autoFocus
            label={translate('authority.ask.kind')}
            value={code}
            onChange={(event) => {
              setChosen(event.target.value);
            }}
          >
            {kinds.map((kind) => (
              <MenuItem key={kind.code} value={kind.code}>
                {kind.names[language]}, {translate(`authority.term.${kind.unit}`, { smart_count: kind.days })}
              </MenuItem>
            ))}
          </TextField>
          <MomentField label={translate('authority.ask.receivedAt')} value={at} onChange={setAt} />
          <TextField
            fullWidth
            label={translate('authority.ask.reference')}
            value={reference}
            onChange={(event) => {
              setReference(event.target.value);
            }}
          />
          <TextArea label={translate('authority.ask.reason')} value={reason} onChange={setReason} />
        </Stack>
      )}
    </ConfirmDialog>
  );
};
