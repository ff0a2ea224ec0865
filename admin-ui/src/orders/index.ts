import type { ResourceProps } from 'react-admin';
import { lazily } from '../shared/lazily';

export const orders = {
  name: 'orders',
  list: lazily(() => import('./OrderList'), 'OrderList'),
} satisfies ResourceProps;
