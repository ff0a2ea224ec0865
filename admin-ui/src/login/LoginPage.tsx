import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useState, type SyntheticEvent } from 'react';
import { HttpError, LinkBase, useLogin, useTranslate } from 'react-admin';
import { AuthFrame } from './AuthFrame';
import { PasswordInput } from './PasswordInput';

/** Sign-in by mail address and password. A wrong pair and an unknown user read the same. */
export const LoginPage = () => {
  const translate = useTranslate();
  const login = useLogin();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const [tried, setTried] = useState(false);
  const missing = (text: string) => tried && text === '';

  const submit = async () => {
    setTried(true);
    if (!email || !password) return;
    setBusy(true);
    setFailure(null);
    try {
      await login({ email: email.trim(), password });
    } catch (error) {
      setFailure(reasonOf(error));
      setBusy(false);
    }
  };

  return (
    <AuthFrame title={translate('app.login.title')} text={translate('app.desk')}>
      <Stack
        component="form"
        noValidate
        spacing={2.5}
        onSubmit={(event: SyntheticEvent) => {
          event.preventDefault();
          void submit();
        }}
      >
        <TextField
          id="email"
          name="email"
          type="email"
          label={translate('app.login.email')}
          autoComplete="username"
          autoFocus
          required
          error={missing(email)}
          helperText={missing(email) ? translate('claim.create.required') : undefined}
          value={email}
          onChange={(event) => {
            setEmail(event.target.value);
          }}
        />
        <PasswordInput
          id="password"
          name="password"
          label={translate('app.login.password')}
          autoComplete="current-password"
          required
          error={missing(password)}
          helperText={missing(password) ? translate('claim.create.required') : undefined}
          value={password}
          onChange={(event) => {
            setPassword(event.target.value);
          }}
        />
        {failure ? <Alert severity="error">{translate(failure)}</Alert> : null}
        <Button type="submit" variant="contained" size="large" fullWidth loading={busy}>
          {translate('app.login.signIn')}
        </Button>
        <Link component={LinkBase} to="/forgot" variant="body2">
          {translate('app.login.forgot')}
        </Link>
      </Stack>
    </AuthFrame>
  );
};

function reasonOf(error: unknown): string {
  if (!(error instanceof HttpError)) return 'app.login.unreachable';
  if (error.status === 429) return 'app.login.throttled';
  return error.status >= 500 ? 'app.login.unreachable' : 'app.login.failed';
}
