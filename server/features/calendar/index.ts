export { CalendarDayEntity, CalendarYearEntity } from './calendar.entity';
export { calendarRoutes } from './calendar.routes';
export { makeLoadCalendar, seedCalendar } from './load-calendar';
