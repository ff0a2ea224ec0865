import TextField from '@mui/material/TextField';

interface Props {
  label: string;
  value: string;
  onChange: (value: string) => void;
}

/** A few lines of a reason or a note. */
export const TextArea = ({ label, value, onChange }: Props) => (
  <TextField
    fullWidth
    multiline
    minRows={2}
    label={label}
    value={value}
    onChange={(event) => {
      onChange(event.target.value);
    }}
  />
);
