import Box from '@mui/material/Box';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { useTranslate } from 'react-admin';
import type { Dashboard } from '../shared/types';
import { useDashboard } from '../shared/useMeta';
import { useHotkeys } from '../shared/useHotkeys';
import { isQueueView, QUEUE_VIEWS, type QueueView } from './queueViews';
import { useQueueFilter } from './useQueueFilter';

/** Parts of the queue with their counts; keys 1–8. A search looks through everything and lights no tab. */
export const QueueTabs = () => {
  const translate = useTranslate();
  const counts = useDashboard()?.counts;
  const { values, setFilters } = useQueueFilter();
  const view = isQueueView(values.view) ? values.view : false;
  const choose = (next: QueueView) => {
    const { q: _search, ...other } = values;
    setFilters({ ...other, view: next });
  };
  useHotkeys(
    Object.fromEntries(
      QUEUE_VIEWS.map((one, index) => [
        `Digit${String(index + 1)}`,
        () => {
          choose(one);
        },
      ]),
    ),
  );
  return (
    <Tabs
      value={view}
      variant="scrollable"
      scrollButtons="auto"
      sx={{
        '& .MuiTab-root': { px: 1, mr: 0.5, fontSize: '0.8125rem' },
        '& .MuiTabs-scrollButtons.Mui-disabled': { display: 'none' },
      }}
      aria-label={translate('claim.queue.tabs')}
      onChange={(_event, next: QueueView) => {
        choose(next);
      }}
    >
      {QUEUE_VIEWS.map((one) => (
        <Tab
          key={one}
          value={one}
          label={
            <Box component="span" sx={{ display: 'flex', alignItems: 'center', gap: 0.75 }}>
              {translate(`app.queue.${one}`)}
              <Count view={one} count={countOf(one, counts)} active={one === view} />
            </Box>
          }
        />
      ))}
    </Tabs>
  );
};

const Count = ({ view, count, active }: { view: QueueView; count: number | undefined; active: boolean }) =>
  count === undefined ? null : (
    <Box
      component="span"
      sx={({ palette }) => {
        const tone =
          count > 0 && view === 'overdue' ? 'overdue' : count > 0 && view === 'dueSoon' ? 'soon' : null;
        const quiet = active
          ? { color: palette.primary.softText, bgcolor: palette.primary.soft }
          : { color: palette.text.secondary, bgcolor: palette.background.sunken };
        return {
          ...(tone ? { color: palette.deadline[tone].fg, bgcolor: palette.deadline[tone].bg } : quiet),
          px: 0.75,
          borderRadius: 10,
          fontSize: 12,
          lineHeight: '20px',
          minWidth: 22,
          textAlign: 'center',
          fontVariantNumeric: 'tabular-nums',
        };
      }}
    >
      {count}
    </Box>
  );

function countOf(view: QueueView, counts: Dashboard['counts'] | undefined): number | undefined {
  return view === 'closed' ? undefined : counts?.[view];
}
