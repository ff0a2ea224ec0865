import type { ResourceProps } from 'react-admin';
import { lazily } from '../shared/lazily';

export const payments = {
  name: 'payments',
  list: lazily(() => import('./PaymentList'), 'PaymentList'),
  show: lazily(() => import('./PaymentShow'), 'PaymentShow'),
} satisfies ResourceProps;
