import VerifiedOutlined from '@mui/icons-material/VerifiedOutlined';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCanAccess, useTranslate } from 'react-admin';
import { call } from '../providers/http';

interface Chain {
  sealed: number;
  /** Written in the last seconds; the seal follows. */
  waiting: number;
  lastHash: string | null;
}

interface Report {
  checked: number;
  faults: string[];
}

/** How far the hash chain reaches, and a check of all of it on request. */
export const ChainPanel = () => {
  const translate = useTranslate();
  const { canAccess } = useCanAccess({ resource: 'audit-events', action: 'verify' });
  const [report, setReport] = useState<Report | 'busy' | 'failed' | null>(null);
  const { data: chain } = useQuery({
    queryKey: ['audit-chain'],
    queryFn: async () => (await call<Chain>('/api/audit-chain')).json,
    refetchInterval: 30_000,
    retry: false,
  });
  if (!chain) return null;
  const verify = async () => {
    setReport('busy');
    try {
      setReport((await call<Report>('/api/audit-chain/verify', { method: 'POST', body: '{}' })).json);
    } catch {
      setReport('failed');
    }
  };
  return (
    <Card sx={{ p: 1.5, mb: 2 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1.5, rowGap: 1 }}>
        <VerifiedOutlined sx={{ color: 'action.active' }} aria-hidden />
        <Box sx={{ flex: 1, minWidth: 220 }}>
          <Typography variant="body2">
            {translate('audit.chain.sealed', { smart_count: chain.sealed })}
            {chain.waiting > 0 ? ` · ${translate('audit.chain.waiting', { count: chain.waiting })}` : ''}
          </Typography>
          {chain.lastHash ? (
            <Typography variant="caption" color="text.secondary" component="div">
              {translate('audit.chain.last', { hash: chain.lastHash.slice(0, 16) })}
            </Typography>
          ) : null}
        </Box>
        {canAccess ? (
          <Button variant="outlined" loading={report === 'busy'} onClick={() => void verify()}>
            {translate('audit.chain.verify')}
          </Button>
        ) : null}
      </Box>
      <Box role="status">
        {report === 'failed' ? (
          <Alert severity="error" sx={{ mt: 1 }}>
            {translate('app.problem.server')}
          </Alert>
        ) : null}
        {report !== null && typeof report === 'object' ? <Result report={report} /> : null}
      </Box>
    </Card>
  );
};

const Result = ({ report: { checked, faults } }: { report: Report }) => {
  const translate = useTranslate();
  if (faults.length === 0) {
    return (
      <Alert severity="success" sx={{ mt: 1 }}>
        {translate('audit.chain.whole', { smart_count: checked })}
      </Alert>
    );
  }
  return (
    <Alert severity="error" sx={{ mt: 1 }}>
      {translate('audit.chain.broken')}
      <ul style={{ margin: '4px 0 0', paddingLeft: 20 }}>
        {faults.map((fault) => (
          <li key={fault} lang="en">
            {fault}
          </li>
        ))}
      </ul>
    </Alert>
  );
};
