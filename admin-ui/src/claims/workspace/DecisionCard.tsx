import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { mayMove } from '../../../../server/domain/claim';
import { Panel } from '../../shared/Panel';
import { ApprovePanel } from './decide/ApprovePanel';
import { ProposePanel } from './decide/ProposePanel';
import { useWorkspace } from './WorkspaceContext';

/** The next decision: proposing it, approving what was proposed, or why there is nothing to decide. */
export const DecisionCard = () => {
  const { claim, mayWork } = useWorkspace();
  const translate = useTranslate();
  return (
    <Panel title={translate(claim.state === 'proposed' ? 'claim.approve.title' : 'claim.decide.title')}>
      {claim.state === 'proposed' && claim.proposal ? (
        <ApprovePanel proposal={claim.proposal} />
      ) : !mayMove(claim.state, 'propose') ? (
        <Typography variant="body2" color="text.secondary">
          {translate('claim.decide.notNow', { state: translate(`claim.state.${claim.state}`) })}
        </Typography>
      ) : mayWork ? (
        <ProposePanel key={claim.id} />
      ) : (
        <Typography variant="body2" color="text.secondary">
          {translate('claim.decide.mayNot')}
        </Typography>
      )}
    </Panel>
  );
};
