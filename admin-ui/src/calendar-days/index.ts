import type { ResourceProps } from 'react-admin';
import { lazily } from '../shared/lazily';

export const calendarDays = {
  name: 'calendar-days',
  list: lazily(() => import('./CalendarDayList'), 'CalendarDayList'),
} satisfies ResourceProps;
