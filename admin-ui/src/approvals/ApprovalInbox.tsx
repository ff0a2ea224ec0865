import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import useMediaQuery from '@mui/material/useMediaQuery';
import type { Theme } from '@mui/material/styles';
import { useState } from 'react';
import { useGetIdentity, useGetList, usePermissions, useTranslate } from 'react-admin';
import { may, type Role } from '../../../server/domain/permissions';
import { EmptyState } from '../shared/EmptyState';
import { PageTitle } from '../shared/PageTitle';
import { known, partOf, PartState } from '../shared/PartState';
import type { Claim } from '../shared/types';
import { ApprovalAside } from './ApprovalAside';
import { ApprovalCards } from './ApprovalCards';
import { ApprovalTable } from './ApprovalTable';
import { BatchBar } from './BatchBar';
import type { RowResults } from './rowResults';

/** Proposals that wait, nearest date first: what leaves, for whom, and what one may not approve oneself. */
export const ApprovalInbox = () => {
  const translate = useTranslate();
  const { permissions: role } = usePermissions<Role>();
  const { identity } = useGetIdentity();
  const query = useGetList<Claim>(
    'claims',
    {
      filter: { state: ['proposed'] },
      sort: { field: 'dueAt', order: 'ASC' },
      pagination: { page: 1, perPage: 100 },
    },
    { refetchInterval: 20_000, retry: false },
  );
  const claims = query.data ?? [];
  const part = partOf(query);
  const [ticked, setTicked] = useState<string[]>([]);
  const [focused, setFocused] = useState<string | null>(null);
  const [results, setResults] = useState<RowResults>({});

  const mayApprove = role !== undefined && may(role, 'claims.approve');
  const mine = (claim: Claim) => claim.proposal?.proposedById === identity?.id;
  const selectable = (claim: Claim) => mayApprove && !mine(claim) && Boolean(claim.proposal);
  const chosen = claims.filter((claim) => ticked.includes(claim.id) && selectable(claim));
  const narrow = useMediaQuery((theme: Theme) => theme.breakpoints.down('md'));
  const shown = claims.find((claim) => claim.id === focused) ?? claims[0];

  const rows = {
    claims,
    ticked,
    focused: shown?.id,
    results,
    mayTick: mayApprove,
    isOwn: (claim: Claim) => mayApprove && mine(claim),
    isSelectable: selectable,
    onTick: setTicked,
    onFocus: setFocused,
  };

  return (
    <Box sx={{ pb: 12 }}>
      <PageTitle
        title={translate('claim.inbox.title')}
        subtitle={query.data ? translate('claim.inbox.subtitle', { smart_count: claims.length }) : undefined}
      />
      <PartState parts={[part]} />
      {claims.length === 0 && known(part) ? (
        <Card>
          <EmptyState title={translate('claim.inbox.empty')} text={translate('claim.inbox.emptyText')} />
        </Card>
      ) : null}
      {claims.length > 0 ? (
        <Box
          sx={{
            display: 'grid',
            gridTemplateColumns: { xs: '1fr', lg: 'minmax(0,1fr) 400px' },
            gap: 2,
            alignItems: 'start',
          }}
        >
          {narrow ? <ApprovalCards {...rows} /> : <ApprovalTable {...rows} />}
          {shown && !narrow ? <ApprovalAside key={shown.id} id={shown.id} /> : null}
        </Box>
      ) : null}
      {mayApprove ? (
        <BatchBar
          chosen={chosen}
          leftOut={claims.length - chosen.length}
          onDone={(outcome) => {
            setResults(outcome);
            setTicked([]);
          }}
        />
      ) : null}
    </Box>
  );
};
