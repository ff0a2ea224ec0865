import type { ResourceProps } from 'react-admin';
import { lazily } from '../shared/lazily';

export const customers = {
  name: 'customers',
  list: lazily(() => import('./CustomerList'), 'CustomerList'),
} satisfies ResourceProps;
