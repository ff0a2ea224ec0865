import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import Switch from '@mui/material/Switch';
import TextField from '@mui/material/TextField';
import { useTranslate } from 'react-admin';
import { AUTHORITY_STARTS } from '../../../server/domain/authority-terms';
import type { AuthorityDraft } from './authorityDraft';

interface Props {
  draft: AuthorityDraft;
  isNew: boolean;
  onChange: (draft: AuthorityDraft) => void;
}

/** The fields of a term: names in three languages, length, reading, law, day and reason. */
export const AuthorityTermForm = ({ draft, isNew, onChange }: Props) => {
  const translate = useTranslate();
  const set = <Key extends keyof AuthorityDraft>(key: Key, value: AuthorityDraft[Key]) => {
    onChange({ ...draft, [key]: value });
  };
  const text = (key: 'code' | 'kk' | 'ru' | 'en' | 'days' | 'article' | 'reason', label: string) => ({
    fullWidth: true,
    label: translate(label),
    value: draft[key],
    onChange: (event: { target: { value: string } }) => {
      set(key, event.target.value);
    },
  });
  return (
    <Stack spacing={2}>
      {isNew ? (
        <TextField
          autoFocus
          {...text('code', 'authority.code')}
          helperText={translate('authority.codeHint')}
        />
      ) : null}
      {(['kk', 'ru', 'en'] as const).map((one) => (
        <TextField key={one} {...text(one, `authority.name.${one}`)} />
      ))}
      <Stack direction={{ xs: 'column', sm: 'row' }} spacing={2}>
        <TextField
          type="number"
          {...text('days', 'authority.days')}
          slotProps={{ htmlInput: { min: 1, max: 365, step: 1 } }}
        />
        <TextField
          select
          fullWidth
          label={translate('authority.unit')}
          value={draft.unit}
          onChange={(event) => {
            set('unit', event.target.value === 'working' ? 'working' : 'calendar');
          }}
        >
          {(['calendar', 'working'] as const).map((one) => (
            <MenuItem key={one} value={one}>
              {translate(`authority.units.${one}`)}
            </MenuItem>
          ))}
        </TextField>
      </Stack>
      <TextField
        select
        fullWidth
        label={translate('authority.start')}
        value={draft.start}
        onChange={(event) => {
          set('start', AUTHORITY_STARTS.find((one) => one === event.target.value) ?? draft.start);
        }}
      >
        {AUTHORITY_STARTS.map((one) => (
          <MenuItem key={one} value={one} sx={{ whiteSpace: 'normal' }}>
            {translate(`authority.starts.${one}`)}
          </MenuItem>
        ))}
      </TextField>
      {draft.unit === 'calendar' ? (
        <Flag
          label={translate('authority.rollForward')}
          checked={draft.rollForward}
          onChange={(checked) => {
            set('rollForward', checked);
          }}
        />
      ) : null}
      <TextField {...text('article', 'authority.article')} />
      <TextField
        fullWidth
        type="date"
        label={translate('authority.validFrom')}
        value={draft.validFrom}
        slotProps={{ inputLabel: { shrink: true } }}
        onChange={(event) => {
          set('validFrom', event.target.value);
        }}
      />
      {isNew ? null : (
        <Flag
          label={translate('authority.active')}
          checked={draft.active}
          onChange={(checked) => {
            set('active', checked);
          }}
        />
      )}
      <TextField multiline minRows={2} {...text('reason', 'authority.reason')} />
    </Stack>
  );
};

interface FlagProps {
  label: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

const Flag = ({ label, checked, onChange }: FlagProps) => (
  <FormControlLabel
    label={label}
    control={
      <Switch
        checked={checked}
        onChange={(event) => {
          onChange(event.target.checked);
        }}
      />
    }
  />
);
