import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useTranslate } from 'react-admin';
import { valueWord } from '../valueWord';
import type { ChangeableSetting, Value } from './types';

interface Props {
  setting: ChangeableSetting;
  value: Value;
  onChange: (value: Value) => void;
}

/** The field that fits what the setting holds. */
export const ValueInput = ({ setting: { key, type }, value, onChange }: Props) => {
  const translate = useTranslate();
  const label = translate('setting.change.value');
  if (type.is === 'boolean' || type.is === 'choice') {
    const options: readonly Value[] = type.is === 'boolean' ? [true, false] : type.options;
    return (
      <TextField
        select
        fullWidth
        label={label}
        value={String(value)}
        onChange={(event) => {
          onChange(type.is === 'boolean' ? event.target.value === 'true' : event.target.value);
        }}
      >
        {options.map((option) => (
          <MenuItem key={String(option)} value={String(option)}>
            {valueWord(translate, key, option)}
          </MenuItem>
        ))}
      </TextField>
    );
  }
  if (type.is === 'integer') {
    return (
      <TextField
        fullWidth
        type="number"
        label={label}
        helperText={
          key.endsWith('Tenge')
            ? translate('setting.change.tenge')
            : translate('setting.change.range', { min: type.min, max: type.max })
        }
        value={value}
        slotProps={{ htmlInput: { min: type.min, max: type.max, step: 1 } }}
        onChange={(event) => {
          onChange(Number(event.target.value));
        }}
      />
    );
  }
  if (type.is === 'date') {
    const [none = ''] = type.alsoAllowed;
    return (
      <TextField
        fullWidth
        type="date"
        label={label}
        helperText={translate('setting.change.date')}
        value={value === none ? '' : value}
        slotProps={{ inputLabel: { shrink: true } }}
        onChange={(event) => {
          onChange(event.target.value || none);
        }}
      />
    );
  }
  return (
    <TextField
      fullWidth
      label={label}
      helperText={type.is === 'time' ? translate('setting.change.time') : undefined}
      value={value}
      onChange={(event) => {
        onChange(event.target.value.trim());
      }}
    />
  );
};
