import type { ComponentType } from 'react';
import type { ResourceProps } from 'react-admin';
import { auditEvents } from './audit-events';
import { authorityTerms } from './authorities';
import { breaches } from './breaches';
import { calendarDays } from './calendar-days';
import { claims } from './claims';
import { customers } from './customers';
import { exceptions } from './exceptions';
import { gatewayEvents } from './gateway-events';
import { jobs } from './jobs';
import { allowed } from './layout/Allowed';
import { mailLedger } from './mail-ledger';
import { orders } from './orders';
import { payments } from './payments';
import { refunds } from './refunds';
import { settings } from './settings';
import { lazily } from './shared/lazily';
import { users } from './users';
import { warnings } from './warnings';

/** Every resource of the desk, one folder each; a screen is fetched when it is first opened. */
export const RESOURCES: ResourceProps[] = [
  claims,
  payments,
  refunds,
  orders,
  customers,
  mailLedger,
  exceptions,
  warnings,
  breaches,
  calendarDays,
  authorityTerms,
  auditEvents,
  users,
  gatewayEvents,
  jobs,
  settings,
];

/** Screens that are no resource, inside the frame; each for those who hold the right behind it. */
export const SCREENS: { path: string; screen: ComponentType }[] = [
  {
    path: '/approvals',
    screen: allowed(
      'claims',
      'list',
      lazily(() => import('./approvals/ApprovalInbox'), 'ApprovalInbox'),
    ),
  },
  {
    path: '/unknown-payouts',
    screen: allowed(
      'refunds',
      'list',
      lazily(() => import('./unknown-payouts/UnknownPayouts'), 'UnknownPayouts'),
    ),
  },
  { path: '/payouts', screen: lazily(() => import('./payouts/PayoutDesk'), 'PayoutDesk') },
  {
    path: '/orders/import',
    screen: allowed(
      'orders',
      'edit',
      lazily(() => import('./orders/OrderImport'), 'OrderImport'),
    ),
  },
  { path: '/account', screen: lazily(() => import('./account/AccountPage'), 'AccountPage') },
  {
    path: '/api-tokens',
    screen: allowed(
      'users',
      'edit',
      lazily(() => import('./api-tokens/ApiTokens'), 'ApiTokens'),
    ),
  },
  {
    path: '/calendar-editor',
    screen: allowed(
      'calendar-days',
      'edit',
      lazily(() => import('./calendar-editor/CalendarEditor'), 'CalendarEditor'),
    ),
  },
  {
    path: '/deadline-report',
    screen: allowed(
      'reports',
      'list',
      lazily(() => import('./deadline-report/DeadlineReport'), 'DeadlineReport'),
    ),
  },
  {
    path: '/deadlines',
    screen: allowed(
      'deadlines',
      'list',
      lazily(() => import('./deadlines/DeadlineCalculator'), 'DeadlineCalculator'),
    ),
  },
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
