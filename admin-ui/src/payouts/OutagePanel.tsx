import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { useGetList, useTranslate, type RaRecord } from 'react-admin';
import { LoadFault } from '../shared/LoadFault';
import { LocalDate } from '../shared/LocalDateField';
import { Panel } from '../shared/Panel';

interface Outage extends RaRecord {
  channel: 'question' | 'payout';
  startedAt: string;
  endedAt: string | null;
}

/** When the gateway was away: the recorded cause of terms that passed meanwhile. */
export const OutagePanel = () => {
  const translate = useTranslate();
  const { data, error, refetch } = useGetList<Outage>(
    'gateway-outages',
    { pagination: { page: 1, perPage: 25 }, sort: { field: 'startedAt', order: 'DESC' }, filter: {} },
    { retry: false, refetchInterval: 30_000 },
  );
  return (
    <Panel title={translate('payout.outages')}>
      {error ? <LoadFault message={error.message} onRetry={() => void refetch()} /> : null}
      {data?.length === 0 ? <Typography variant="body2">{translate('payout.noOutage')}</Typography> : null}
      {data && data.length > 0 ? (
        <Table size="small" aria-label={translate('payout.outages')}>
          <TableHead>
            <TableRow>
              <TableCell>{translate('payout.from')}</TableCell>
              <TableCell>{translate('payout.to')}</TableCell>
              <TableCell>{translate('payout.what')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {data.map((outage) => (
              <TableRow key={outage.id} data-testid="outage">
                <TableCell>
                  <LocalDate value={outage.startedAt} showTime />
                </TableCell>
                <TableCell>
                  {outage.endedAt ? (
                    <LocalDate value={outage.endedAt} showTime />
                  ) : (
                    translate('payout.stillAway')
                  )}
                </TableCell>
                <TableCell>{translate(`payout.channel.${outage.channel}`)}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      ) : null}
    </Panel>
  );
};
