import type { ResourceProps } from 'react-admin';
import { lazily } from '../shared/lazily';

export const jobs = {
  name: 'jobs',
  list: lazily(() => import('./JobList'), 'JobList'),
} satisfies ResourceProps;
