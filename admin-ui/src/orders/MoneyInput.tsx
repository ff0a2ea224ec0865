import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';

interface Props {
  id: string;
  label: string;
  currency: string;
  value: string;
  error: string | undefined;
  onChange: (text: string) => void;
  width?: number | string;
}

/** A sum as people type it: figures at the right, the currency behind them. */
export const MoneyInput = ({ id, label, currency, value, error, onChange, width = 168 }: Props) => (
  <TextField
    id={id}
    label={label}
    value={value}
    error={error !== undefined}
    helperText={error ?? ' '}
    sx={{ width }}
    onChange={(event) => {
      onChange(event.target.value);
    }}
    slotProps={{
      htmlInput: { inputMode: 'decimal', style: { textAlign: 'right' } },
      input: {
        endAdornment: <InputAdornment position="end">{currency === 'KZT' ? '₸' : currency}</InputAdornment>,
      },
    }}
  />
);
