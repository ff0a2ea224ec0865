import type { ResourceProps } from 'react-admin';
import { lazily } from '../shared/lazily';

export const mailLedger = {
  name: 'mail-ledger',
  list: lazily(() => import('./MailLedgerList'), 'MailLedgerList'),
  show: lazily(() => import('./MailLedgerShow'), 'MailLedgerShow'),
} satisfies ResourceProps;
