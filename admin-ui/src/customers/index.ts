import type { ResourceProps } from 'react-admin';
import { allowed } from '../layout/Allowed';
import { lazily } from '../shared/lazily';

export const customers = {
  name: 'customers',
  list: lazily(() => import('./CustomerList'), 'CustomerList'),
  show: lazily(() => import('./CustomerShow'), 'CustomerShow'),
  edit: allowed(
    'customers',
    'edit',
    lazily(() => import('./CustomerEdit'), 'CustomerEdit'),
  ),
} satisfies ResourceProps;
