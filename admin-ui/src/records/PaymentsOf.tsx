import { useTranslate } from 'react-admin';
import type { Payment } from '../payments/types';
import { formatInstant } from '../shared/format';
import { Money } from '../shared/MoneyField';
import { useLanguage } from '../shared/useLanguage';
import { Related } from './Related';

/** Payments that belong to a record. */
export const PaymentsOf = ({ filter }: { filter: Record<string, unknown> }) => {
  const translate = useTranslate();
  const language = useLanguage();
  return (
    <Related<Payment>
      name="payments"
      title="records.related.payments"
      empty="records.related.noPayments"
      filter={filter}
      sort={{ field: 'createdAt', order: 'DESC' }}
      row={(payment) => ({
        to: `/payments/${payment.id}/show`,
        main: `${translate('claim.payment.number', { number: payment.transactionId })}${payment.cardLastFour ? ` · •• ${payment.cardLastFour}` : ''}`,
        under: `${translate(`payment.status.${payment.status}`, { _: payment.status })} · ${formatInstant(
          payment.createdAt,
          language,
          'short',
        )}`,
        side: <Money minor={payment.amountMinor} currency={payment.currency} />,
      })}
    />
  );
};
