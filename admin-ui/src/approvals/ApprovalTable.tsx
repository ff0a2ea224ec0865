import BlockOutlined from '@mui/icons-material/BlockOutlined';
import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import Checkbox from '@mui/material/Checkbox';
import Link from '@mui/material/Link';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { useRef } from 'react';
import { LinkBase, RecordContextProvider, useTranslate } from 'react-admin';
import { useRowKeys } from '../claims/useRowKeys';
import { sumOf } from '../claims/workspace/decide/sumOf';
import { DeadlineField } from '../shared/DeadlineField';
import { Money } from '../shared/MoneyField';
import { Person, useColleagues } from '../shared/Person';
import type { Claim } from '../shared/types';
import { RowResult } from './RowResult';
import type { RowResults } from './rowResults';

/** The rows of the inbox, as table and as cards. */
export interface ApprovalRows {
  claims: readonly Claim[];
  ticked: readonly string[];
  focused: string | undefined;
  results: RowResults;
  /** Whether the reader approves at all. */
  mayTick: boolean;
  isOwn: (claim: Claim) => boolean;
  isSelectable: (claim: Claim) => boolean;
  onTick: (ids: string[]) => void;
  onFocus: (id: string) => void;
}

export const ApprovalTable = (props: ApprovalRows) => {
  const { claims, ticked, isSelectable, onTick } = props;
  const translate = useTranslate();
  const table = useRef<HTMLDivElement>(null);
  useRowKeys(table, '[data-testid="approval-row"]');
  const able = claims.filter(isSelectable);
  const all = able.length > 0 && able.every((claim) => ticked.includes(claim.id));
  return (
    <Card ref={table} sx={{ overflowX: 'auto' }}>
      <Table>
        <TableHead>
          <TableRow>
            {props.mayTick ? (
              <TableCell padding="checkbox">
                <Checkbox
                  checked={all}
                  indeterminate={!all && ticked.length > 0}
                  disabled={able.length === 0}
                  slotProps={{ input: { 'aria-label': translate('ra.action.select_all') } }}
                  onChange={() => {
                    onTick(all ? [] : able.map((claim) => claim.id));
                  }}
                />
              </TableCell>
            ) : null}
            <TableCell>{translate('claim.inbox.to')}</TableCell>
            <TableCell align="right">{translate('claim.inbox.sum')}</TableCell>
            <TableCell>{translate('claim.queue.deadline')}</TableCell>
            <TableCell>{translate('claim.inbox.by')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {claims.map((claim) => (
            <Row key={claim.id} claim={claim} {...props} />
          ))}
        </TableBody>
      </Table>
    </Card>
  );
};

const Row = ({
  claim,
  ticked,
  focused,
  results,
  mayTick,
  isOwn,
  isSelectable,
  onTick,
  onFocus,
}: ApprovalRows & { claim: Claim }) => {
  const translate = useTranslate();
  const colleagues = useColleagues();
  const on = ticked.includes(claim.id);
  const { proposal } = claim;
  const result = results[claim.id];
  const focus = () => {
    onFocus(claim.id);
  };
  return (
    <TableRow
      data-testid="approval-row"
      selected={on}
      tabIndex={0}
      onClick={focus}
      onFocus={focus}
      onKeyDown={(event) => {
        if (event.code !== 'Space' || event.target !== event.currentTarget) return;
        event.preventDefault();
        event.currentTarget.querySelector<HTMLElement>('input[type="checkbox"]')?.click();
      }}
      sx={{
        cursor: 'pointer',
        ...(claim.id === focused && { boxShadow: 'inset 3px 0 0', color: 'primary.main' }),
      }}
    >
      {mayTick ? (
        <TableCell padding="checkbox">
          <Checkbox
            checked={on}
            disabled={!isSelectable(claim)}
            slotProps={{ input: { 'aria-label': `${translate('ra.action.select_row')}: ${claim.number}` } }}
            onChange={(event) => {
              const others = ticked.filter((id) => id !== claim.id);
              onTick(event.target.checked ? [...others, claim.id] : others);
            }}
          />
        </TableCell>
      ) : null}
      <TableCell>
        <Link
          component={LinkBase}
          to={`/claims/${claim.id}`}
          color="text.primary"
          variant="body2"
          sx={{ fontWeight: 500 }}
        >
          {claim.customer.name ?? claim.customer.email ?? '—'}
        </Link>
        <Typography variant="caption" color="text.secondary" component="div">
          {claim.number} · {translate(`claim.kindShort.${claim.kind}`)}
        </Typography>
        {isOwn(claim) ? <OwnHint /> : null}
        {result ? <RowResult result={result} /> : null}
      </TableCell>
      <TableCell align="right">
        <LeavingSum claim={claim} />
      </TableCell>
      <TableCell>
        <RecordContextProvider value={claim}>
          <DeadlineField />
        </RecordContextProvider>
      </TableCell>
      <TableCell>
        <Box>
          {proposal ? (
            <Person name={colleagues.find((one) => one.id === proposal.proposedById)?.name ?? '?'} />
          ) : null}
        </Box>
      </TableCell>
    </TableRow>
  );
};

/** What leaves when this is approved; a rejection lets nothing leave. */
export const LeavingSum = ({ claim }: { claim: Claim }) => {
  const translate = useTranslate();
  const { proposal, currency } = claim;
  return proposal?.outcome === 'refund' ? (
    <Money minor={sumOf(proposal)} currency={currency} sx={{ fontWeight: 600 }} />
  ) : (
    <Typography variant="body2">{translate('claim.approve.rejectShort')}</Typography>
  );
};

export const OwnHint = () => {
  const translate = useTranslate();
  return (
    <Typography
      variant="caption"
      color="text.secondary"
      sx={{ display: 'flex', gap: 0.5, alignItems: 'center' }}
    >
      <BlockOutlined sx={{ fontSize: 15 }} aria-hidden />
      {translate('claim.inbox.own')}
    </Typography>
  );
};
