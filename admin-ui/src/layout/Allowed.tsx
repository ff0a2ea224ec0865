import type { ComponentType } from 'react';
import { useCanAccess } from 'react-admin';
import { AccessDenied } from './NoEntry';

/** A screen for those who hold a right. An address is no way around it: others are told that they may not. */
export function allowed(resource: string, action: string, Screen: ComponentType): ComponentType {
  const Allowed = () => {
    const { canAccess, isPending } = useCanAccess({ resource, action });
    if (isPending) return null;
    return canAccess ? <Screen /> : <AccessDenied />;
  };
  return Allowed;
}
