import { useGetList, useTranslate } from 'react-admin';
import type { GatewayEvent } from '../gateway-events/types';
import { Related } from '../records/Related';
import type { Refund } from '../shared/types';
import { formatInstant } from '../shared/format';
import { useLanguage } from '../shared/useLanguage';
import type { Payment } from './types';

/** Notices of the gateway about the payment and its refunds; a refund's notice carries the refund's own number. */
export const PaymentEvents = ({ payment }: { payment: Payment }) => {
  const translate = useTranslate();
  const language = useLanguage();
  const { data: refunds = [] } = useGetList<Refund>('refunds', {
    filter: { paymentId: payment.id },
    pagination: { page: 1, perPage: 100 },
    sort: { field: 'createdAt', order: 'DESC' },
  });
  const numbers = refunds.flatMap(({ gatewayRefundId }) => gatewayRefundId ?? []);
  return (
    <Related<GatewayEvent>
      name="gateway-events"
      title="records.gateway-events.title"
      empty="payment.noEvents"
      filter={{ transactionId: [payment.transactionId, ...numbers].slice(0, 100) }}
      sort={{ field: 'receivedAt', order: 'DESC' }}
      row={({ type, transactionId, receivedAt }) => ({
        main: translate(`gatewayEvent.type.${type}`, { _: type }),
        under: `${translate('claim.payment.number', { number: transactionId })} · ${formatInstant(receivedAt, language, 'short')}`,
      })}
    />
  );
};
