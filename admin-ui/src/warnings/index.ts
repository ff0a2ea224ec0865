import type { ResourceProps } from 'react-admin';
import { lazily } from '../shared/lazily';

export const warnings = {
  name: 'warnings',
  list: lazily(() => import('./WarningList'), 'WarningList'),
} satisfies ResourceProps;
