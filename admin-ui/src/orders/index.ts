import type { ResourceProps } from 'react-admin';
import { lazily } from '../shared/lazily';

export const orders = {
  name: 'orders',
  list: lazily(() => import('./OrderList'), 'OrderList'),
  show: lazily(() => import('./OrderShow'), 'OrderShow'),
  edit: lazily(() => import('./OrderEdit'), 'OrderEdit'),
  create: lazily(() => import('./OrderCreate'), 'OrderCreate'),
} satisfies ResourceProps;
