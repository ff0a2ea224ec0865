import AddOutlined from '@mui/icons-material/Add';
import Close from '@mui/icons-material/Close';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import MenuItem from '@mui/material/MenuItem';
import Select from '@mui/material/Select';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { GOODS_STATES, isClosed, mayMove } from '../../../../server/domain/claim';
import { Money } from '../../shared/MoneyField';
import { Panel } from '../../shared/Panel';
import type { ClaimLine, OrderLine } from '../../shared/types';
import { useWorkspace } from './WorkspaceContext';

/** What is returned, line by line, how far each thing is on its way back, and what else the order holds. */
export const LinesCard = () => {
  const { claim, mayWork } = useWorkspace();
  const translate = useTranslate();
  const editable = mayWork && (mayMove(claim.state, 'propose') || claim.state === 'proposed');
  const taken = new Set(claim.lines.map((line) => line.orderLineId));
  const others = (claim.orderDetails?.lines ?? []).filter((line) => !taken.has(line.id));
  return (
    <Panel title={translate('claim.lines.title')}>
      {claim.lines.length === 0 && others.length === 0 ? (
        <Typography variant="body2" color="text.secondary">
          {translate('claim.lines.none')}
        </Typography>
      ) : null}
      {claim.lines.map((line) => (
        <Returned key={line.id} line={line} editable={editable} />
      ))}
      {editable && others.length > 0 ? (
        <Typography variant="caption" color="text.secondary" component="div" sx={{ mt: 1 }}>
          {translate('claim.lines.ofOrder')}
        </Typography>
      ) : null}
      {editable ? others.map((line) => <Offered key={line.id} line={line} />) : null}
    </Panel>
  );
};

/** Replaces the lines of the claim; sums and verdict follow on the server. */
function useSetLines(): (lines: unknown[]) => void {
  const { claim, verbs, act } = useWorkspace();
  return (lines) => {
    const change = { id: claim.id, previousData: claim, data: { ...claim, lines } };
    void act('lines', () => verbs.update('claims', change));
  };
}

const Returned = ({ line, editable }: { line: ClaimLine; editable: boolean }) => {
  const { claim, verbs, act, mayWork, busy } = useWorkspace();
  const translate = useTranslate();
  const setLines = useSetLines();
  return (
    <Box sx={{ py: 1, '& + &': { borderTop: 1, borderColor: 'divider' } }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
        <Typography variant="body2" sx={{ flex: 1 }}>
          {line.title}, {line.quantity}
        </Typography>
        <Money minor={line.askedMinor} currency={claim.currency} sx={{ fontWeight: 500 }} />
        {editable ? (
          <IconButton
            size="small"
            disabled={busy !== null}
            aria-label={`${translate('claim.lines.remove')}: ${line.title}`}
            onClick={() => {
              setLines(claim.lines.filter((one) => one.id !== line.id));
            }}
          >
            <Close sx={{ fontSize: 16 }} />
          </IconButton>
        ) : null}
      </Box>
      <Select
        size="small"
        variant="standard"
        value={line.goods}
        disabled={!mayWork || isClosed(claim.state) || busy !== null}
        inputProps={{ 'aria-label': `${translate('claim.lines.goods')}: ${line.title}` }}
        onChange={(event) => {
          const goods = event.target.value;
          void act('goods', (seen) => verbs.goods(seen, line.id, goods));
        }}
        sx={{ fontSize: '0.8125rem' }}
      >
        {GOODS_STATES.map((state) => (
          <MenuItem key={state} value={state}>
            {translate(`claim.goods.${state}`)}
          </MenuItem>
        ))}
      </Select>
    </Box>
  );
};

const Offered = ({ line }: { line: OrderLine }) => {
  const { claim, busy } = useWorkspace();
  const translate = useTranslate();
  const setLines = useSetLines();
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, py: 0.5 }}>
      <Typography variant="body2" color="text.secondary" sx={{ flex: 1 }}>
        {line.title}, {line.quantity}
      </Typography>
      <Money minor={line.unitMinor * line.quantity - line.discountMinor} currency={claim.currency} />
      <Button
        size="small"
        startIcon={<AddOutlined />}
        disabled={busy !== null}
        onClick={() => {
          setLines([...claim.lines, { orderLineId: line.id, quantity: line.quantity }]);
        }}
      >
        {translate('claim.lines.add')}
      </Button>
    </Box>
  );
};
