import { useTheme } from '@mui/material/styles';
import { BarChart } from '@mui/x-charts/BarChart';
import { useDrawingArea, useXScale } from '@mui/x-charts/hooks';
import { useContext } from 'react';
import { useTranslate } from 'react-admin';
import { dayInAlmaty, weekday } from '../shared/format';
import { useLanguage } from '../shared/useLanguage';
import { DaysContext } from './DaysContext';

/** Two series, mine below. Texts come from our own tables: the chart's `Intl` knows no Kazakh. */
export const UpcomingChart = () => {
  const days = useContext(DaysContext);
  const translate = useTranslate();
  const language = useLanguage();
  const { palette } = useTheme();
  const today = dayInAlmaty(new Date());
  const name = (day: string) =>
    `${day === today ? translate('app.time.today') : String(Number(day.slice(8)))}\n${weekday(day, language)}`;
  const most = Math.max(4, ...days.map(({ count }) => count)) + 1;
  return (
    <BarChart
      height={250}
      margin={{ left: 0, right: 8, top: 20, bottom: 4 }}
      hideLegend
      grid={{ horizontal: true }}
      borderRadius={3}
      xAxis={[
        {
          scaleType: 'band',
          data: days.map(({ day }) => day),
          valueFormatter: name,
          categoryGapRatio: 0.4,
          height: 40,
          disableLine: true,
          disableTicks: true,
        },
      ]}
      yAxis={[{ tickMinStep: 1, max: most, width: 28, disableLine: true, disableTicks: true }]}
      series={[
        {
          data: days.map(({ mine }) => mine),
          stack: 'all',
          color: palette.primary.main,
          label: translate('claim.dashboard.mine'),
          valueFormatter: (count) => String(count ?? 0),
        },
        {
          data: days.map(({ count, mine }) => count - mine),
          stack: 'all',
          color: palette.chartQuiet,
          label: translate('claim.dashboard.others'),
          valueFormatter: (count) => String(count ?? 0),
          barLabelPlacement: 'outside',
          barLabel: ({ dataIndex }) => {
            const count = days[dataIndex]?.count ?? 0;
            return count > 0 ? String(count) : '';
          },
        },
      ]}
      sx={{ '& .MuiChartsGrid-line': { stroke: palette.divider } }}
    >
      <DaysOff days={days} colour={palette.divider} />
    </BarChart>
  );
};

/** Days off as hatched bands behind the bars. */
const DaysOff = ({
  days,
  colour,
}: {
  days: readonly { day: string; working: boolean }[];
  colour: string;
}) => {
  const { top, height } = useDrawingArea();
  const scale = useXScale<'band'>();
  const step = scale.step();
  const inset = (step - scale.bandwidth()) / 2;
  return (
    <g aria-hidden>
      <defs>
        <pattern
          id="day-off"
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <line x1="0" y1="0" x2="0" y2="6" stroke={colour} strokeWidth="1.6" />
        </pattern>
      </defs>
      {days
        .filter(({ working }) => !working)
        .map(({ day }) => (
          <rect
            key={day}
            x={(scale(day) ?? 0) - inset}
            y={top}
            width={step}
            height={height}
            fill="url(#day-off)"
          />
        ))}
    </g>
  );
};
