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

interface Props {
  claims: readonly Claim[];
  ticked: readonly string[];
  focused: string | undefined;
  results: RowResults;
  isOwn: (claim: Claim) => boolean;
  isSelectable: (claim: Claim) => boolean;
  onTick: (ids: string[]) => void;
  onFocus: (id: string) => void;
}

export const ApprovalTable = (props: Props) => {
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
  isOwn,
  isSelectable,
  onTick,
  onFocus,
}: Props & { claim: Claim }) => {
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
      sx={{
        cursor: 'pointer',
        ...(claim.id === focused && { boxShadow: 'inset 3px 0 0', color: 'primary.main' }),
      }}
    >
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
          {claim.number} · {translate(`claim.kind.${claim.kind}`)}
        </Typography>
        {isOwn(claim) ? (
          <Typography
            variant="caption"
            color="text.secondary"
            sx={{ display: 'flex', gap: 0.5, alignItems: 'center' }}
          >
            <BlockOutlined sx={{ fontSize: 15 }} aria-hidden />
            {translate('claim.inbox.own')}
          </Typography>
        ) : null}
        {result ? <RowResult result={result} /> : null}
      </TableCell>
      <TableCell align="right">
        {proposal?.outcome === 'refund' ? (
          <Money minor={sumOf(proposal)} currency={claim.currency} sx={{ fontWeight: 600 }} />
        ) : (
          <Typography variant="body2">{translate('claim.approve.reject')}</Typography>
        )}
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
