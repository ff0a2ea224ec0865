import OpenInNew from '@mui/icons-material/OpenInNew';
import Card from '@mui/material/Card';
import IconButton from '@mui/material/IconButton';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { LinkBase, useGetOne, useTranslate } from 'react-admin';
import { known, PartState } from '../shared/PartState';
import { useClaimDocuments } from '../claims/workspace/useClaimLists';
import { useWorkspaceState } from '../claims/workspace/useWorkspaceState';
import { ReasonDialog } from '../claims/workspace/dialogs/ReasonDialog';
import { WorkspaceContext } from '../claims/workspace/WorkspaceContext';
import { ApprovePanel } from '../claims/workspace/decide/ApprovePanel';
import type { Claim } from '../shared/types';

/** The row that has the focus, close enough to decide: what leaves, why, by which papers. */
export const ApprovalAside = ({ id }: { id: string }) => {
  const { data } = useGetOne<Claim>('claims', { id });
  return data ? <Loaded claim={data} /> : null;
};

const Loaded = ({ claim }: { claim: Claim }) => {
  const translate = useTranslate();
  const workspace = useWorkspaceState(claim);
  const documents = useClaimDocuments(claim.id);
  if (!claim.proposal) return null;
  return (
    <WorkspaceContext.Provider value={workspace}>
      <Card component="aside" sx={{ p: 2.25, position: 'sticky', top: 16 }}>
        <Box sx={{ display: 'flex', alignItems: 'flex-start', mb: 1.5 }}>
          <Box sx={{ flex: 1 }}>
            <Typography variant="caption" color="text.secondary">
              {[claim.number, claim.orderNumber].filter(Boolean).join(' · ')}
            </Typography>
            <Typography variant="h3" component="h2">
              {claim.customer.name ?? claim.customer.email ?? '—'}
            </Typography>
          </Box>
          <IconButton component={LinkBase} to={`/claims/${claim.id}`} aria-label={translate('app.act.open')}>
            <OpenInNew fontSize="small" />
          </IconButton>
        </Box>
        <ApprovePanel proposal={claim.proposal} />
        <Typography variant="subtitle2" component="h3" sx={{ mt: 2 }}>
          {translate('claim.inbox.documents')}
        </Typography>
        <PartState parts={[documents]} />
        {known(documents) ? (
          <Typography variant="body2" color="text.secondary">
            {documents.rows.map((one) => translate(`claim.short.${one.type}`)).join(', ') ||
              translate('app.none')}
          </Typography>
        ) : null}
        {workspace.dialog === 'return' ? (
          <ReasonDialog name="return" words="claim.return" send={workspace.verbs.returnProposal} />
        ) : null}
      </Card>
    </WorkspaceContext.Provider>
  );
};
