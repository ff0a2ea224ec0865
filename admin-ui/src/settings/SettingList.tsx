import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import Chip from '@mui/material/Chip';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { useGetList, useTranslate, type RaRecord } from 'react-admin';
import { formatDay } from '../shared/format';
import { PageTitle } from '../shared/PageTitle';
import { Panel } from '../shared/Panel';
import { useLanguage } from '../shared/useLanguage';
import { SETTING_GROUPS } from './groups';
import { ChangeButton } from './change/ChangeButton';
import type { ChangeableSetting } from './change/types';
import { settingKey, valueWord } from './valueWord';
import { LoadFault } from '../shared/LoadFault';

interface Setting extends RaRecord, ChangeableSetting {
  id: string;
  default: unknown;
  reason: string;
  law: string;
  history?: { value: unknown; validFrom: string; reason: string }[];
}

/** Each ambiguity of the law with the choice in force, its reason and its article, by subject; an administrator changes it from a coming day on. */
export const SettingList = () => {
  const translate = useTranslate();
  const { data, isPending, error, refetch } = useGetList<Setting>(
    'settings',
    { pagination: { page: 1, perPage: 100 }, sort: { field: 'id', order: 'ASC' }, filter: {} },
    { retry: false },
  );
  const known = new Map((data ?? []).map((setting) => [setting.key, setting]));
  const grouped = SETTING_GROUPS.flatMap(({ keys }) => keys);
  const others = [...known.keys()].filter((key) => !grouped.includes(key));
  const groups = [...SETTING_GROUPS, ...(others.length > 0 ? [{ name: 'other', keys: others }] : [])];
  return (
    <Box sx={{ maxWidth: 920 }}>
      <PageTitle title={translate('records.settings.title')} subtitle={translate('setting.text')} />
      {error ? <LoadFault message={error.message} onRetry={() => void refetch()} /> : null}
      {isPending ? (
        <Card sx={{ p: 2 }}>
          {[1, 2, 3, 4].map((row) => (
            <Skeleton key={row} height={56} />
          ))}
        </Card>
      ) : null}
      <Box sx={{ display: 'grid', gap: 2 }}>
        {groups.map(({ name, keys }) => {
          const rows = keys.flatMap((key) => known.get(key) ?? []);
          return rows.length === 0 ? null : (
            <Panel key={name} title={translate(`setting.group.${name}`)}>
              {rows.map((setting) => (
                <SettingRow key={setting.key} setting={setting} />
              ))}
            </Panel>
          );
        })}
      </Box>
    </Box>
  );
};

const SettingRow = ({ setting }: { setting: Setting }) => {
  const translate = useTranslate();
  const language = useLanguage();
  const key = settingKey(setting.key);
  const changed = JSON.stringify(setting.value) !== JSON.stringify(setting.default);
  return (
    <Box sx={{ py: 1.5, borderTop: 1, borderColor: 'divider', '&:first-of-type': { borderTop: 0 } }}>
      <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap', alignItems: 'baseline' }}>
        <Typography variant="subtitle1" component="h3" sx={{ flex: 1, minWidth: 220 }}>
          {translate(`setting.name.${key}`, { _: setting.key })}
        </Typography>
        <Typography component="span" sx={{ fontWeight: 600 }}>
          {valueWord(translate, setting.key, setting.value)}
        </Typography>
        <ChangeButton setting={setting} />
      </Box>
      <Typography variant="body2" sx={{ mt: 0.25, maxWidth: '68ch' }}>
        {translate(`setting.reason.${key}`, { _: setting.reason })}
      </Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1.5, mt: 0.5 }}>
        <Typography variant="caption" color="text.secondary">
          {translate('setting.law', { law: translate(`setting.source.${key}`, { _: setting.law }) })}
        </Typography>
        <Typography variant="caption" color="text.secondary">
          {translate('records.settings.default', {
            value: valueWord(translate, setting.key, setting.default),
          })}
        </Typography>
        {changed ? (
          <Chip size="small" color="warning" variant="outlined" label={translate('setting.changed')} />
        ) : null}
        <Typography variant="caption" color="text.secondary" component="code">
          {setting.key}
        </Typography>
      </Box>
      {(setting.history ?? []).map(({ value, validFrom, reason }) => (
        <Typography key={validFrom} variant="caption" component="div" sx={{ mt: 0.5 }}>
          {translate('setting.since', {
            date: formatDay(validFrom, language, 'short'),
            value: valueWord(translate, setting.key, value),
          })}{' '}
          {reason ? `«${reason}»` : ''}
        </Typography>
      ))}
    </Box>
  );
};
