import type { ResourceProps } from 'react-admin';
import { allowed } from '../layout/Allowed';
import { lazily } from '../shared/lazily';

export const users = {
  name: 'users',
  list: lazily(() => import('./UserList'), 'UserList'),
  show: lazily(() => import('./UserShow'), 'UserShow'),
  create: allowed(
    'users',
    'create',
    lazily(() => import('./UserCreate'), 'UserCreate'),
  ),
  edit: allowed(
    'users',
    'edit',
    lazily(() => import('./UserEdit'), 'UserEdit'),
  ),
} satisfies ResourceProps;
