import BarChartOutlined from '@mui/icons-material/BarChart';
import TableRowsOutlined from '@mui/icons-material/TableRowsOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { Suspense, useState } from 'react';
import { useTranslate } from 'react-admin';
import { formatDay, weekday } from '../shared/format';
import { lazily } from '../shared/lazily';
import { Panel } from '../shared/Panel';
import type { Dashboard } from '../shared/types';
import { useLanguage } from '../shared/useLanguage';
import { DaysContext } from './DaysContext';

const UpcomingChart = lazily(() => import('./UpcomingChart'), 'UpcomingChart');

/** How many terms end on each of the coming days; days off are hatched, and a table says the same. */
export const UpcomingCard = ({ days }: { days: Dashboard['dueByDay'] }) => {
  const translate = useTranslate();
  const language = useLanguage();
  const [asTable, setAsTable] = useState(false);
  const name = translate(asTable ? 'claim.dashboard.chart' : 'claim.dashboard.table');
  return (
    <Panel
      title={translate('claim.dashboard.upcoming')}
      aside={
        <>
          <Legend colour="primary.main" word={translate('claim.dashboard.mine')} />
          <Legend colour="chartQuiet" word={translate('claim.dashboard.others')} />
          <IconButton
            size="small"
            aria-label={name}
            title={name}
            onClick={() => {
              setAsTable(!asTable);
            }}
          >
            {asTable ? <BarChartOutlined fontSize="small" /> : <TableRowsOutlined fontSize="small" />}
          </IconButton>
        </>
      }
    >
      {asTable ? (
        <Table size="small">
          <TableHead>
            <TableRow>
              <TableCell>{translate('claim.dashboard.day')}</TableCell>
              <TableCell align="right">{translate('claim.dashboard.mine')}</TableCell>
              <TableCell align="right">{translate('claim.dashboard.count')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {days.map(({ day, count, mine, working }) => (
              <TableRow key={day}>
                <TableCell>
                  {formatDay(day, language)}, {weekday(day, language)}
                  {working ? '' : ` · ${translate('claim.dashboard.off')}`}
                </TableCell>
                <TableCell align="right">{mine}</TableCell>
                <TableCell align="right">{count}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      ) : (
        <Box sx={{ height: 250 }}>
          <DaysContext.Provider value={days}>
            <Suspense fallback={null}>
              <UpcomingChart />
            </Suspense>
          </DaysContext.Provider>
        </Box>
      )}
    </Panel>
  );
};

const Legend = ({ colour, word }: { colour: string; word: string }) => (
  <Typography
    variant="caption"
    color="text.secondary"
    sx={{ display: { xs: 'none', sm: 'flex' }, alignItems: 'center', gap: 0.75 }}
  >
    <Box component="span" aria-hidden sx={{ width: 12, height: 12, borderRadius: '3px', bgcolor: colour }} />
    {word}
  </Typography>
);
