import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { ConfirmDialog } from '../claims/workspace/dialogs/ConfirmDialog';
import { call } from '../providers/http';
import { CopyBox } from '../records/CopyBox';
import { Column, Columns } from '../records/RecordPage';
import { formatInstant } from '../shared/format';
import { PageTitle } from '../shared/PageTitle';
import { Panel } from '../shared/Panel';
import { partOf, PartState } from '../shared/PartState';
import { useLanguage } from '../shared/useLanguage';
import { pushExample } from './pushExample';

interface ApiToken {
  id: string;
  name: string;
  createdAt: string;
}

/** Keys of programs that push orders: made, shown once, revoked; with a call to copy. */
export const ApiTokens = () => {
  const translate = useTranslate();
  const notify = useNotify();
  const [name, setName] = useState('');
  const [made, setMade] = useState<{ name: string; token: string } | null>(null);
  const [ending, setEnding] = useState<ApiToken | null>(null);
  const [busy, setBusy] = useState(false);
  const query = useQuery({
    queryKey: ['api-tokens'],
    queryFn: async () => (await call<ApiToken[]>('/api/api-tokens')).json,
    retry: false,
  });
  const attempt = async (act: () => Promise<void>) => {
    setBusy(true);
    try {
      await act();
      await query.refetch();
    } catch (error) {
      notify(error instanceof Error ? error.message : 'app.problem.server', { type: 'error' });
    } finally {
      setBusy(false);
    }
  };
  const create = (event: SyntheticEvent) => {
    event.preventDefault();
    void attempt(async () => {
      const body = JSON.stringify({ name: name.trim() });
      setMade(
        (await call<{ name: string; token: string }>('/api/api-tokens', { method: 'POST', body })).json,
      );
      setName('');
    });
  };
  return (
    <>
      <PageTitle title={translate('apiToken.title')} subtitle={translate('apiToken.text')} />
      <Columns>
        <Column>
          <Panel title={translate('apiToken.make')}>
            <Box
              component="form"
              onSubmit={create}
              sx={{ display: 'flex', gap: 1.5, alignItems: 'flex-end', flexWrap: 'wrap' }}
            >
              <TextField
                id="token-name"
                label={translate('apiToken.name')}
                placeholder={translate('apiToken.namePlaceholder')}
                value={name}
                sx={{ flex: 1, minWidth: 200 }}
                onChange={(event) => {
                  setName(event.target.value);
                }}
              />
              <Button type="submit" variant="contained" loading={busy} disabled={name.trim() === ''}>
                {translate('apiToken.create')}
              </Button>
            </Box>
            {made ? (
              <Alert severity="warning" sx={{ mt: 2, '& .MuiAlert-message': { flex: 1, minWidth: 0 } }}>
                <Typography variant="body2" sx={{ mb: 1 }}>
                  {translate('apiToken.once', { name: made.name })}
                </Typography>
                <CopyBox text={made.token} label={translate('apiToken.copy')} />
              </Alert>
            ) : null}
          </Panel>
          <Panel title={translate('apiToken.list')}>
            <PartState parts={[partOf(query)]} />
            {query.data ? <TokenRows tokens={query.data} onEnd={setEnding} /> : null}
          </Panel>
        </Column>
        <Column>
          <Panel title={translate('apiToken.how')}>
            <Typography variant="body2" sx={{ mb: 1.5 }}>
              {translate('apiToken.howText')}
            </Typography>
            <CopyBox
              text={pushExample(window.location.origin, made?.token)}
              label={translate('apiToken.copyCall')}
            />
            <Typography variant="body2" sx={{ mt: 1.5 }}>
              <Link href="/api/docs" target="_blank" rel="noopener">
                {translate('apiToken.docs')}
              </Link>
            </Typography>
          </Panel>
        </Column>
      </Columns>
      <ConfirmDialog
        open={ending !== null}
        danger
        busy={busy}
        title={translate('apiToken.revokeTitle', { name: ending?.name ?? '' })}
        text={translate('apiToken.revokeText')}
        confirm={translate('apiToken.revoke')}
        onClose={() => {
          setEnding(null);
        }}
        onConfirm={() =>
          attempt(async () => {
            await call(`/api/api-tokens/${encodeURIComponent(ending?.id ?? '')}`, { method: 'DELETE' });
            setEnding(null);
          })
        }
      />
    </>
  );
};

const TokenRows = ({ tokens, onEnd }: { tokens: ApiToken[]; onEnd: (token: ApiToken) => void }) => {
  const translate = useTranslate();
  const language = useLanguage();
  if (tokens.length === 0) {
    return (
      <Typography variant="body2" color="text.secondary">
        {translate('apiToken.none')}
      </Typography>
    );
  }
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {tokens.map((token) => (
        <Box
          component="li"
          key={token.id}
          sx={{
            display: 'flex',
            gap: 1.5,
            alignItems: 'center',
            py: 1,
            borderTop: 1,
            borderColor: 'divider',
            '&:first-of-type': { borderTop: 0 },
          }}
        >
          <Box sx={{ flex: 1, minWidth: 0 }}>
            <Typography variant="body2" sx={{ fontWeight: 500, overflowWrap: 'anywhere' }}>
              {token.name}
            </Typography>
            <Typography variant="caption" color="text.secondary">
              {translate('apiToken.since', { time: formatInstant(token.createdAt, language, 'short') })}
            </Typography>
          </Box>
          <Button
            size="small"
            color="error"
            onClick={() => {
              onEnd(token);
            }}
          >
            {translate('apiToken.revoke')}
          </Button>
        </Box>
      ))}
    </Box>
  );
};
