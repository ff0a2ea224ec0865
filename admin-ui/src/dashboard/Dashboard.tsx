import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import { useGetIdentity, useTranslate } from 'react-admin';
import { dayInAlmaty, formatDay, timeInAlmaty, weekday } from '../shared/format';
import { PageTitle } from '../shared/PageTitle';
import { useLanguage } from '../shared/useLanguage';
import { useDashboard } from '../shared/useMeta';
import { CountCards } from './CountCards';
import { NextCard } from './NextCard';
import { NextInLine } from './NextInLine';
import { StatesCard } from './StatesCard';
import { UpcomingCard } from './UpcomingCard';

/** What do I take now, and what burns. */
export const Dashboard = () => {
  const translate = useTranslate();
  const language = useLanguage();
  const { identity } = useGetIdentity();
  const dashboard = useDashboard();
  const now = new Date();
  const today = dayInAlmaty(now);
  const day = weekday(today, language, 'long');
  const subtitle = `${day.charAt(0).toUpperCase()}${day.slice(1)}, ${formatDay(today, language)} · ${translate('app.time.almaty')}, ${timeInAlmaty(now)}`;
  const first = (identity?.fullName ?? '').split(' ')[0] ?? '';
  return (
    <>
      <PageTitle title={translate(`app.greeting.${partOfDay(now)}`, { name: first })} subtitle={subtitle} />
      {dashboard ? (
        <Box sx={{ display: 'grid', gap: 2 }}>
          <Box
            sx={{
              display: 'grid',
              gap: 2,
              gridTemplateColumns: { xs: '1fr', lg: 'minmax(0,1fr) minmax(0,.93fr)' },
            }}
          >
            <NextCard free={dashboard.free} urgent={dashboard.next[0]} />
            <CountCards counts={dashboard.counts} />
          </Box>
          <Box
            sx={{
              display: 'grid',
              gap: 2,
              gridTemplateColumns: { xs: '1fr', lg: 'minmax(0,1.9fr) minmax(0,1fr)' },
            }}
          >
            <Box sx={{ display: 'grid', gap: 2, alignContent: 'start', minWidth: 0 }}>
              <UpcomingCard days={dashboard.dueByDay} />
              <StatesCard byState={dashboard.byState} />
            </Box>
            <NextInLine claims={dashboard.next} />
          </Box>
        </Box>
      ) : (
        <DashboardSkeleton />
      )}
    </>
  );
};

function partOfDay(now: Date): 'morning' | 'day' | 'evening' {
  const hour = Number(timeInAlmaty(now).slice(0, 2));
  return hour < 12 ? 'morning' : hour < 18 ? 'day' : 'evening';
}

const DashboardSkeleton = () => (
  <Box aria-hidden sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', lg: '1fr 1fr' } }}>
    {[216, 216, 320, 320].map((height, index) => (
      <Skeleton key={index} variant="rounded" height={height} />
    ))}
  </Box>
);
