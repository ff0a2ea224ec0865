import type { ResourceProps } from 'react-admin';
import { lazily } from '../shared/lazily';

export const users = {
  name: 'users',
  list: lazily(() => import('./UserList'), 'UserList'),
  show: lazily(() => import('./UserShow'), 'UserShow'),
  create: lazily(() => import('./UserCreate'), 'UserCreate'),
  edit: lazily(() => import('./UserEdit'), 'UserEdit'),
} satisfies ResourceProps;
