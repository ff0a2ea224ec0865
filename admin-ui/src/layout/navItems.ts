import AssessmentOutlined from '@mui/icons-material/AssessmentOutlined';
import AssignmentTurnedInOutlined from '@mui/icons-material/FactCheckOutlined';
import CalendarMonthOutlined from '@mui/icons-material/CalendarMonthOutlined';
import DashboardOutlined from '@mui/icons-material/SpaceDashboardOutlined';
import EventAvailableOutlined from '@mui/icons-material/EventAvailableOutlined';
import GavelOutlined from '@mui/icons-material/GavelOutlined';
import GroupOutlined from '@mui/icons-material/GroupOutlined';
import HelpOutlined from '@mui/icons-material/HelpOutline';
import HistoryOutlined from '@mui/icons-material/HistoryOutlined';
import InboxOutlined from '@mui/icons-material/InboxOutlined';
import KeyOutlined from '@mui/icons-material/KeyOutlined';
import MailOutlined from '@mui/icons-material/MailOutlined';
import ManageAccountsOutlined from '@mui/icons-material/ManageAccountsOutlined';
import NotificationsOutlined from '@mui/icons-material/NotificationsOutlined';
import PauseCircleOutlined from '@mui/icons-material/PauseCircleOutlined';
import PaymentsOutlined from '@mui/icons-material/PaymentsOutlined';
import ReceiptLongOutlined from '@mui/icons-material/ReceiptLongOutlined';
import ReportOutlined from '@mui/icons-material/ReportOutlined';
import RunningWithErrorsOutlined from '@mui/icons-material/RunningWithErrorsOutlined';
import SettingsOutlined from '@mui/icons-material/SettingsOutlined';
import SyncOutlined from '@mui/icons-material/SyncOutlined';
import UndoOutlined from '@mui/icons-material/UndoOutlined';
import WebhookOutlined from '@mui/icons-material/WebhookOutlined';
import type { ComponentType } from 'react';
import type { SvgIconProps } from '@mui/material/SvgIcon';
import type { Dashboard } from '../shared/types';

export interface NavItem {
  /** Key of the words, `app.nav.<key>`. */
  key: string;
  to: string;
  icon: ComponentType<SvgIconProps>;
  /** Shown only to those who may; without it, to everybody. */
  right?: [resource: string, action: string];
  count?: (counts: Dashboard['counts']) => number | undefined;
  /** A count above zero is red. */
  alarm?: boolean;
}

/** The menu in its groups: daily work, records, the machinery. */
export const NAV_GROUPS: NavItem[][] = [
  [
    { key: 'dashboard', to: '/', icon: DashboardOutlined },
    { key: 'queue', to: '/claims', icon: InboxOutlined, right: ['claims', 'list'], count: (c) => c.open },
    {
      key: 'approvals',
      to: '/approvals',
      icon: AssignmentTurnedInOutlined,
      right: ['claims', 'list'],
      count: (c) => c.awaitingApproval,
    },
    {
      key: 'unknown',
      to: '/unknown-payouts',
      icon: HelpOutlined,
      right: ['refunds', 'list'],
      count: (c) => c.unknownPayouts,
      alarm: true,
    },
    { key: 'payouts', to: '/payouts', icon: PauseCircleOutlined, right: ['refunds', 'list'] },
    { key: 'warnings', to: '/warnings', icon: NotificationsOutlined, right: ['warnings', 'list'] },
  ],
  [
    { key: 'payments', to: '/payments', icon: PaymentsOutlined, right: ['payments', 'list'] },
    { key: 'refunds', to: '/refunds', icon: UndoOutlined, right: ['refunds', 'list'] },
    { key: 'orders', to: '/orders', icon: ReceiptLongOutlined, right: ['orders', 'list'] },
    { key: 'customers', to: '/customers', icon: GroupOutlined, right: ['customers', 'list'] },
    { key: 'mailLedger', to: '/mail-ledger', icon: MailOutlined, right: ['mail-ledger', 'list'] },
    {
      key: 'exceptions',
      to: '/exceptions',
      icon: ReportOutlined,
      right: ['exceptions', 'list'],
      count: (c) => c.exceptions,
      alarm: true,
    },
  ],
  [
    { key: 'calendar', to: '/calendar-days', icon: CalendarMonthOutlined, right: ['calendar-days', 'list'] },
    { key: 'deadlines', to: '/deadlines', icon: EventAvailableOutlined, right: ['deadlines', 'list'] },
    { key: 'authorities', to: '/authority-terms', icon: GavelOutlined, right: ['authority-terms', 'list'] },
    { key: 'breaches', to: '/breaches', icon: RunningWithErrorsOutlined, right: ['breaches', 'list'] },
    { key: 'report', to: '/deadline-report', icon: AssessmentOutlined, right: ['reports', 'list'] },
    { key: 'audit', to: '/audit-events', icon: HistoryOutlined, right: ['audit-events', 'list'] },
    { key: 'users', to: '/users', icon: ManageAccountsOutlined, right: ['users', 'list'] },
    { key: 'apiTokens', to: '/api-tokens', icon: KeyOutlined, right: ['users', 'edit'] },
    { key: 'gatewayEvents', to: '/gateway-events', icon: WebhookOutlined, right: ['gateway-events', 'list'] },
    {
      key: 'jobs',
      to: '/jobs',
      icon: SyncOutlined,
      right: ['jobs', 'list'],
      // Nothing is said while all goes well.
      count: ({ troubledJobs = 0 }) => (troubledJobs > 0 ? troubledJobs : undefined),
      alarm: true,
    },
    { key: 'settings', to: '/settings', icon: SettingsOutlined, right: ['settings', 'list'] },
  ],
];
