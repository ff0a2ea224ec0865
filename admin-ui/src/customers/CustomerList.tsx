import { useTranslate } from 'react-admin';
import { LANGUAGES } from '../../../server/domain/claim';
import { RecordList } from '../shared/RecordList';

export const CustomerList = () => {
  const translate = useTranslate();
  return (
    <RecordList
      name="customers"
      search
      sort={{ field: 'name', order: 'ASC' }}
      choices={[{ field: 'language', values: LANGUAGES, words: 'claim.language' }]}
      columns={[
        { source: 'name' },
        { source: 'email' },
        { source: 'phone' },
        { source: 'language', render: ({ language }) => translate(`claim.language.${String(language)}`) },
        { source: 'createdAt', as: 'instant' },
      ]}
    />
  );
};
