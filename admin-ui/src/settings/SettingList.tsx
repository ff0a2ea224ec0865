import Card from '@mui/material/Card';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useGetList, useTranslate, type RaRecord } from 'react-admin';
import { PageTitle } from '../shared/PageTitle';

interface Setting extends RaRecord {
  key: string;
  value: unknown;
  default: unknown;
  reason: string;
  law: string;
}

/** Each ambiguity of the law with the choice in force, its reason and its article. Read only. */
export const SettingList = () => {
  const translate = useTranslate();
  const { data = [] } = useGetList<Setting>('settings', {
    pagination: { page: 1, perPage: 100 },
    sort: { field: 'id', order: 'ASC' },
    filter: {},
  });
  return (
    <>
      <PageTitle title={translate('records.settings.title')} />
      <Card>
        {data.map((setting) => (
          <Box key={setting.key} sx={{ p: 2, borderBottom: 1, borderColor: 'divider' }}>
            <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap', alignItems: 'baseline' }}>
              <Typography variant="subtitle2" component="h2" sx={{ flex: 1 }}>
                {setting.key}
              </Typography>
              <Typography sx={{ fontWeight: 600 }}>{String(setting.value)}</Typography>
              <Typography variant="caption" color="text.secondary">
                {translate('records.settings.default', { value: String(setting.default) })}
              </Typography>
            </Box>
            <Typography variant="body2" lang="en">
              {setting.reason}
            </Typography>
            <Typography variant="caption" color="text.secondary" lang="en">
              {setting.law}
            </Typography>
          </Box>
        ))}
      </Card>
    </>
  );
};
