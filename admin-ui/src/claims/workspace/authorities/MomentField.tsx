import TextField from '@mui/material/TextField';
import { dayInAlmaty, timeInAlmaty } from '../../../shared/format';

interface Props {
  label: string;
  /** `YYYY-MM-DDTHH:MM`, Almaty. */
  value: string;
  onChange: (value: string) => void;
}

/** A moment of the day in Almaty. */
export const MomentField = ({ label, value, onChange }: Props) => (
  <TextField
    fullWidth
    type="datetime-local"
    label={label}
    value={value}
    slotProps={{ inputLabel: { shrink: true } }}
    onChange={(event) => {
      onChange(event.target.value);
    }}
  />
);

export function inAlmaty(at: string | Date): string {
  return `${dayInAlmaty(at)}T${timeInAlmaty(at)}`;
}

export function nowInAlmaty(): string {
  return inAlmaty(new Date());
}
