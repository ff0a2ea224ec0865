import { useTranslate } from 'react-admin';
import { CALENDAR_DAY_KINDS } from '../../../server/domain/calendar';
import { weekday } from '../shared/format';
import { RecordList } from '../shared/RecordList';
import { useLanguage } from '../shared/useLanguage';

/** Days that differ from the five-day week, with their names and sources. */
export const CalendarDayList = () => {
  const translate = useTranslate();
  const language = useLanguage();
  const name = { kk: 'nameKk', ru: 'nameRu', en: 'nameEn' }[language];
  return (
    <RecordList
      name="calendar-days"
      subtitle={translate('records.calendar-days.text')}
      sort={{ field: 'day', order: 'DESC' }}
      choices={[{ field: 'kind', values: CALENDAR_DAY_KINDS, words: 'records.day' }]}
      columns={[
        { source: 'day', as: 'day' },
        {
          source: 'weekday',
          unsorted: true,
          label: 'claim.dashboard.day',
          render: ({ day }) => weekday(String(day), language, 'long'),
        },
        { source: 'kind', render: ({ kind }) => translate(`records.day.${String(kind)}`) },
        { source: name, label: 'records.field.title' },
        { source: 'source' },
      ]}
    />
  );
};
