import { useTranslate } from 'react-admin';
import { formatMoney } from '../shared/format';
import { StateWord } from '../shared/StateField';
import type { Claim } from '../shared/types';
import { Related } from './Related';

/** Claims that belong to a record. */
export const ClaimsOf = ({ filter }: { filter: Record<string, unknown> }) => {
  const translate = useTranslate();
  return (
    <Related<Claim>
      name="claims"
      title="records.related.claims"
      empty="records.related.noClaims"
      filter={filter}
      sort={{ field: 'createdAt', order: 'DESC' }}
      row={({ id, number, kind, state, approvedMinor, requestedMinor, currency }) => {
        const sum = approvedMinor ?? requestedMinor;
        return {
          to: `/claims/${id}`,
          main: number,
          under: `${translate(`claim.kind.${kind}`)}${sum === null ? '' : ` · ${formatMoney(sum, currency)}`}`,
          side: <StateWord state={state} />,
        };
      }}
    />
  );
};
