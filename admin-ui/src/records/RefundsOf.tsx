import { useTranslate } from 'react-admin';
import { formatInstant } from '../shared/format';
import { Money } from '../shared/MoneyField';
import { RefundStateWord } from '../shared/StateField';
import type { Refund } from '../shared/types';
import { useLanguage } from '../shared/useLanguage';
import { Related } from './Related';

/** Refunds that belong to a record, ours and those made in the gateway's cabinet. */
export const RefundsOf = ({ filter }: { filter: Record<string, unknown> }) => {
  const translate = useTranslate();
  const language = useLanguage();
  return (
    <Related<Refund>
      name="refunds"
      title="records.related.refunds"
      empty="records.related.noRefunds"
      filter={filter}
      sort={{ field: 'createdAt', order: 'DESC' }}
      row={({ id, amountMinor, currency, state, source, createdAt }) => ({
        to: `/refunds/${id}/show`,
        main: <Money minor={amountMinor} currency={currency} sx={{ fontWeight: 500 }} />,
        under: [
          translate(`refund.source.${source}`),
          createdAt ? formatInstant(createdAt, language, 'short') : null,
        ]
          .filter(Boolean)
          .join(' · '),
        side: <RefundStateWord state={state} />,
      })}
    />
  );
};
