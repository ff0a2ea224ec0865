import Alert from '@mui/material/Alert';
import { useTranslate } from 'react-admin';
import { useReminders } from './api';

/** What the calendar asks to be looked after today: the next year's days, the first day of Kurban Ait. */
export const Reminders = () => {
  const translate = useTranslate();
  const { data = [] } = useReminders();
  return data.map(({ code, year }) => (
    <Alert key={`${code} ${String(year)}`} severity="info" sx={{ mb: 2 }}>
      {translate(`calendarEditor.reminder.${code}`, { year })}
    </Alert>
  ));
};
