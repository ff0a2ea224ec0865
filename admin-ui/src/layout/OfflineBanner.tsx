import CloudOffOutlined from '@mui/icons-material/CloudOffOutlined';
import Alert from '@mui/material/Alert';
import { useSyncExternalStore } from 'react';
import { useTranslate } from 'react-admin';

/** Amber, under the app bar, while the browser has no network. */
export const OfflineBanner = () => {
  const translate = useTranslate();
  const online = useSyncExternalStore(watch, () => navigator.onLine);
  if (online) return null;
  return (
    <Alert severity="warning" icon={<CloudOffOutlined />} sx={{ borderRadius: 0 }}>
      <strong>{translate('app.offline.title')}</strong> {translate('app.offline.text')}
    </Alert>
  );
};

function watch(changed: () => void): () => void {
  window.addEventListener('online', changed);
  window.addEventListener('offline', changed);
  return () => {
    window.removeEventListener('online', changed);
    window.removeEventListener('offline', changed);
  };
}
