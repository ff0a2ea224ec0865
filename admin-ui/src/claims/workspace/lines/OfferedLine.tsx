import AddOutlined from '@mui/icons-material/Add';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { Money } from '../../../shared/MoneyField';
import type { OrderLine } from '../../../shared/types';
import { useWorkspace } from '../WorkspaceContext';
import { useSetLines } from './useSetLines';

/** A line of the order that the claim does not return yet. */
export const OfferedLine = ({ line }: { line: OrderLine }) => {
  const { claim, busy } = useWorkspace();
  const translate = useTranslate();
  const setLines = useSetLines();
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, py: 0.5 }}>
      <Typography variant="body2" color="text.secondary" sx={{ flex: 1 }}>
        {translate('claim.lines.pieces', { title: line.title, smart_count: line.quantity })}
      </Typography>
      <Money minor={line.unitMinor * line.quantity - line.discountMinor} currency={claim.currency} />
      <Button
        size="small"
        startIcon={<AddOutlined />}
        aria-label={`${translate('claim.lines.add')}: ${line.title}`}
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
