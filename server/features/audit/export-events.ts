import type { ExportColumn } from '../../http/export-csv';
import type { AuditEventEntity } from './audit.entity';

/** What an export of the audit trail tells. */
export const EVENT_COLUMNS: readonly ExportColumn<AuditEventEntity>[] = [
  { heading: { kk: 'Уақыты', ru: 'Когда', en: 'When' }, value: ({ at }) => ({ at }) },
  { heading: { kk: 'Кім (id)', ru: 'Кто (id)', en: 'Who (id)' }, value: ({ actorId }) => actorId },
  { heading: { kk: 'Әрекет', ru: 'Действие', en: 'Act' }, value: ({ action }) => action },
  {
    heading: { kk: 'Жазба түрі', ru: 'Вид записи', en: 'Kind of record' },
    value: ({ resource }) => resource,
  },
  { heading: { kk: 'Жазба', ru: 'Запись', en: 'Record' }, value: ({ resourceId }) => resourceId },
  { heading: { kk: 'Жолданым', ru: 'Обращение', en: 'Claim' }, value: ({ claimId }) => claimId },
  { heading: { kk: 'Мәліметтер', ru: 'Сведения', en: 'Facts' }, value: ({ data }) => JSON.stringify(data) },
  { heading: { kk: 'Мекенжай', ru: 'Адрес', en: 'Address' }, value: ({ address }) => address },
];
