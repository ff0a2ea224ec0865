import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useCanAccess, useTranslate } from 'react-admin';
import { BREACH_CAUSES, type BreachCause } from '../../../server/domain/breach-cause';
import { useSend } from '../shared/useSend';
import type { Breach } from './types';

/** A manager who knows better than the facts says so, with a reason; the machine's finding stays in the audit. */
export const CauseForm = ({ breach }: { breach: Breach }) => {
  const translate = useTranslate();
  const { canAccess } = useCanAccess({ resource: 'breaches', action: 'judge' });
  const { send, busy } = useSend('breach.saved');
  const [cause, setCause] = useState<BreachCause>(breach.cause);
  const [reason, setReason] = useState('');
  if (!canAccess) return null;
  return (
    <Box
      component="form"
      sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'flex-start' }}
      onSubmit={(event) => {
        event.preventDefault();
        void send(`/api/breaches/${encodeURIComponent(breach.id)}/cause`, {
          version: breach.version,
          cause,
          reason,
        });
      }}
    >
      <TextField
        select
        size="small"
        label={translate('breach.why')}
        value={cause}
        onChange={(event) => {
          setCause(event.target.value as BreachCause);
        }}
        sx={{ minWidth: 240 }}
      >
        {BREACH_CAUSES.map((each) => (
          <MenuItem key={each} value={each}>
            {translate(`breach.cause.${each}`)}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        size="small"
        required
        label={translate('breach.reason')}
        value={reason}
        slotProps={{ htmlInput: { minLength: 3, maxLength: 500 } }}
        onChange={(event) => {
          setReason(event.target.value);
        }}
        sx={{ flex: 1, minWidth: 220 }}
      />
      <Button type="submit" variant="outlined" loading={busy} disabled={cause === breach.cause}>
        {translate('breach.save')}
      </Button>
    </Box>
  );
};
