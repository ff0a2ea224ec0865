import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { mayMove } from '../../../../server/domain/claim';
import { Panel } from '../../shared/Panel';
import { OfferedLine } from './lines/OfferedLine';
import { ReturnedLine } from './lines/ReturnedLine';
import { useWorkspace } from './WorkspaceContext';

/** What is returned, line by line, how far each thing is on its way back, and what else the order holds. */
export const LinesCard = () => {
  const { claim, mayWork } = useWorkspace();
  const translate = useTranslate();
  const editable = mayWork && (mayMove(claim.state, 'propose') || claim.state === 'proposed');
  const taken = new Set(claim.lines.map((line) => line.orderLineId));
  const ofOrder = claim.orderDetails?.lines ?? [];
  const others = ofOrder.filter((line) => !taken.has(line.id));
  return (
    <Panel title={translate('claim.lines.title')}>
      {claim.lines.length === 0 && others.length === 0 ? (
        <Typography variant="body2" color="text.secondary">
          {translate('claim.lines.none')}
        </Typography>
      ) : null}
      {claim.lines.map((line) => (
        <ReturnedLine
          key={line.id}
          line={line}
          most={ofOrder.find(({ id }) => id === line.orderLineId)?.quantity ?? line.quantity}
          editable={editable}
        />
      ))}
      {editable && others.length > 0 ? (
        <Typography variant="caption" color="text.secondary" component="div" sx={{ mt: 1 }}>
          {translate('claim.lines.ofOrder')}
        </Typography>
      ) : null}
      {editable ? others.map((line) => <OfferedLine key={line.id} line={line} />) : null}
    </Panel>
  );
};
