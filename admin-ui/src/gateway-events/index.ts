import type { ResourceProps } from 'react-admin';
import { lazily } from '../shared/lazily';

export const gatewayEvents = {
  name: 'gateway-events',
  list: lazily(() => import('./GatewayEventList'), 'GatewayEventList'),
} satisfies ResourceProps;
