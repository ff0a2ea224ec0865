import type { ComponentType } from 'react';
import type { ResourceProps } from 'react-admin';
import { claims } from './claims';
import { lazily } from './shared/lazily';

/** Every resource of the desk, one folder each; a screen is fetched when it is first opened. */
export const RESOURCES: ResourceProps[] = [claims];

/** Screens that are no resource, inside the frame. */
export const SCREENS: { path: string; screen: ComponentType }[] = [
  { path: '/approvals', screen: lazily(() => import('./approvals/ApprovalInbox'), 'ApprovalInbox') },
];

/** Pages before sign-in, without the frame. */
export const OUTSIDE: { path: string; screen: ComponentType }[] = [
  { path: '/forgot', screen: lazily(() => import('./login/ForgotPage'), 'ForgotPage') },
  {
    path: '/set-password/:token',
    screen: lazily(() => import('./login/SetPasswordPage'), 'SetPasswordPage'),
  },
];

export const DashboardScreen = lazily(() => import('./dashboard/Dashboard'), 'Dashboard');
