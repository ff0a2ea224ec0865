import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { formatMoney } from '../../../shared/format';
import { Kbd } from '../../../shared/Kbd';
import type { ClaimProposal } from '../../../shared/types';
import { useHotkeys } from '../../../shared/useHotkeys';
import { ConfirmDialog } from '../dialogs/ConfirmDialog';
import { useWorkspace } from '../WorkspaceContext';
import { ProposalFacts } from './ProposalFacts';
import { sumOf } from './sumOf';

/** What will leave if this is approved. The approval carries the hash of exactly what is shown. */
export const ApprovePanel = ({ proposal }: { proposal: ClaimProposal }) => {
  const { claim, act, verbs, busy, mayApprove, me, open } = useWorkspace();
  const translate = useTranslate();
  const [asking, setAsking] = useState(false);
  const own = proposal.proposedById === me;
  const rejects = proposal.outcome === 'reject';
  const sum = formatMoney(sumOf(proposal), claim.currency);
  const may = mayApprove && !own;
  const ask = () => {
    if (may) setAsking(true);
  };
  useHotkeys(
    {
      KeyA: ask,
      'Control+Enter': ask,
      KeyB: () => {
        open('return');
      },
    },
    mayApprove,
  );
  const approve = async () => {
    const done = await act('approve', (seen) => verbs.approve(seen, proposal.hash), 'claim.approve.done');
    if (done) setAsking(false);
  };
  return (
    <Stack spacing={2}>
      <ProposalFacts claim={claim} proposal={proposal} />
      {mayApprove ? (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          <Button
            variant="outlined"
            sx={{ flex: '1 1 auto' }}
            disabled={busy !== null}
            onClick={() => {
              open('return');
            }}
          >
            {translate('claim.approve.return')}
            <Kbd>B</Kbd>
          </Button>
          <Button
            variant="contained"
            data-testid="approve"
            sx={{ flex: '1 1 auto' }}
            disabled={!may || busy !== null}
            onClick={ask}
          >
            {translate('claim.approve.button')}
            {rejects ? '' : `: ${sum}`}
            <Kbd>A</Kbd>
          </Button>
        </Box>
      ) : null}
      {may ? null : (
        <Typography variant="caption" color="text.secondary">
          {translate(mayApprove ? 'claim.approve.own' : 'claim.approve.onlyManager')}
        </Typography>
      )}
      <ConfirmDialog
        open={asking}
        title={translate(rejects ? 'claim.approve.confirmReject' : 'claim.approve.confirmRefund', { sum })}
        text={translate(rejects ? 'claim.approve.confirmRejectText' : 'claim.approve.confirmText')}
        confirm={translate('claim.approve.button')}
        confirmTestId="approve-confirm"
        busy={busy === 'approve'}
        onClose={() => {
          setAsking(false);
        }}
        onConfirm={approve}
      />
    </Stack>
  );
};
