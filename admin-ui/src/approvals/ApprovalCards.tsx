import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import Checkbox from '@mui/material/Checkbox';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { LinkBase, RecordContextProvider, useTranslate } from 'react-admin';
import { DeadlineField } from '../shared/DeadlineField';
import type { Claim } from '../shared/types';
import { LeavingSum, OwnHint, type ApprovalRows } from './ApprovalTable';
import { RowResult } from './RowResult';

/** The inbox on a phone: chip, name, what leaves; the claim itself is where one reads before approving. */
export const ApprovalCards = (props: ApprovalRows) => (
  <Card component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
    {props.claims.map((claim) => (
      <ApprovalItem key={claim.id} claim={claim} {...props} />
    ))}
  </Card>
);

const ApprovalItem = ({
  claim,
  ticked,
  results,
  mayTick,
  isOwn,
  isSelectable,
  onTick,
}: ApprovalRows & { claim: Claim }) => {
  const translate = useTranslate();
  const result = results[claim.id];
  return (
    <Box
      component="li"
      data-testid="approval-row"
      sx={{ display: 'flex', gap: 1, p: 1.5, '& + &': { borderTop: 1, borderColor: 'divider' } }}
    >
      {mayTick ? (
        <Checkbox
          checked={ticked.includes(claim.id)}
          disabled={!isSelectable(claim)}
          slotProps={{ input: { 'aria-label': `${translate('ra.action.select_row')}: ${claim.number}` } }}
          onChange={(event) => {
            const others = ticked.filter((id) => id !== claim.id);
            onTick(event.target.checked ? [...others, claim.id] : others);
          }}
          sx={{ alignSelf: 'flex-start' }}
        />
      ) : null}
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1 }}>
          <RecordContextProvider value={claim}>
            <DeadlineField />
          </RecordContextProvider>
          <LeavingSum claim={claim} />
        </Box>
        <Link
          component={LinkBase}
          to={`/claims/${claim.id}`}
          color="text.primary"
          sx={{ fontWeight: 500, display: 'block', mt: 0.75 }}
        >
          {claim.customer.name ?? claim.customer.email ?? '—'}
        </Link>
        <Typography variant="caption" color="text.secondary" component="div">
          {claim.number} · {translate(`claim.kindShort.${claim.kind}`)}
        </Typography>
        {isOwn(claim) ? <OwnHint /> : null}
        {result ? <RowResult result={result} /> : null}
      </Box>
    </Box>
  );
};
