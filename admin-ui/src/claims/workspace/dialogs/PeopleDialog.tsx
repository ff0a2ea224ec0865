import Box from '@mui/material/Box';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { formOf, PARTIES, partyOf } from '../../personForm';
import { PersonFields } from '../../PersonFields';
import { useFailure } from '../useFailure';
import { useWorkspace } from '../WorkspaceContext';
import { ConfirmDialog } from './ConfirmDialog';

/**
 * Who paid and who speaks for the customer, when these are other people. Money goes to the payer's card only, and
 * somebody else's claim needs proof of authority.
 */
export const PeopleDialog = () => {
  const { claim, act, verbs, busy, open } = useWorkspace();
  const failure = useFailure('people');
  const translate = useTranslate();
  const [form, setForm] = useState({
    payer: formOf(claim.payer),
    representative: formOf(claim.representative),
  });
  const close = () => {
    open(null);
  };
  const save = async () => {
    const data = {
      ...claim,
      payer: partyOf(form.payer),
      representative: partyOf(form.representative),
    };
    const change = { id: claim.id, previousData: claim, data };
    if (await act('people', () => verbs.update('claims', change))) close();
  };
  return (
    <ConfirmDialog
      open
      wide="twice"
      title={translate('claim.people.title')}
      text={translate('claim.people.text')}
      confirm={translate('app.act.save')}
      busy={busy === 'people'}
      failure={failure.words}
      onClose={close}
      onConfirm={save}
    >
      <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>
        {PARTIES.map((role) => (
          <PersonFields
            key={role}
            role={role}
            form={form[role]}
            isWrong={(field) => failure.fields.includes(field)}
            onChange={(part) => {
              setForm({ ...form, [role]: { ...form[role], ...part } });
            }}
          />
        ))}
      </Box>
    </ConfirmDialog>
  );
};
