import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { useEffect, useId } from 'react';
import { useBlocker, useTranslate } from 'react-admin';

/** Asks before the page of a form is left with something typed that was not sent; the focus starts on staying. */
export const LeaveGuard = ({ unsent }: { unsent: boolean }) => {
  const translate = useTranslate();
  const id = useId();
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => unsent && currentLocation.pathname !== nextLocation.pathname,
  );
  useWarningOfBrowser(unsent);
  const stay = () => blocker.reset?.();
  return (
    <Dialog open={blocker.state === 'blocked'} onClose={stay} aria-labelledby={id}>
      <DialogTitle id={id}>{translate('app.leave.title')}</DialogTitle>
      <DialogContent>
        <Typography variant="body2" color="text.secondary">
          {translate('app.leave.text')}
        </Typography>
      </DialogContent>
      <DialogActions>
        <Button autoFocus onClick={stay}>
          {translate('app.leave.stay')}
        </Button>
        <Button variant="outlined" color="error" onClick={() => blocker.proceed?.()}>
          {translate('app.leave.go')}
        </Button>
      </DialogActions>
    </Dialog>
  );
};

/** Closing the tab or loading it anew is asked about by the browser itself, in its own words. */
function useWarningOfBrowser(unsent: boolean): void {
  useEffect(() => {
    if (!unsent) return undefined;
    const ask = (event: BeforeUnloadEvent) => {
      event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => {
      window.removeEventListener('beforeunload', ask);
    };
  }, [unsent]);
}
