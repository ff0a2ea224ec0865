import type { ResourceProps } from 'react-admin';
import { lazily } from '../shared/lazily';

export const settings = {
  name: 'settings',
  list: lazily(() => import('./SettingList'), 'SettingList'),
} satisfies ResourceProps;
