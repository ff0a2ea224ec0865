import type { ResourceProps } from 'react-admin';
import { lazily } from '../shared/lazily';

export const refunds = {
  name: 'refunds',
  list: lazily(() => import('./RefundList'), 'RefundList'),
  show: lazily(() => import('./RefundShow'), 'RefundShow'),
} satisfies ResourceProps;
