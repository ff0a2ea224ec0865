import Alert from '@mui/material/Alert';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { CLAIM_KINDS, LANGUAGES } from '../../../../../server/domain/claim';
import { parseMoney, typedMoney } from '../../../shared/format';
import type { Claim } from '../../../shared/types';
import { useFailure } from '../useFailure';
import { useWorkspace } from '../WorkspaceContext';
import { ConfirmDialog } from './ConfirmDialog';

/** Corrects what people may correct. On a proposed claim it says that the proposal falls. */
export const EditDialog = () => {
  const { claim, act, verbs, busy, open } = useWorkspace();
  const failure = useFailure('edit');
  const translate = useTranslate();
  const [form, setForm] = useState({
    kind: claim.kind,
    language: claim.language,
    orderNumber: claim.orderNumber ?? '',
    requested: typedMoney(claim.requestedMinor),
    handedOverOn: claim.handedOverOn ?? '',
  });
  const change = (part: Partial<typeof form>) => {
    setForm({ ...form, ...part });
  };
  const requestedMinor = form.requested.trim() === '' ? null : parseMoney(form.requested);
  const badSum = form.requested.trim() !== '' && requestedMinor === null;
  const close = () => {
    open(null);
  };
  const save = async () => {
    const data: Claim = {
      ...claim,
      kind: form.kind,
      language: form.language,
      orderNumber: form.orderNumber.trim() || null,
      requestedMinor,
      handedOverOn: form.handedOverOn || null,
    };
    if (await act('edit', () => verbs.update('claims', { id: claim.id, previousData: claim, data }))) close();
  };
  return (
    <ConfirmDialog
      open
      title={translate('claim.edit.title')}
      confirm={translate('app.act.save')}
      busy={busy === 'edit'}
      disabled={badSum}
      failure={failure.words}
      onClose={close}
      onConfirm={save}
    >
      <Stack spacing={2}>
        {claim.state === 'proposed' ? (
          <Alert severity="warning">{translate('claim.edit.voids')}</Alert>
        ) : null}
        <TextField
          select
          label={translate('claim.edit.kind')}
          value={form.kind}
          onChange={(event) => {
            change({ kind: event.target.value as Claim['kind'] });
          }}
        >
          {CLAIM_KINDS.map((kind) => (
            <MenuItem key={kind} value={kind}>
              {translate(`claim.kind.${kind}`)}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          select
          label={translate('claim.edit.language')}
          value={form.language}
          onChange={(event) => {
            change({ language: event.target.value as Claim['language'] });
          }}
        >
          {LANGUAGES.map((language) => (
            <MenuItem key={language} value={language}>
              {translate(`claim.language.${language}`)}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          label={translate('claim.edit.orderNumber')}
          value={form.orderNumber}
          onChange={(event) => {
            change({ orderNumber: event.target.value });
          }}
        />
        <TextField
          label={translate('claim.edit.requested')}
          value={form.requested}
          error={badSum}
          helperText={badSum ? translate('claim.create.badSum') : undefined}
          slotProps={{ htmlInput: { inputMode: 'decimal' } }}
          onChange={(event) => {
            change({ requested: event.target.value });
          }}
        />
        <TextField
          type="date"
          label={translate('claim.edit.handedOver')}
          value={form.handedOverOn}
          onChange={(event) => {
            change({ handedOverOn: event.target.value });
          }}
        />
      </Stack>
    </ConfirmDialog>
  );
};
