import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { LinkBase, useTranslate } from 'react-admin';
import { Panel } from '../../shared/Panel';
import { StateWord } from '../../shared/StateField';
import { useWorkspace } from './WorkspaceContext';

/** Claims that look the same, with what agrees; nothing is decided by it. */
export const TwinsCard = () => {
  const { claim } = useWorkspace();
  const translate = useTranslate();
  const twins = claim.duplicates ?? [];
  return (
    <Panel
      title={translate('claim.twin.title')}
      aside={
        twins.length === 0 ? (
          <Typography variant="body2" color="text.secondary">
            {translate('claim.twin.none')}
          </Typography>
        ) : undefined
      }
    >
      {twins.map((twin) => (
        <Box key={twin.claimId} sx={{ py: 0.75 }}>
          <Box sx={{ display: 'flex', gap: 1.25, alignItems: 'center' }}>
            <Link component={LinkBase} to={`/claims/${twin.claimId}`} variant="body2">
              {twin.number}
            </Link>
            <StateWord state={twin.state} />
          </Box>
          <Typography variant="caption" color="text.secondary">
            {twin.reasons.map((reason) => translate(`claim.twin.${reason}`, { _: reason })).join(', ')}
          </Typography>
        </Box>
      ))}
    </Panel>
  );
};
