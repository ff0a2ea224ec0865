import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useState, type SyntheticEvent } from 'react';
import { HttpError, LinkBase, useTranslate } from 'react-admin';
import { call } from '../providers/http';
import { AuthFrame } from './AuthFrame';

/** Asks for a reset link. The answer is the same whether or not the address has an account. */
export const ForgotPage = () => {
  const translate = useTranslate();
  const [email, setEmail] = useState('');
  const [state, setState] = useState<'open' | 'busy' | 'sent' | 'failed' | 'throttled'>('open');

  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    setState('busy');
    try {
      await call('/api/password/forgot', { method: 'POST', body: JSON.stringify({ email: email.trim() }) });
      setState('sent');
    } catch (error) {
      setState(error instanceof HttpError && error.status === 429 ? 'throttled' : 'failed');
    }
  };

  return (
    <AuthFrame title={translate('app.forgot.title')} text={translate('app.forgot.text')}>
      <Stack
        component="form"
        noValidate
        spacing={2.5}
        onSubmit={(event: SyntheticEvent) => void submit(event)}
      >
        <TextField
          id="email"
          type="email"
          label={translate('app.login.email')}
          autoComplete="username"
          autoFocus
          value={email}
          onChange={(event) => {
            setEmail(event.target.value);
          }}
        />
        {state === 'sent' ? <Alert severity="success">{translate('app.forgot.sent')}</Alert> : null}
        {state === 'throttled' ? <Alert severity="error">{translate('app.login.throttled')}</Alert> : null}
        {state === 'failed' ? <Alert severity="error">{translate('app.login.unreachable')}</Alert> : null}
        <Button type="submit" variant="contained" size="large" loading={state === 'busy'} disabled={!email}>
          {translate('app.forgot.send')}
        </Button>
        <Link component={LinkBase} to="/login" variant="body2">
          {translate('app.forgot.back')}
        </Link>
      </Stack>
    </AuthFrame>
  );
};
