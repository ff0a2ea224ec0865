export { CalendarChangeEntity } from './calendar.entity';
export { calendarChangeRoutes } from './calendar-changes.routes';
export { readTable } from './calendar-table';
export { calendarRoutes } from './calendar.routes';
export { deadlineAnswer, DeadlineQuery, ruleFor } from './deadline-answer';
export { makeLoadCalendar, seedCalendar } from './load-calendar';
export { parseInstant } from './parse-instant';
