import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import LinearProgress from '@mui/material/LinearProgress';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { LinkBase, useTranslate } from 'react-admin';
import { call } from '../../providers/http';
import { formatDay } from '../../shared/format';
import { TermName } from '../../shared/TermName';
import { useLanguage } from '../../shared/useLanguage';
import type { SettingPreview, Value } from './types';

const SHOWN = 6;
const FIGURES = ['earlier', 'later', 'late', 'notBegun', 'targets'] as const;

/** What the open claims would be like by the new value; they keep their own, so this is a picture of those to come. */
export const OpenClaimsPreview = ({ settingKey, value }: { settingKey: string; value: Value }) => {
  const translate = useTranslate();
  const language = useLanguage();
  const { data, isPending, error } = useQuery({
    queryKey: ['setting-preview', settingKey, value],
    queryFn: async () =>
      (
        await call<SettingPreview>(`/api/settings/${encodeURIComponent(settingKey)}/preview`, {
          method: 'POST',
          body: JSON.stringify({ value }),
        })
      ).json,
    retry: false,
  });
  if (error) return null;
  if (isPending) return <LinearProgress aria-label={translate('setting.change.counting')} />;
  const told = FIGURES.filter((name) => data[name] > 0);
  return (
    <Box component="section" aria-label={translate('setting.change.preview')}>
      <Alert severity="info">
        {translate('setting.change.keeps', { smart_count: data.claims })}
        <Box component="ul" sx={{ m: 0, mt: 0.5, pl: 2.5 }}>
          {told.map((name) => (
            <li key={name}>{translate(`setting.change.figure.${name}`, { count: data[name] })}</li>
          ))}
          {told.length === 0 ? <li>{translate('setting.change.figure.none')}</li> : null}
        </Box>
      </Alert>
      {data.rows.slice(0, SHOWN).map(({ claimId, number, kind, fromOn, toOn, late }) => (
        <Box
          key={`${claimId} ${kind}`}
          sx={{ display: 'flex', gap: 1, py: 0.5, borderBottom: 1, borderColor: 'divider' }}
        >
          <Link component={LinkBase} to={`/claims/${claimId}`} variant="body2">
            {number}
          </Link>
          <Typography variant="body2" color="text.secondary" noWrap sx={{ flex: 1 }}>
            <TermName kind={kind} />
          </Typography>
          <Typography variant="body2" noWrap color={late ? 'error' : 'text.primary'}>
            {formatDay(fromOn, language, 'tight')} →{' '}
            {toOn === null ? translate('setting.change.notBegun') : formatDay(toOn, language, 'tight')}
          </Typography>
        </Box>
      ))}
    </Box>
  );
};
