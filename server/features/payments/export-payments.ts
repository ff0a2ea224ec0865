import type { ExportColumn } from '../../http/export-csv';
import type { PaymentEntity } from './payment.entity';
import { presentPayment } from './present-payment';

/** What an export of payments tells. */
export const PAYMENT_COLUMNS: readonly ExportColumn<PaymentEntity>[] = [
  {
    heading: { kk: 'Төлем №', ru: '№ платежа', en: 'Payment no.' },
    value: ({ transactionId }) => String(transactionId),
  },
  {
    heading: { kk: 'Төленген уақыты', ru: 'Оплачено', en: 'Paid' },
    value: ({ createdAt }) => ({ at: createdAt }),
  },
  { heading: { kk: 'Тапсырыс', ru: 'Заказ', en: 'Order' }, value: ({ invoiceId }) => invoiceId },
  {
    heading: { kk: 'Пошта', ru: 'Почта', en: 'Mail' },
    value: (row, { role }) => presentPayment(row, role).email,
  },
  { heading: { kk: 'Карта', ru: 'Карта', en: 'Card' }, value: ({ cardLastFour }) => cardLastFour },
  { heading: { kk: 'Мәртебе', ru: 'Статус', en: 'Status' }, value: ({ status }) => status },
  { heading: { kk: 'Сома', ru: 'Сумма', en: 'Sum' }, value: ({ amountMinor }) => ({ minor: amountMinor }) },
  {
    heading: { kk: 'Қайтарылған', ru: 'Возвращено', en: 'Refunded' },
    value: ({ refundedMinor }) => ({ minor: refundedMinor }),
  },
  { heading: { kk: 'Валюта', ru: 'Валюта', en: 'Currency' }, value: ({ currency }) => currency },
];
