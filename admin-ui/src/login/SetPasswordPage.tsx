import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Stack from '@mui/material/Stack';
import { useState, type SyntheticEvent } from 'react';
import { LinkBase, useParams, useTranslate } from 'react-admin';
import { passwordFault, type PasswordFault } from '../account/passwordFault';
import { call } from '../providers/http';
import { AuthFrame } from './AuthFrame';
import { PasswordInput } from './PasswordInput';

const SHORTEST = 12;

/** Sets a password by the link of an invitation or of a reset letter. */
export const SetPasswordPage = () => {
  const translate = useTranslate();
  const { token } = useParams<{ token: string }>();
  const [password, setPassword] = useState('');
  const [repeat, setRepeat] = useState('');
  const [state, setState] = useState<'open' | 'busy' | 'done'>('open');
  const [fault, setFault] = useState<PasswordFault | null>(null);
  const short = password !== '' && [...password].length < SHORTEST;
  const bad = fault?.field === 'password' ? translate(fault.text) : undefined;
  const differ = repeat !== '' && repeat !== password;

  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    setState('busy');
    setFault(null);
    try {
      await call('/api/password/set', { method: 'POST', body: JSON.stringify({ token, password }) });
      setState('done');
    } catch (error) {
      setFault(passwordFault(error));
      setState('open');
    }
  };

  if (state === 'done') {
    return (
      <AuthFrame title={translate('app.setPassword.title')} text={translate('app.desk')}>
        <Alert severity="success">{translate('app.setPassword.done')}</Alert>
        <Button component={LinkBase} to="/login" variant="contained" size="large" sx={{ mt: 2.5 }}>
          {translate('app.login.signIn')}
        </Button>
      </AuthFrame>
    );
  }
  return (
    <AuthFrame title={translate('app.setPassword.title')} text={translate('app.setPassword.text')}>
      <Stack
        component="form"
        noValidate
        spacing={2.5}
        onSubmit={(event: SyntheticEvent) => void submit(event)}
      >
        <PasswordInput
          id="password"
          label={translate('app.login.password')}
          autoComplete="new-password"
          autoFocus
          error={short || bad !== undefined}
          helperText={short ? translate('app.setPassword.short') : bad}
          value={password}
          onChange={(event) => {
            setPassword(event.target.value);
            setFault(null);
          }}
        />
        <PasswordInput
          id="repeat"
          label={translate('app.setPassword.repeat')}
          autoComplete="new-password"
          error={differ}
          helperText={differ ? translate('app.setPassword.differ') : undefined}
          value={repeat}
          onChange={(event) => {
            setRepeat(event.target.value);
          }}
        />
        {fault && fault.field !== 'password' ? (
          <Alert severity="error">{translate(fault.text, { _: fault.text })}</Alert>
        ) : null}
        <Button
          type="submit"
          variant="contained"
          size="large"
          loading={state === 'busy'}
          disabled={[...password].length < SHORTEST || repeat !== password}
        >
          {translate('app.setPassword.save')}
        </Button>
        <Link component={LinkBase} to="/forgot" variant="body2">
          {translate('app.login.forgot')}
        </Link>
      </Stack>
    </AuthFrame>
  );
};
