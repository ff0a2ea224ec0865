import type { ResourceProps } from 'react-admin';
import { lazily } from '../shared/lazily';

export const authorityTerms = {
  name: 'authority-terms',
  list: lazily(() => import('./AuthorityTermList'), 'AuthorityTermList'),
} satisfies ResourceProps;
