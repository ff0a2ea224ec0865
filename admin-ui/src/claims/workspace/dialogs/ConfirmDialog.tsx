import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { useId, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';

interface Props {
  open: boolean;
  title: string;
  text?: string;
  confirm: string;
  confirmTestId?: string;
  /** The act ends something. */
  danger?: boolean;
  busy?: boolean;
  disabled?: boolean;
  wide?: boolean;
  onClose: () => void;
  onConfirm: () => Promise<void> | void;
  children?: ReactNode;
}

/** Asks once before money leaves or something ends; the focus starts on the safe button. */
export const ConfirmDialog = (props: Props) => {
  const {
    open,
    title,
    text,
    confirm,
    confirmTestId,
    danger,
    busy,
    disabled,
    wide,
    onClose,
    onConfirm,
    children,
  } = props;
  const translate = useTranslate();
  const id = useId();
  return (
    <Dialog
      open={open}
      onClose={busy ? undefined : onClose}
      fullWidth
      aria-labelledby={id}
      slotProps={{ paper: { sx: { maxWidth: wide ? 640 : 480 } } }}
    >
      <DialogTitle id={id}>{title}</DialogTitle>
      <DialogContent>
        {text ? (
          <Typography variant="body2" color="text.secondary" sx={{ mb: children ? 2 : 0 }}>
            {text}
          </Typography>
        ) : null}
        {children}
      </DialogContent>
      <DialogActions>
        <Button autoFocus={!children} onClick={onClose} disabled={busy}>
          {translate('app.act.cancel')}
        </Button>
        <Button
          variant={danger ? 'outlined' : 'contained'}
          color={danger ? 'error' : 'primary'}
          loading={busy}
          disabled={disabled}
          data-testid={confirmTestId}
          onClick={() => void onConfirm()}
        >
          {confirm}
        </Button>
      </DialogActions>
    </Dialog>
  );
};
