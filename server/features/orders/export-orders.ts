import { maskedPerson } from '../../domain/masked-person';
import type { ExportColumn } from '../../http/export-csv';
import type { Actor } from '../../http/route';
import type { OrderEntity } from './order.entity';

/** What an export of orders tells; one row an order. */
export const ORDER_COLUMNS: readonly ExportColumn<OrderEntity>[] = [
  { heading: { kk: 'Тапсырыс', ru: 'Заказ', en: 'Order' }, value: ({ number }) => number },
  {
    heading: { kk: 'Рәсімделген', ru: 'Оформлен', en: 'Placed' },
    value: ({ placedAt }) => ({ at: placedAt }),
  },
  {
    heading: { kk: 'Клиент', ru: 'Клиент', en: 'Customer' },
    value: (row, reader) => buyer(row, reader).name,
  },
  { heading: { kk: 'Пошта', ru: 'Почта', en: 'Mail' }, value: (row, reader) => buyer(row, reader).email },
  {
    heading: { kk: 'Телефон', ru: 'Телефон', en: 'Telephone' },
    value: (row, reader) => buyer(row, reader).phone,
  },
  {
    heading: { kk: 'Берілген күні', ru: 'Передан', en: 'Handed over' },
    value: ({ handedOverOn }) => handedOverOn,
  },
  {
    heading: { kk: 'Жеткізу', ru: 'Доставка', en: 'Delivery' },
    value: ({ deliveryFeeMinor }) => ({ minor: deliveryFeeMinor }),
  },
  {
    heading: { kk: 'Жеңілдік', ru: 'Скидка', en: 'Discount' },
    value: ({ discountMinor }) => ({ minor: discountMinor }),
  },
  {
    heading: { kk: 'Барлығы', ru: 'Итого', en: 'Total' },
    value: ({ totalMinor }) => ({ minor: totalMinor }),
  },
  { heading: { kk: 'Валюта', ru: 'Валюта', en: 'Currency' }, value: ({ currency }) => currency },
  { heading: { kk: 'Дереккөз', ru: 'Источник', en: 'Source' }, value: ({ source }) => source },
];

function buyer({ customerName, customerEmail, customerPhone }: OrderEntity, { role }: Actor) {
  return maskedPerson({ name: customerName, email: customerEmail, phone: customerPhone }, role);
}
