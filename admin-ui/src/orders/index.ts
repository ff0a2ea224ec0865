import type { ResourceProps } from 'react-admin';
import { allowed } from '../layout/Allowed';
import { lazily } from '../shared/lazily';

export const orders = {
  name: 'orders',
  list: lazily(() => import('./OrderList'), 'OrderList'),
  show: lazily(() => import('./OrderShow'), 'OrderShow'),
  edit: allowed(
    'orders',
    'edit',
    lazily(() => import('./OrderEdit'), 'OrderEdit'),
  ),
  create: allowed(
    'orders',
    'create',
    lazily(() => import('./OrderCreate'), 'OrderCreate'),
  ),
} satisfies ResourceProps;
