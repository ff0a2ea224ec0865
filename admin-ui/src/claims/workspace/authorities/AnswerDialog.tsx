import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { AuthorityRequest } from '../../../shared/types';
import { instantOf } from '../../create/deskForm';
import { ConfirmDialog } from '../dialogs/ConfirmDialog';
import { useClaimDocuments } from '../useClaimLists';
import { useWorkspace } from '../WorkspaceContext';
import { MomentField, nowInAlmaty } from './MomentField';
import { TextArea } from './TextArea';
import { useAuthorityFailure } from './useAuthorityFailure';

/** The reasoned answer went out to the authority; its copy may stand among the claim's documents. */
export const AnswerDialog = ({ request, onClose }: { request: AuthorityRequest; onClose: () => void }) => {
  const { claim, act, verbs, busy } = useWorkspace();
  const translate = useTranslate();
  const failure = useAuthorityFailure('authorityAnswer');
  const documents = useClaimDocuments(claim.id);
  const [at, setAt] = useState(nowInAlmaty);
  const [reference, setReference] = useState('');
  const [note, setNote] = useState('');
  const [documentId, setDocumentId] = useState('');
  return (
    <ConfirmDialog
      open
      title={translate('authority.answer.title')}
      text={translate('authority.answer.text')}
      confirm={translate('authority.answer.confirm')}
      busy={busy === 'authorityAnswer'}
      disabled={at === '' || reference.trim() === '' || note.trim() === ''}
      failure={failure}
      onClose={onClose}
      onConfirm={async () => {
        const facts = {
          requestId: request.id,
          answeredAt: instantOf(at),
          reference: reference.trim(),
          note: note.trim(),
          documentId: documentId || null,
        };
        if (await act('authorityAnswer', (seen) => verbs.authorityAnswered(seen, facts))) onClose();
      }}
    >
      <Stack spacing={2}>
        <MomentField label={translate('authority.answer.answeredAt')} value={at} onChange={setAt} />
        <TextField
          fullWidth
          autoFocus
          label={translate('authority.answer.reference')}
          value={reference}
          onChange={(event) => {
            setReference(event.target.value);
          }}
        />
        <TextArea label={translate('authority.answer.note')} value={note} onChange={setNote} />
        <TextField
          select
          fullWidth
          label={translate('authority.answer.document')}
          value={documentId}
          slotProps={{ inputLabel: { shrink: true }, select: { displayEmpty: true } }}
          onChange={(event) => {
            setDocumentId(event.target.value);
          }}
        >
          <MenuItem value="">{translate('authority.answer.noDocument')}</MenuItem>
          {documents.rows.map(({ id, name }) => (
            <MenuItem key={id} value={id}>
              {name}
            </MenuItem>
          ))}
        </TextField>
      </Stack>
    </ConfirmDialog>
  );
};
