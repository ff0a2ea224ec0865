import { useTranslate } from 'react-admin';
import { LANGUAGES } from '../../../server/domain/claim';
import { formatPhone } from '../../../server/domain/phone';
import { RecordList } from '../records/RecordList';

/** People who wrote to the shop. */
export const CustomerList = () => {
  const translate = useTranslate();
  return (
    <RecordList
      name="customers"
      search
      rowClick="show"
      sort={{ field: 'name', order: 'ASC' }}
      filters={[{ kind: 'choice', field: 'language', values: LANGUAGES, words: 'claim.language' }]}
      columns={[
        { source: 'name', width: 280, card: 'title' },
        { source: 'email', width: 260, card: 'line' },
        {
          source: 'phone',
          render: ({ phone }) => (typeof phone === 'string' ? formatPhone(phone) : '—'),
          card: 'foot',
        },
        {
          source: 'language',
          render: ({ language }) =>
            translate(typeof language === 'string' ? `claim.language.${language}` : 'customer.unsure'),
          card: 'foot',
        },
        { source: 'createdAt', as: 'instant', label: 'customer.since' },
      ]}
    />
  );
};
