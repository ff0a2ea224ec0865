import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import Select from '@mui/material/Select';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { GOODS_STATES, isClosed, type GoodsState } from '../../../../server/domain/claim';
import { Money } from '../../shared/MoneyField';
import { Panel } from '../../shared/Panel';
import { useWorkspace } from './WorkspaceContext';

/** What is returned, line by line, and how far each thing is on its way back. */
export const LinesCard = () => {
  const { claim, verbs, act, mayWork, busy } = useWorkspace();
  const translate = useTranslate();
  const setGoods = (id: string, goods: GoodsState) => {
    const lines = claim.lines.map((line) => (line.id === id ? { ...line, goods } : line));
    void act('goods', () =>
      verbs.update('claims', { id: claim.id, previousData: claim, data: { ...claim, lines } }),
    );
  };
  return (
    <Panel title={translate('claim.lines.title')}>
      {claim.lines.length === 0 ? (
        <Typography variant="body2" color="text.secondary">
          {translate('claim.lines.none')}
        </Typography>
      ) : null}
      {claim.lines.map((line) => (
        <Box key={line.id} sx={{ py: 1, '& + &': { borderTop: 1, borderColor: 'divider' } }}>
          <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1 }}>
            <Typography variant="body2">
              {line.title}, {line.quantity}
            </Typography>
            <Money minor={line.askedMinor} currency={claim.currency} sx={{ fontWeight: 500 }} />
          </Box>
          <Select
            size="small"
            variant="standard"
            value={line.goods}
            disabled={!mayWork || isClosed(claim.state) || busy !== null}
            inputProps={{ 'aria-label': `${translate('claim.lines.goods')}: ${line.title}` }}
            onChange={(event) => {
              setGoods(line.id, event.target.value);
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
      ))}
    </Panel>
  );
};
