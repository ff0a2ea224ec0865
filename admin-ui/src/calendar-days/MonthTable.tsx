import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { weekday } from '../shared/format';
import { useLanguage } from '../shared/useLanguage';
import { weeksOf } from './monthDays';

interface Props {
  year: number;
  month: number;
  /** What stands in the cell of a day; `column` counts from Monday. */
  renderDay: (day: string, column: number) => ReactNode;
}

/** One month as weeks from Monday, under its name and the names of the days. */
export const MonthTable = ({ year, month, renderDay }: Props) => {
  const translate = useTranslate();
  const language = useLanguage();
  const title = translate(`calendar.month.${String(month)}`);
  return (
    <Box>
      <Typography variant="h6" component="h3" sx={{ mb: 0.5 }}>
        {title}
      </Typography>
      <Box role="table" aria-label={`${title} ${String(year)}`}>
        <Row>
          {/* 5 January 2026 was a Monday. */}
          {[5, 6, 7, 8, 9, 10, 11].map((day) => (
            <Typography
              key={day}
              role="columnheader"
              variant="caption"
              color="text.secondary"
              sx={{ textAlign: 'center', py: 0.5 }}
            >
              {weekday(`2026-01-${String(day).padStart(2, '0')}`, language)}
            </Typography>
          ))}
        </Row>
        {weeksOf(year, month).map((week, index) => (
          <Row key={index}>
            {week.map((day, column) => (
              <Box role="cell" key={day ?? `x${String(column)}`}>
                {day ? renderDay(day, column) : null}
              </Box>
            ))}
          </Row>
        ))}
      </Box>
    </Box>
  );
};

const Row = ({ children }: { children: ReactNode }) => (
  <Box role="row" sx={{ display: 'grid', gridTemplateColumns: 'repeat(7, 1fr)', gap: '2px', mb: '2px' }}>
    {children}
  </Box>
);
