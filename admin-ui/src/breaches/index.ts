import type { ResourceProps } from 'react-admin';
import { lazily } from '../shared/lazily';

export const breaches = {
  name: 'breaches',
  list: lazily(() => import('./BreachList'), 'BreachList'),
} satisfies ResourceProps;
