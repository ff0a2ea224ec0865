import Close from '@mui/icons-material/Close';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import MenuItem from '@mui/material/MenuItem';
import Select from '@mui/material/Select';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { GOODS_STATES, isClosed } from '../../../../../server/domain/claim';
import { Money } from '../../../shared/MoneyField';
import type { ClaimLine } from '../../../shared/types';
import { AddPhotoButton } from '../documents/AddFilesButton';
import { useWorkspace } from '../WorkspaceContext';
import { useSetLines } from './useSetLines';

interface Props {
  line: ClaimLine;
  /** Pieces that were bought. */
  most: number;
  editable: boolean;
}

/** A thing that is returned: how many pieces, what it comes to, and where it is. */
export const ReturnedLine = ({ line, most, editable }: Props) => {
  const { claim, verbs, act, mayWork, busy } = useWorkspace();
  const translate = useTranslate();
  const setLines = useSetLines();
  const name = (words: string) => `${translate(words)}: ${line.title}`;
  return (
    <Box sx={{ py: 1, '& + &': { borderTop: 1, borderColor: 'divider' } }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
        <Typography variant="body2" sx={{ flex: 1 }}>
          {translate('claim.lines.pieces', { title: line.title, smart_count: line.quantity })}
        </Typography>
        <Money minor={line.askedMinor} currency={claim.currency} sx={{ fontWeight: 500 }} />
        {editable ? (
          <IconButton
            size="small"
            disabled={busy !== null}
            aria-label={name('claim.lines.remove')}
            title={translate('claim.lines.remove')}
            onClick={() => {
              setLines(claim.lines.filter((one) => one.id !== line.id));
            }}
          >
            <Close sx={{ fontSize: 16 }} />
          </IconButton>
        ) : null}
      </Box>
      <Box sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', columnGap: 2 }}>
        {editable && most > 1 ? (
          <Select
            size="small"
            variant="standard"
            value={line.quantity}
            disabled={busy !== null}
            inputProps={{ 'aria-label': name('claim.lines.quantity') }}
            onChange={(event) => {
              const quantity = event.target.value;
              // The sum follows from the pieces, so the old one is left out.
              setLines(claim.lines.map((one) => (one.id === line.id ? { id: one.id, quantity } : one)));
            }}
            sx={SMALL}
          >
            {Array.from({ length: Math.min(most, 100) }, (_, index) => index + 1).map((quantity) => (
              <MenuItem key={quantity} value={quantity}>
                {translate('claim.lines.of', { quantity, most })}
              </MenuItem>
            ))}
          </Select>
        ) : null}
        <Select
          size="small"
          variant="standard"
          value={line.goods}
          disabled={!mayWork || isClosed(claim.state) || busy !== null}
          inputProps={{ 'aria-label': name('claim.lines.goods') }}
          onChange={(event) => {
            const goods = event.target.value;
            void act('goods', (seen) => verbs.goods(seen, line.id, goods));
          }}
          sx={SMALL}
        >
          {GOODS_STATES.map((state) => (
            <MenuItem key={state} value={state}>
              {translate(`claim.goods.${state}`)}
            </MenuItem>
          ))}
        </Select>
        {mayWork && line.goods !== 'not_needed' && !isClosed(claim.state) ? (
          <AddPhotoButton title={line.title} />
        ) : null}
      </Box>
    </Box>
  );
};

const SMALL = { fontSize: '0.8125rem' };
