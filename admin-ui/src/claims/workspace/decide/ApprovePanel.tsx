import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useEffect, useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { formatMoney } from '../../../shared/format';
import { Kbd } from '../../../shared/Kbd';
import type { ClaimProposal } from '../../../shared/types';
import { useHotkeys } from '../../../shared/useHotkeys';
import { ConfirmDialog } from '../dialogs/ConfirmDialog';
import { useFailure } from '../useFailure';
import { useWorkspace } from '../WorkspaceContext';
import { ProposalFacts } from './ProposalFacts';
import { SinceProposal } from './SinceProposal';
import { sumOf } from './sumOf';

/** What will leave if this is approved. The approval carries the hash of exactly what is shown. */
export const ApprovePanel = ({ proposal }: { proposal: ClaimProposal }) => {
  const { claim, act, verbs, busy, mayApprove, me, open } = useWorkspace();
  const failure = useFailure('approve');
  const translate = useTranslate();
  const notify = useNotify();
  // The question names the proposal it was asked about: another one that comes meanwhile closes it.
  const [askedHash, setAskedHash] = useState<string | null>(null);
  const asking = askedHash === proposal.hash;
  useEffect(() => {
    if (askedHash === null || askedHash === proposal.hash) return;
    setAskedHash(null);
    notify('app.problem.approval-hash-mismatch', { type: 'warning' });
  }, [askedHash, proposal.hash, notify]);
  const own = proposal.proposedById === me;
  const rejects = proposal.outcome === 'reject';
  const sum = formatMoney(sumOf(proposal), claim.currency);
  const may = mayApprove && !own;
  const ask = () => {
    if (may) setAskedHash(proposal.hash);
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
    if (done) setAskedHash(null);
  };
  return (
    <Stack spacing={2}>
      <ProposalFacts claim={claim} proposal={proposal} />
      <SinceProposal proposal={proposal} />
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
        failure={failure.words}
        onClose={() => {
          setAskedHash(null);
        }}
        onConfirm={approve}
      />
    </Stack>
  );
};
