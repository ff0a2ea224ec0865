import Alert from '@mui/material/Alert';
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
  /** `twice` has room for a form and a letter side by side. */
  wide?: boolean | 'twice';
  /** Why it was refused, in words; what was typed stays. */
  failure?: ReactNode;
  onClose: () => void;
  onConfirm: () => Promise<void> | void;
  children?: ReactNode;
}

/** A form begins in its first field, unless one of its own has taken the focus. */
function focusFirst(content: HTMLElement | null): void {
  if (!content || content.contains(document.activeElement)) return;
  content.querySelector<HTMLElement>('input, textarea, [role="combobox"]')?.focus();
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
    failure,
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
      onKeyDown={(event) => {
        // A form is sent by its keys; a question about money wants the button.
        if (!children || event.code !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        if (!disabled && !busy) void onConfirm();
      }}
      slotProps={{ paper: { sx: { maxWidth: wide === 'twice' ? 960 : wide ? 640 : 480 } } }}
    >
      <DialogTitle id={id}>{title}</DialogTitle>
      <DialogContent ref={focusFirst}>
        {text ? (
          <Typography variant="body2" color="text.secondary" sx={{ mb: children ? 2 : 0 }}>
            {text}
          </Typography>
        ) : null}
        {children}
        {failure ? (
          <Alert severity="error" sx={{ mt: 2 }}>
            {failure}
          </Alert>
        ) : null}
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
