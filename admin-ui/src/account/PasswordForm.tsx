import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useState, type SyntheticEvent } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { PasswordInput } from '../login/PasswordInput';
import { call } from '../providers/http';
import { Panel } from '../shared/Panel';
import { passwordFault, type PasswordFault } from './passwordFault';

const SHORTEST = 12;

/** Changes one's own password; the present one is asked for, and every other session ends. */
export const PasswordForm = () => {
  const translate = useTranslate();
  const notify = useNotify();
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const [repeat, setRepeat] = useState('');
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<PasswordFault | null>(null);
  const short = password !== '' && [...password].length < SHORTEST;
  const differ = repeat !== '' && repeat !== password;

  const save = async (event: SyntheticEvent) => {
    event.preventDefault();
    setBusy(true);
    setFault(null);
    try {
      const body = JSON.stringify({ current, password });
      await call('/api/account/password', { method: 'POST', body });
      setCurrent('');
      setPassword('');
      setRepeat('');
      notify('account.changed', { type: 'success' });
    } catch (error) {
      setFault(passwordFault(error));
    } finally {
      setBusy(false);
    }
  };

  const wordOf = (field: PasswordFault['field']) =>
    fault?.field === field ? translate(fault.text) : undefined;
  return (
    <Panel title={translate('account.password')}>
      <Typography variant="body2" color="text.secondary" sx={{ mb: 2 }}>
        {translate('app.setPassword.text')}
      </Typography>
      <Stack
        component="form"
        noValidate
        spacing={1.5}
        sx={{ maxWidth: 400 }}
        onSubmit={(event: SyntheticEvent) => void save(event)}
      >
        <PasswordInput
          id="current-password"
          label={translate('account.current')}
          autoComplete="current-password"
          value={current}
          error={fault?.field === 'current'}
          helperText={wordOf('current')}
          onChange={(event) => {
            setCurrent(event.target.value);
          }}
        />
        <PasswordInput
          id="new-password"
          label={translate('account.new')}
          autoComplete="new-password"
          value={password}
          error={short || fault?.field === 'password'}
          helperText={short ? translate('app.setPassword.short') : wordOf('password')}
          onChange={(event) => {
            setPassword(event.target.value);
          }}
        />
        <PasswordInput
          id="repeat-password"
          label={translate('app.setPassword.repeat')}
          autoComplete="new-password"
          value={repeat}
          error={differ}
          helperText={differ ? translate('app.setPassword.differ') : undefined}
          onChange={(event) => {
            setRepeat(event.target.value);
          }}
        />
        {fault?.field === null ? <Alert severity="error">{translate(fault.text)}</Alert> : null}
        <Button
          type="submit"
          variant="contained"
          loading={busy}
          sx={{ alignSelf: 'flex-start' }}
          disabled={current === '' || [...password].length < SHORTEST || repeat !== password}
        >
          {translate('account.change')}
        </Button>
      </Stack>
    </Panel>
  );
};
