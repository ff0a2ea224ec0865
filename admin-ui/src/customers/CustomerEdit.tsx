import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useState, type SyntheticEvent } from 'react';
import { LinkBase, useNavigate, useNotify, useTranslate, useUpdate } from 'react-admin';
import { LANGUAGES, type Language } from '../../../server/domain/claim';
import { faultsOfError } from '../records/faultsOfError';
import { RecordPage } from '../records/RecordPage';
import { LeaveGuard } from '../shared/LeaveGuard';
import { Panel } from '../shared/Panel';
import type { Customer } from './types';

/** Corrects how a customer is reached; their claims and letters follow. */
export const CustomerEdit = () => {
  const translate = useTranslate();
  return (
    <RecordPage<Customer>
      name="customers"
      title={() => translate('customer.edit')}
      subtitle={({ name }) => name}
    >
      {(customer) => <ContactForm key={customer.version} customer={customer} />}
    </RecordPage>
  );
};

interface ContactDraft {
  name: string;
  email: string;
  phone: string;
  language: Language | '';
}

const FIELDS = ['name', 'email', 'phone'] as const;
const TYPES = { name: 'text', email: 'email', phone: 'tel' } as const;

const ContactForm = ({ customer }: { customer: Customer }) => {
  const translate = useTranslate();
  const notify = useNotify();
  const navigate = useNavigate();
  const [update] = useUpdate<Customer>();
  const [initial] = useState<ContactDraft>({
    name: customer.name,
    email: customer.email ?? '',
    phone: customer.phone ?? '',
    language: customer.language ?? '',
  });
  const [draft, setDraft] = useState(initial);
  const [saving, setSaving] = useState(false);
  const [faults, setFaults] = useState<Record<string, string>>({});

  const save = async (event: SyntheticEvent) => {
    event.preventDefault();
    setFaults({});
    setSaving(true);
    const data = {
      name: draft.name.trim(),
      email: draft.email.trim() || null,
      phone: draft.phone.trim() || null,
      language: draft.language || null,
    };
    try {
      const change = { id: customer.id, data, previousData: customer };
      await update('customers', change, { returnPromise: true, mutationMode: 'pessimistic' });
      notify('app.saved', { type: 'success' });
      navigate(`/customers/${customer.id}/show`);
    } catch (error) {
      setSaving(false);
      setFaults(faultsOfError(error, notify));
    }
  };

  return (
    <Box
      component="form"
      noValidate
      onSubmit={(event: SyntheticEvent) => void save(event)}
      sx={{ maxWidth: 560 }}
    >
      <LeaveGuard unsent={draft !== initial && !saving} />
      <Panel title={translate('customer.contact')}>
        <Box sx={{ display: 'grid', gap: 1.5 }}>
          {FIELDS.map((field) => (
            <TextField
              key={field}
              id={`customer-${field}`}
              type={TYPES[field]}
              label={translate(`records.field.${field}`)}
              value={draft[field]}
              error={faults[field] !== undefined}
              helperText={
                faults[field]
                  ? translate(faults[field], { _: faults[field] })
                  : field === 'name'
                    ? ' '
                    : translate('app.optional')
              }
              onChange={(event) => {
                setDraft({ ...draft, [field]: event.target.value });
              }}
            />
          ))}
          <TextField
            id="customer-language"
            select
            label={translate('customer.language')}
            value={draft.language}
            slotProps={{ select: { displayEmpty: true } }}
            helperText={translate('customer.languageHelp')}
            onChange={(event) => {
              const language = LANGUAGES.find((one) => one === event.target.value);
              setDraft({ ...draft, language: language ?? '' });
            }}
          >
            <MenuItem value="">{translate('customer.unsureText')}</MenuItem>
            {LANGUAGES.map((language) => (
              <MenuItem key={language} value={language}>
                {translate(`claim.language.${language}`)}
              </MenuItem>
            ))}
          </TextField>
        </Box>
        <Box sx={{ display: 'flex', gap: 1, mt: 2 }}>
          <Button type="submit" variant="contained" loading={saving} disabled={draft.name.trim() === ''}>
            {translate('app.act.save')}
          </Button>
          <Button component={LinkBase} to={`/customers/${customer.id}/show`}>
            {translate('app.act.cancel')}
          </Button>
        </Box>
      </Panel>
    </Box>
  );
};
