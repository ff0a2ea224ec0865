import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { AuthorityRequest } from '../../../shared/types';
import { instantOf } from '../../create/deskForm';
import { ConfirmDialog } from '../dialogs/ConfirmDialog';
import { useWorkspace } from '../WorkspaceContext';
import { inAlmaty, MomentField } from './MomentField';
import { TextArea } from './TextArea';
import { useAuthorityFailure } from './useAuthorityFailure';

type What = 'received' | 'answered' | 'lost' | 'withdrawn' | 'restored';

/** What was recorded of an authority is put right, with a reason; the term is counted anew. */
export const CorrectDialog = ({ request, onClose }: { request: AuthorityRequest; onClose: () => void }) => {
  const { act, verbs, busy } = useWorkspace();
  const translate = useTranslate();
  const failure = useAuthorityFailure('authorityCorrect');
  const offered = offeredOf(request);
  const [what, setWhat] = useState<What>('received');
  const [at, setAt] = useState(inAlmaty(request.receivedAt));
  const [reason, setReason] = useState('');
  const timed = what === 'received' || what === 'answered';
  return (
    <ConfirmDialog
      open
      title={translate('authority.correct.title')}
      text={translate('authority.correct.text')}
      confirm={translate('authority.correct.confirm')}
      busy={busy === 'authorityCorrect'}
      disabled={reason.trim() === '' || (timed && at === '')}
      failure={failure}
      onClose={onClose}
      onConfirm={async () => {
        const facts = { requestId: request.id, ...changeOf(what, at), reason: reason.trim() };
        if (await act('authorityCorrect', (seen) => verbs.authorityCorrected(seen, facts))) onClose();
      }}
    >
      <Stack spacing={2}>
        <TextField
          select
          fullWidth
          autoFocus
          label={translate('authority.correct.what')}
          value={what}
          onChange={(event) => {
            const next = offered.find((one) => one === event.target.value) ?? 'received';
            setWhat(next);
            if (next === 'received') setAt(inAlmaty(request.receivedAt));
            if (next === 'answered' && request.answeredAt) setAt(inAlmaty(request.answeredAt));
          }}
        >
          {offered.map((one) => (
            <MenuItem key={one} value={one} sx={{ whiteSpace: 'normal' }}>
              {translate(`authority.correct.${one}`)}
            </MenuItem>
          ))}
        </TextField>
        {timed ? <MomentField label={translate('authority.correct.at')} value={at} onChange={setAt} /> : null}
        <TextArea label={translate('authority.correct.reason')} value={reason} onChange={setReason} />
      </Stack>
    </ConfirmDialog>
  );
};

function offeredOf({ answeredAt, withdrawnAt }: AuthorityRequest): What[] {
  return [
    'received',
    ...(answeredAt === null ? [] : (['answered', 'lost'] as const)),
    withdrawnAt === null ? 'withdrawn' : 'restored',
  ];
}

function changeOf(
  what: What,
  at: string,
): { receivedAt?: string; answeredAt?: string | null; withdrawn?: boolean } {
  switch (what) {
    case 'received':
      return { receivedAt: instantOf(at) };
    case 'answered':
      return { answeredAt: instantOf(at) };
    case 'lost':
      return { answeredAt: null };
    case 'withdrawn':
      return { withdrawn: true };
    case 'restored':
      return { withdrawn: false };
  }
}
