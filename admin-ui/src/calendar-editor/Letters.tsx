import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useCanAccess, useNotify, useTranslate } from 'react-admin';
import { calendarApi, useWaitingLetters } from './api';

/** Customers who were told another date; a manager decides about their letters. */
export const Letters = ({ changeId }: { changeId: string }) => {
  const translate = useTranslate();
  const notify = useNotify();
  const { canAccess } = useCanAccess({ resource: 'calendar-letters', action: 'send' });
  const { data: waiting = 0 } = useWaitingLetters(changeId);
  const [busy, setBusy] = useState(false);
  // The letters are written in the background: until then they would still be counted as waiting.
  const [isDecided, setDecided] = useState(false);
  if (waiting === 0 || isDecided) return null;
  const act = async (what: 'send' | 'drop') => {
    setBusy(true);
    try {
      await calendarApi.letters(changeId, what);
      notify(`calendarEditor.letters.${what}Done`, { type: 'success' });
      setDecided(true);
    } catch (error) {
      notify(error instanceof Error ? error.message : 'ra.notification.http_error', { type: 'error' });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Alert severity="info" sx={{ my: 2 }}>
      {translate('calendarEditor.letters.waiting', { smart_count: waiting })}
      {canAccess ? (
        <Box sx={{ display: 'flex', gap: 1, mt: 1 }}>
          <Button size="small" variant="contained" loading={busy} onClick={() => void act('send')}>
            {translate('calendarEditor.letters.send')}
          </Button>
          <Button size="small" disabled={busy} onClick={() => void act('drop')}>
            {translate('calendarEditor.letters.drop')}
          </Button>
        </Box>
      ) : null}
    </Alert>
  );
};
