import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import SyncProblemOutlined from '@mui/icons-material/SyncProblemOutlined';
import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import type { ClaimProposal } from '../../../shared/types';
import { known, PartState } from '../../../shared/PartState';
import { useClaimDocuments, useClaimMessages } from '../useClaimLists';
import { useWorkspace } from '../WorkspaceContext';

/** Whether the customer has written or sent papers since the proposal: the decision may deserve a second look. */
export const SinceProposal = ({ proposal }: { proposal: ClaimProposal }) => {
  const { claim } = useWorkspace();
  const translate = useTranslate();
  const messages = useClaimMessages(claim.id);
  const papers = useClaimDocuments(claim.id);
  const since = proposal.proposedAt;
  if (!since) return null;
  // «Nothing new» is only said when it was looked at.
  if (!known(messages, papers)) return <PartState parts={[messages, papers]} />;
  const letters = messages.rows.filter(({ kind }) => kind === 'customer');
  const news = [...letters, ...papers.rows].some(({ createdAt }) => createdAt > since);
  const Icon = news ? SyncProblemOutlined : CheckCircleOutlined;
  return (
    <Box
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 0.75,
        fontSize: '0.8125rem',
        color: news ? 'warning.main' : 'success.main',
      }}
    >
      <Icon sx={{ fontSize: 18 }} aria-hidden />
      {translate(news ? 'claim.approve.newsSince' : 'claim.approve.sameSince')}
    </Box>
  );
};
