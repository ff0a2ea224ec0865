import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Skeleton from '@mui/material/Skeleton';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { LinkBase, useTranslate } from 'react-admin';
import { outcomeWord } from '../refunds/outcomeWord';
import { formatMoney } from '../shared/format';
import { LoadFault } from '../shared/LoadFault';
import { LocalDate } from '../shared/LocalDateField';
import { Panel } from '../shared/Panel';
import { useWaitingPayouts, type WaitingPayout } from './useWaitingPayouts';

const COLUMNS = ['claim', 'sum', 'dueOn', 'risk', 'why', 'since'] as const;

/** Refunds in the queue by their date; those that are missing it stand first and in red. */
export const WaitingPanel = () => {
  const translate = useTranslate();
  const { data, error, refetch } = useWaitingPayouts();
  const atRisk = (data ?? []).filter(({ risk }) => risk !== 'none').length;
  return (
    <Panel title={translate('payout.waiting')} sx={{ marginBottom: 2 }}>
      {error ? <LoadFault message={error.message} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <Skeleton variant="rounded" height={96} /> : null}
      {data?.length === 0 ? (
        <Typography variant="body2">{translate('payout.nothingWaits')}</Typography>
      ) : null}
      {data && data.length > 0 ? (
        <>
          {atRisk > 0 ? (
            <Typography variant="body2" sx={{ mb: 1 }} color="error.main">
              {translate('payout.atRisk', { smart_count: atRisk })}
            </Typography>
          ) : null}
          <Box sx={{ overflowX: 'auto' }} tabIndex={0} role="group" aria-label={translate('payout.waiting')}>
            <Table size="small" aria-label={translate('payout.waiting')}>
              <TableHead>
                <TableRow>
                  {COLUMNS.map((column) => (
                    <TableCell key={column} align={column === 'sum' ? 'right' : 'left'}>
                      {translate(`payout.column.${column}`)}
                    </TableCell>
                  ))}
                </TableRow>
              </TableHead>
              <TableBody>
                {data.map((row) => (
                  <WaitingRow key={row.refundId} row={row} />
                ))}
              </TableBody>
            </Table>
          </Box>
        </>
      ) : null}
    </Panel>
  );
};

const WaitingRow = ({ row }: { row: WaitingPayout }) => {
  const translate = useTranslate();
  const { risk, outcomeCode } = row;
  return (
    <TableRow data-testid="waiting-payout">
      <TableCell sx={{ whiteSpace: 'nowrap' }}>
        <Link component={LinkBase} to={`/claims/${row.claimId}`}>
          {row.number}
        </Link>
      </TableCell>
      <TableCell align="right" sx={{ whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }}>
        {formatMoney(row.amountMinor, row.currency)}
      </TableCell>
      <TableCell>
        <LocalDate value={row.dueOn} />
      </TableCell>
      <TableCell sx={risk === 'none' ? {} : { color: 'error.main', fontWeight: 600 }}>
        {translate(`payout.risk.${risk}`)}
      </TableCell>
      <TableCell>
        {outcomeCode === null ? translate('payout.inTurn') : outcomeWord(translate, outcomeCode)}
      </TableCell>
      <TableCell sx={{ whiteSpace: 'nowrap' }}>
        <LocalDate value={row.waitingSince} showTime />
      </TableCell>
    </TableRow>
  );
};
