import { maskedPerson } from '../../domain/masked-person';
import { maskedText } from '../../domain/masked-text';
import type { ExportColumn } from '../../http/export-csv';
import type { MailLedgerEntity } from './mail-ledger.entity';

/** What an export of the mail ledger tells; texts of letters stay sealed. */
export const LEDGER_COLUMNS: readonly ExportColumn<MailLedgerEntity>[] = [
  {
    heading: { kk: 'Келген уақыты', ru: 'Получено', en: 'Received' },
    value: ({ receivedAt }) => ({ at: receivedAt }),
  },
  {
    heading: { kk: 'Жіберуші', ru: 'Отправитель', en: 'From' },
    value: ({ envelopeFrom }, { role }) => maskedPerson({ name: '', email: envelopeFrom }, role).email,
  },
  {
    heading: { kk: 'Тақырып', ru: 'Тема', en: 'Subject' },
    value: ({ subject }, { role }) => maskedText(subject, role, []),
  },
  { heading: { kk: 'Нәтижесі', ru: 'Результат', en: 'Outcome' }, value: ({ outcome }) => outcome },
  { heading: { kk: 'Себебі', ru: 'Причина', en: 'Reason' }, value: ({ reason }) => reason },
  { heading: { kk: 'Жолданым', ru: 'Обращение', en: 'Claim' }, value: ({ claimId }) => claimId },
  { heading: { kk: 'Message-ID', ru: 'Message-ID', en: 'Message-ID' }, value: ({ messageId }) => messageId },
  { heading: { kk: 'SHA-256', ru: 'SHA-256', en: 'SHA-256' }, value: ({ sha256 }) => sha256 },
];
