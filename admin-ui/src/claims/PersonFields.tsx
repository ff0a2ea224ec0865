import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import type { PartyRole, PersonForm } from './personForm';

interface Props {
  role: PartyRole;
  form: PersonForm;
  /** Of `payer.email` and so on. */
  isWrong: (field: string) => boolean;
  onChange: (part: Partial<PersonForm>) => void;
}

/** Who somebody beside the customer is, and whether they may act. */
export const PersonFields = ({ role, form, isWrong, onChange }: Props) => {
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
          error={isWrong(`${role}.${field}`)}
          helperText={
            isWrong(`${role}.${field}`)
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
