import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { formatMoney } from '../shared/format';
import type { Refund } from '../shared/types';
import { countdown, useRefundStory, windowOf } from './openRefund';
import { useNow } from './useNow';

interface Props {
  refund: Refund;
  chosen: boolean;
  onChoose: () => void;
}

/** One line of the list: how much, for whom, and how long the key still holds. */
export const OpenRefundCard = ({ refund, chosen, onChoose }: Props) => {
  const { details, claim } = useRefundStory(refund);
  return (
    <ButtonBase
      data-testid="unknown-row"
      aria-current={chosen ? 'true' : undefined}
      onClick={onChoose}
      sx={{
        display: 'block',
        width: '100%',
        textAlign: 'left',
        p: 2,
        bgcolor: chosen ? 'action.selected' : 'transparent',
        boxShadow: ({ palette }) => (chosen ? `inset 3px 0 0 ${palette.border.focus}` : 'none'),
        '& + &': { borderTop: 1, borderColor: 'divider' },
      }}
    >
      <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1 }}>
        <Typography component="span" variant="h4" sx={{ fontVariantNumeric: 'tabular-nums' }}>
          {formatMoney(refund.amountMinor, refund.currency)}
        </Typography>
        <Left refund={refund} attempt={details?.attempts?.at(-1)} />
      </Box>
      <Typography component="span" variant="body2" noWrap sx={{ display: 'block' }}>
        {claim?.customer.name ?? claim?.customer.email ?? '…'}
      </Typography>
      <Typography component="span" variant="caption" color="text.secondary">
        {claim?.number ?? '…'}
      </Typography>
    </ButtonBase>
  );
};

/** The countdown in amber, or red words when only a person can tell. */
const Left = ({
  refund,
  attempt,
}: {
  refund: Refund;
  attempt: Parameters<typeof windowOf>[0] | undefined;
}) => {
  const translate = useTranslate();
  const now = useNow();
  const keyWindow = attempt ? windowOf(attempt) : null;
  const left = (keyWindow?.keyEndsAt ?? 0) - now;
  const open = refund.state === 'unknown' && left > 0;
  return (
    <Box
      component="span"
      sx={({ palette }) => {
        const colour = palette.deadline[open ? 'soon' : 'overdue'];
        return {
          px: 0.75,
          borderRadius: '5px',
          fontSize: 13,
          lineHeight: '22px',
          fontVariantNumeric: 'tabular-nums',
          color: colour.fg,
          bgcolor: colour.bg,
          whiteSpace: 'nowrap',
        };
      }}
    >
      {open ? countdown(left) : translate('desk.unknown.person')}
    </Box>
  );
};
