import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useRef } from 'react';
import {
  DataTable,
  DataTableBody,
  DataTableRow,
  useCanAccess,
  useRecordContext,
  useTranslate,
  type DataTableRowProps,
} from 'react-admin';
import { claimSum } from '../shared/claimSum';
import { DeadlineField } from '../shared/DeadlineField';
import { LocalDate } from '../shared/LocalDateField';
import { Money } from '../shared/MoneyField';
import { StateField } from '../shared/StateField';
import type { Claim } from '../shared/types';
import { AssigneeField } from './AssigneeField';
import { NextStepField } from './NextStepField';
import { QueueEmpty } from './QueueEmpty';
import { useKeepQueueOrder } from './queueOrder';
import { TickAll, TickField } from './TickField';
import { useRowKeys } from './useRowKeys';

/** One row a claim: the chip first, then who, what, how much, and what to do. */
export const QueueTable = () => {
  const translate = useTranslate();
  const table = useRef<HTMLDivElement>(null);
  const { canAccess: mayAssign } = useCanAccess({ resource: 'claims', action: 'work' });
  useRowKeys(table);
  useKeepQueueOrder();
  return (
    <Box ref={table} sx={{ overflowX: 'auto', '& .RaDataTable-headerCell': { whiteSpace: 'nowrap' } }}>
      <DataTable
        rowClick="edit"
        bulkActionButtons={false}
        body={QueueBody}
        empty={<QueueEmpty />}
        hiddenColumns={[]}
        sx={{
          '& tbody .RaDataTable-row': { height: 54, cursor: 'pointer' },
          '& th': { height: 38, paddingBlock: 0 },
        }}
      >
        {mayAssign ? (
          <DataTable.Col source="tick" disableSort label={<TickAll />} sx={{ width: 48, p: 0, pl: 1 }}>
            <TickField />
          </DataTable.Col>
        ) : null}
        <DataTable.Col source="dueAt" label={translate('claim.queue.deadline')}>
          <DeadlineField />
        </DataTable.Col>
        <DataTable.Col source="number" label={translate('claim.queue.claim')}>
          <WhoField />
        </DataTable.Col>
        <DataTable.Col source="kind" disableSort label={translate('claim.queue.kind')}>
          <KindField />
        </DataTable.Col>
        <DataTable.Col source="requestedMinor" align="right" label={translate('claim.queue.sum')}>
          <SumField />
        </DataTable.Col>
        <DataTable.Col source="state" disableSort label={translate('claim.queue.state')}>
          <StateField />
        </DataTable.Col>
        <DataTable.Col source="step" disableSort label={translate('claim.queue.step')}>
          <NextStepField />
        </DataTable.Col>
        <DataTable.Col source="assigneeId" disableSort label={translate('claim.queue.assignee')}>
          <AssigneeField />
        </DataTable.Col>
      </DataTable>
    </Box>
  );
};

const QueueRow = (props: DataTableRowProps) => (
  <DataTableRow
    {...props}
    data-testid="claim-row"
    tabIndex={0}
    onKeyDown={(event) => {
      if (event.target !== event.currentTarget) return;
      if (event.code === 'Enter') event.currentTarget.click();
      if (event.code === 'Space') {
        event.preventDefault();
        event.currentTarget.querySelector<HTMLElement>('input[type="checkbox"]')?.click();
      }
    }}
  />
);
const QueueBody = (props: object) => <DataTableBody {...props} row={QueueRow} />;

const WhoField = () => {
  const claim = useRecordContext<Claim>();
  if (!claim) return null;
  return (
    <>
      <Typography
        variant="body2"
        noWrap
        sx={{ fontWeight: 500, maxWidth: 240 }}
        title={claim.customer.name ?? undefined}
      >
        {claim.customer.name ?? claim.customer.email ?? '—'}
      </Typography>
      <Typography variant="caption" color="text.secondary" noWrap component="div">
        {claim.number} · <LocalDate value={claim.demandedAt} style="dayMonth" />
      </Typography>
    </>
  );
};

const KindField = () => {
  const claim = useRecordContext<Claim>();
  const translate = useTranslate();
  return claim ? <Typography variant="body2">{translate(`claim.kindShort.${claim.kind}`)}</Typography> : null;
};

const SumField = () => {
  const claim = useRecordContext<Claim>();
  return claim ? <Money minor={claimSum(claim)} currency={claim.currency} /> : null;
};
