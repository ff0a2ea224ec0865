import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useGetIdentity, useNotify, useTranslate } from 'react-admin';
import { LANGUAGES } from '../../../server/domain/claim';
import { call } from '../providers/http';
import { Facts } from '../records/Facts';
import { Column, Columns } from '../records/RecordPage';
import { PageTitle } from '../shared/PageTitle';
import { Panel } from '../shared/Panel';
import { partOf, PartState } from '../shared/PartState';
import { SessionRows } from '../users/SessionRows';
import type { OpenSession } from '../users/types';
import { PasswordForm } from './PasswordForm';

/** One's own account: who one is here, the password, the browsers in which one is signed in. */
export const AccountPage = () => {
  const translate = useTranslate();
  const { identity } = useGetIdentity();
  return (
    <>
      <PageTitle title={translate('account.title')} subtitle={identity?.fullName} />
      <Columns>
        <Column>
          <PasswordForm />
          <Sessions />
        </Column>
        <Column>
          <Panel title={translate('staff.facts')}>
            <Facts
              facts={[
                ['records.field.name', identity?.fullName],
                ['records.field.email', identity?.email as string | undefined],
                ['records.field.role', identity ? translate(`app.role.${String(identity.role)}`) : null],
              ]}
            />
            <LanguageChoice />
          </Panel>
        </Column>
      </Columns>
    </>
  );
};

/** The language in which the product writes to the person; the screen's own is chosen above. */
const LanguageChoice = () => {
  const translate = useTranslate();
  const notify = useNotify();
  const { data, refetch } = useQuery({
    queryKey: ['own-session'],
    queryFn: async () => (await call<{ user: { language: string } }>('/api/session')).json.user,
  });
  const choose = async (language: string) => {
    try {
      await call('/api/account', { method: 'PUT', body: JSON.stringify({ language }) });
      notify('app.saved', { type: 'success' });
      await refetch();
    } catch (error) {
      notify(error instanceof Error ? error.message : 'app.problem.server', { type: 'error' });
    }
  };
  return (
    <TextField
      id="account-language"
      select
      fullWidth
      sx={{ mt: 2 }}
      label={translate('account.language')}
      value={data?.language ?? ''}
      onChange={(event) => void choose(event.target.value)}
    >
      {LANGUAGES.map((language) => (
        <MenuItem key={language} value={language}>
          {translate(`claim.language.${language}`)}
        </MenuItem>
      ))}
    </TextField>
  );
};

const Sessions = () => {
  const translate = useTranslate();
  const notify = useNotify();
  const [busy, setBusy] = useState(false);
  const query = useQuery({
    queryKey: ['own-sessions'],
    queryFn: async () => (await call<OpenSession[]>('/api/account/sessions')).json,
    retry: false,
  });
  const end = async (path: string) => {
    setBusy(true);
    try {
      await call(path, { method: 'DELETE' });
      notify('staff.sessionsEnded', { type: 'success' });
      await query.refetch();
    } catch (error) {
      notify(error instanceof Error ? error.message : 'app.problem.server', { type: 'error' });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Panel title={translate('account.sessions')}>
      <PartState parts={[partOf(query)]} />
      {query.data ? (
        <SessionRows
          sessions={query.data}
          empty="staff.noSessions"
          onEnd={({ id }) => void end(`/api/account/sessions/${encodeURIComponent(id)}`)}
        />
      ) : null}
      {query.data && query.data.length > 1 ? (
        <Box sx={{ mt: 1.5 }}>
          <Button
            variant="outlined"
            color="error"
            loading={busy}
            onClick={() => void end('/api/account/sessions')}
          >
            {translate('account.endOthers')}
          </Button>
        </Box>
      ) : null}
    </Panel>
  );
};
