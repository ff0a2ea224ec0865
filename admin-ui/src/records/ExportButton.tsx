import FileDownloadOutlined from '@mui/icons-material/FileDownloadOutlined';
import Button from '@mui/material/Button';
import Tooltip from '@mui/material/Tooltip';
import { useCanAccess, useListContext, useTranslate, type RaRecord } from 'react-admin';
import { useLanguage } from '../shared/useLanguage';

/** Everything that the filters find as a file for Excel; the server writes it and notes who took it. */
export const ExportButton = ({ name }: { name: string }) => {
  const translate = useTranslate();
  const language = useLanguage();
  const list = useListContext<RaRecord>();
  const { canAccess } = useCanAccess({ resource: name, action: 'export' });
  if (!canAccess || !list.total) return null;
  const query = new URLSearchParams({ filter: JSON.stringify(list.filterValues), language });
  return (
    <Tooltip title={translate('records.export.hint')}>
      <Button
        component="a"
        href={`/api/exports/${name}?${query.toString()}`}
        download
        variant="outlined"
        aria-label={translate('records.export.button')}
        startIcon={<FileDownloadOutlined />}
      >
        CSV
      </Button>
    </Tooltip>
  );
};
