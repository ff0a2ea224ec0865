import type { ResourceProps } from 'react-admin';
import { lazily } from '../shared/lazily';

export const auditEvents = {
  name: 'audit-events',
  list: lazily(() => import('./AuditList'), 'AuditList'),
} satisfies ResourceProps;
