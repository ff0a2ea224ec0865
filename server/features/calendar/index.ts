export { CalendarDayEntity, CalendarYearEntity } from './calendar.entity';
export { calendarRoutes } from './calendar.routes';
export { deadlineAnswer, DeadlineQuery } from './deadline-answer';
export { makeLoadCalendar, seedCalendar } from './load-calendar';
export { parseInstant } from './parse-instant';
