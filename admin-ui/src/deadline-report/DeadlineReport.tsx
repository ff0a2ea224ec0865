import FileDownloadOutlined from '@mui/icons-material/FileDownloadOutlined';
import PrintOutlined from '@mui/icons-material/PrintOutlined';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCanAccess, useTranslate } from 'react-admin';
import type { DeadlineReport as Report } from '../../../server/domain/deadline-report';
import { call } from '../providers/http';
import { dayInAlmaty } from '../shared/format';
import { PageTitle } from '../shared/PageTitle';
import { Panel } from '../shared/Panel';
import { useTermName } from '../shared/useTermName';
import { useLanguage } from '../shared/useLanguage';
import { FigureTable } from './FigureTable';
import { useDuration } from './useDuration';
import { LoadFault } from '../shared/LoadFault';

const MONTH = /^20\d\d-(0[1-9]|1[0-2])$/;

/** How the terms of a month ended, why some were breached, and where the time of closed claims went. Figures only. */
export const DeadlineReport = () => {
  const translate = useTranslate();
  const language = useLanguage();
  const [month, setMonth] = useState(() => dayInAlmaty(new Date()).slice(0, 7));
  const { canAccess: mayExport } = useCanAccess({ resource: 'reports', action: 'export' });
  const isMonth = MONTH.test(month);
  const { data, error, refetch } = useQuery({
    queryKey: ['deadline-report', month],
    enabled: isMonth,
    queryFn: async () => (await call<Report>(`/api/deadline-report?month=${month}`)).json,
    retry: false,
  });
  return (
    <>
      <PageTitle
        title={translate('report.title')}
        subtitle={translate('report.text')}
        actions={
          <Box className="no-print" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
            <TextField
              size="small"
              type="month"
              label={translate('report.month')}
              value={month}
              error={!isMonth}
              slotProps={{ inputLabel: { shrink: true } }}
              onChange={(event) => {
                setMonth(event.target.value);
              }}
            />
            {mayExport ? (
              <Button
                component="a"
                download
                disabled={!isMonth}
                startIcon={<FileDownloadOutlined />}
                href={`/api/exports/deadline-report?month=${month}&language=${language}`}
              >
                {translate('report.xlsx')}
              </Button>
            ) : null}
            <Button
              startIcon={<PrintOutlined />}
              onClick={() => {
                window.print();
              }}
            >
              {translate('report.print')}
            </Button>
          </Box>
        }
      />
      {isMonth ? null : <Alert severity="warning">{translate('report.noMonth')}</Alert>}
      {error ? <LoadFault message={error.message} onRetry={() => void refetch()} /> : null}
      {data ? (
        <Tables report={data} />
      ) : isMonth && !error ? (
        <Skeleton variant="rounded" height={320} />
      ) : null}
    </>
  );
};

const Tables = ({ report }: { report: Report }) => {
  const translate = useTranslate();
  const duration = useDuration();
  const { month, terms, causes, states, closed } = report;
  const named = useTermName(terms.map(({ kind }) => kind));
  const period = `${translate(`calendar.month.${String(Number(month.slice(5)))}`)} ${month.slice(0, 4)}`;
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Panel title={`${translate('report.terms')}: ${period}`}>
        <FigureTable
          name={translate('report.terms')}
          columns={['term', 'met', 'breached', 'open', 'running', 'void', 'onTime', 'late']}
          rows={terms.map((row) => [
            named(row.kind),
            row.met,
            row.breached,
            row.open,
            row.running,
            row.void,
            row.onTime === null ? '—' : `${String(row.onTime).replace('.', ',')} %`,
            row.lateMs === null ? '—' : duration(row.lateMs),
          ])}
          alarms={[2, 3]}
        />
      </Panel>
      <Panel title={translate('report.causes')}>
        {causes.length === 0 ? (
          <Typography variant="body2">{translate('report.noBreach')}</Typography>
        ) : (
          <FigureTable
            name={translate('report.causes')}
            columns={['term', 'cause', 'count']}
            rows={causes.map(({ kind, cause, count }) => [
              named(kind),
              translate(cause === 'unrecorded' ? 'report.unrecorded' : `breach.cause.${cause}`),
              count,
            ])}
            words={1}
          />
        )}
      </Panel>
      <Panel title={translate('report.states')}>
        <Typography variant="body2" sx={{ mb: 1 }}>
          {translate('report.closed', { smart_count: closed })}
        </Typography>
        {states.length === 0 ? null : (
          <FigureTable
            name={translate('report.states')}
            columns={['state', 'claims', 'average', 'median', 'longest']}
            rows={states.map((row) => [
              translate(`claim.state.${row.state}`),
              row.claims,
              duration(row.averageMs),
              duration(row.medianMs),
              duration(row.longestMs),
            ])}
          />
        )}
      </Panel>
    </Box>
  );
};
