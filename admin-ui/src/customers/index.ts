import type { ResourceProps } from 'react-admin';
import { lazily } from '../shared/lazily';

export const customers = {
  name: 'customers',
  list: lazily(() => import('./CustomerList'), 'CustomerList'),
  show: lazily(() => import('./CustomerShow'), 'CustomerShow'),
  edit: lazily(() => import('./CustomerEdit'), 'CustomerEdit'),
} satisfies ResourceProps;
