import type { ExportColumn } from '../../http/export-csv';
import type { RefundEntity } from './refund.entity';

/** What an export of refunds tells. */
export const REFUND_COLUMNS: readonly ExportColumn<RefundEntity>[] = [
  { heading: { kk: 'Қайтарым', ru: 'Возврат', en: 'Refund' }, value: ({ id }) => id },
  {
    heading: { kk: 'Құрылған', ru: 'Создан', en: 'Created' },
    value: ({ createdAt }) => ({ at: createdAt }),
  },
  { heading: { kk: 'Жолданым', ru: 'Обращение', en: 'Claim' }, value: ({ claimId }) => claimId },
  { heading: { kk: 'Төлем', ru: 'Платёж', en: 'Payment' }, value: ({ paymentId }) => paymentId },
  { heading: { kk: 'Сома', ru: 'Сумма', en: 'Sum' }, value: ({ amountMinor }) => ({ minor: amountMinor }) },
  { heading: { kk: 'Валюта', ru: 'Валюта', en: 'Currency' }, value: ({ currency }) => currency },
  { heading: { kk: 'Күйі', ru: 'Статус', en: 'State' }, value: ({ state }) => state },
  { heading: { kk: 'Дереккөз', ru: 'Источник', en: 'Source' }, value: ({ source }) => source },
  {
    heading: { kk: 'Шлюздегі №', ru: '№ в шлюзе', en: 'Gateway no.' },
    value: ({ gatewayRefundId }) => (gatewayRefundId === null ? null : String(gatewayRefundId)),
  },
  { heading: { kk: 'RRN', ru: 'RRN', en: 'RRN' }, value: ({ rrn }) => rrn },
  {
    heading: { kk: 'Шлюз қабылдаған', ru: 'Принято шлюзом', en: 'Accepted' },
    value: ({ acceptedAt }) => ({ at: acceptedAt }),
  },
  {
    heading: { kk: 'Расталған', ru: 'Подтверждено', en: 'Settled' },
    value: ({ settledAt }) => ({ at: settledAt }),
  },
];
