import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Party } from '../../../shared/types';
import { useFailure } from '../useFailure';
import { useWorkspace } from '../WorkspaceContext';
import { ConfirmDialog } from './ConfirmDialog';

const ROLES = ['payer', 'representative'] as const;
type PersonForm = Record<'name' | 'email' | 'phone', string> & { authorityProved: boolean };

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
        {ROLES.map((role) => (
          <Person
            key={role}
            role={role}
            form={form[role]}
            wrong={failure.fields}
            onChange={(part) => {
              setForm({ ...form, [role]: { ...form[role], ...part } });
            }}
          />
        ))}
      </Box>
    </ConfirmDialog>
  );
};

interface PersonProps {
  role: (typeof ROLES)[number];
  form: PersonForm;
  wrong: readonly string[];
  onChange: (part: Partial<PersonForm>) => void;
}

const Person = ({ role, form, wrong, onChange }: PersonProps) => {
  const translate = useTranslate();
  const title = translate(`claim.people.${role}`);
  return (
    <Stack component="fieldset" spacing={1.5} sx={{ border: 0, p: 0, m: 0 }}>
      <Typography component="legend" variant="subtitle2">
        {title}
      </Typography>
      {(['name', 'email', 'phone'] as const).map((field) => (
        <TextField
          key={field}
          id={`${role}-${field}`}
          label={translate(`claim.create.${field}`)}
          type={field === 'phone' ? 'tel' : field === 'email' ? 'email' : 'text'}
          error={wrong.includes(`${role}.${field}`)}
          helperText={
            wrong.includes(`${role}.${field}`)
              ? translate('app.problem.field')
              : field === 'name'
                ? translate(`claim.people.${role}Help`)
                : translate('app.optional')
          }
          value={form[field]}
          onChange={(event) => {
            onChange({ [field]: event.target.value });
          }}
        />
      ))}
      <FormControlLabel
        control={
          <Checkbox
            checked={form.authorityProved}
            disabled={form.name.trim() === ''}
            onChange={(event) => {
              onChange({ authorityProved: event.target.checked });
            }}
          />
        }
        label={<Typography variant="body2">{translate('claim.people.proved')}</Typography>}
      />
    </Stack>
  );
};

function formOf(party: Party | null | undefined): PersonForm {
  const { name, email, phone, authorityProved = false } = party ?? { name: null };
  return { name: name ?? '', email: email ?? '', phone: phone ?? '', authorityProved };
}

/** Nobody without a name. */
function partyOf({ name, email, phone, authorityProved }: PersonForm): Party | null {
  if (name.trim() === '') return null;
  return { name: name.trim(), email: email.trim() || null, phone: phone.trim() || null, authorityProved };
}
