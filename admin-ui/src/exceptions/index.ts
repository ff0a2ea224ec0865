import type { ResourceProps } from 'react-admin';
import { lazily } from '../shared/lazily';

export const exceptions = {
  name: 'exceptions',
  list: lazily(() => import('./ExceptionList'), 'ExceptionList'),
} satisfies ResourceProps;
