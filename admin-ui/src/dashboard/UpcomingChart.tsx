import { useTheme } from '@mui/material/styles';
import { BarChart } from '@mui/x-charts/BarChart';
import { useContext } from 'react';
import { useTranslate } from 'react-admin';
import { dayInAlmaty, weekday } from '../shared/format';
import { useLanguage } from '../shared/useLanguage';
import { DaysContext } from './DaysContext';

/** One series, labelled directly. Texts come from our own tables: the chart's `Intl` knows no Kazakh. */
export const UpcomingChart = () => {
  const days = useContext(DaysContext);
  const translate = useTranslate();
  const language = useLanguage();
  const { palette } = useTheme();
  const today = dayInAlmaty(new Date());
  const name = (day: string) =>
    `${day === today ? translate('app.time.today') : String(Number(day.slice(8)))}\n${weekday(day, language)}`;
  return (
    <BarChart
      height={250}
      margin={{ left: 0, right: 8, top: 16, bottom: 4 }}
      hideLegend
      grid={{ horizontal: true }}
      xAxis={[
        {
          scaleType: 'band',
          data: days.map(({ day }) => day),
          valueFormatter: name,
          categoryGapRatio: 0.4,
          height: 40,
          colorMap: {
            type: 'ordinal',
            values: days.map(({ day }) => day),
            colors: days.map(({ day, working }) =>
              day === today ? palette.primary.main : working ? palette.primary.light : palette.divider,
            ),
          },
        },
      ]}
      yAxis={[{ tickMinStep: 1, width: 32 }]}
      series={[
        {
          data: days.map(({ count }) => count),
          label: translate('claim.dashboard.count'),
          valueFormatter: (count) => String(count ?? 0),
          barLabelPlacement: 'outside',
          barLabel: ({ value }) => (value ? String(value) : ''),
        },
      ]}
    />
  );
};
