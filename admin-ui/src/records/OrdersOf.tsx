import { useTranslate } from 'react-admin';
import type { Order } from '../orders/types';
import { formatInstant } from '../shared/format';
import { Money } from '../shared/MoneyField';
import { useLanguage } from '../shared/useLanguage';
import { Related } from './Related';

/** Orders that belong to a record. */
export const OrdersOf = ({ filter }: { filter: Record<string, unknown> }) => {
  const translate = useTranslate();
  const language = useLanguage();
  return (
    <Related<Order>
      name="orders"
      title="records.related.orders"
      empty="records.related.noOrders"
      filter={filter}
      sort={{ field: 'placedAt', order: 'DESC' }}
      row={(order) => ({
        to: `/orders/${order.id}/show`,
        main: order.number,
        under: [
          formatInstant(order.placedAt, language, 'short'),
          translate('order.lineCount', { smart_count: order.lines.length }),
        ].join(' · '),
        side: <Money minor={order.totalMinor} currency={order.currency} />,
      })}
    />
  );
};
