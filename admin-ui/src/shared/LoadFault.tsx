import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import type { SxProps, Theme } from '@mui/material/styles';
import { useTranslate } from 'react-admin';

interface Props {
  /** What went wrong, as a key of the catalogue or in the server's own words. */
  message: string;
  onRetry: () => void;
  sx?: SxProps<Theme>;
}

/** What stands where something could not be loaded, with the way to try again. */
export const LoadFault = ({ message, onRetry, sx }: Props) => {
  const translate = useTranslate();
  return (
    <Alert
      severity="error"
      sx={sx}
      action={
        <Button color="inherit" size="small" onClick={onRetry}>
          {translate('app.act.retry')}
        </Button>
      }
    >
      {translate(message, { _: message })}
    </Alert>
  );
};
