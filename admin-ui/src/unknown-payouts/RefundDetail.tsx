import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { LinkBase, useTranslate } from 'react-admin';
import { formatMoney } from '../shared/format';
import { FOR_EARS_ONLY } from '../shared/forEarsOnly';
import type { Refund } from '../shared/types';
import { BothSides } from './BothSides';
import { KeyWindowBar } from './KeyWindowBar';
import { countdown, useRefundStory, windowOf } from './openRefund';
import { ResolveActions } from './ResolveActions';
import { useNow } from './useNow';

/** One refund in doubt: the time that is left, what one may do, and both sides' records. */
export const RefundDetail = ({ refund }: { refund: Refund }) => {
  const translate = useTranslate();
  const now = useNow();
  const story = useRefundStory(refund);
  const { details, claim, payment } = story;
  const attempt = details?.attempts?.at(-1);
  const keyWindow = attempt ? windowOf(attempt) : null;
  const left = (keyWindow?.keyEndsAt ?? 0) - now;
  const open = refund.state === 'unknown' && left > 0;
  const who = claim?.customer.name ?? claim?.customer.email ?? '';
  const card = payment?.cardLastFour ? `${payment.cardType ?? ''} •• ${payment.cardLastFour}`.trim() : '';
  return (
    <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
      <Card component="section" aria-label={who} sx={{ p: 3 }}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 5, rowGap: 1.5 }}>
          <Box>
            <Typography variant="body2" color="text.secondary">
              {translate(open ? 'desk.unknown.window' : 'desk.unknown.closed')}
            </Typography>
            {open ? (
              <>
                <Typography
                  aria-hidden
                  sx={{
                    fontSize: 52,
                    fontWeight: 600,
                    lineHeight: 1.1,
                    color: 'warning.main',
                    fontVariantNumeric: 'tabular-nums',
                  }}
                >
                  {countdown(left)}
                </Typography>
                {/* Said aloud once a minute, not every second. */}
                <Box component="span" role="status" sx={FOR_EARS_ONLY}>
                  {translate('desk.unknown.minutes', { minutes: Math.ceil(left / 60_000) })}
                </Box>
              </>
            ) : null}
          </Box>
          <Box sx={{ flex: '1 1 320px' }}>
            <Typography variant="h4" component="h2">
              {[formatMoney(refund.amountMinor, refund.currency), who, card].filter(Boolean).join(', ')}
            </Typography>
            <Typography variant="body2" color="text.secondary">
              {open ? translate('desk.unknown.queryText') : translate('desk.unknown.closedText')}
            </Typography>
            {claim ? (
              <Link component={LinkBase} to={`/claims/${claim.id}`} variant="body2">
                {translate('claim.view.title', { number: claim.number })}
              </Link>
            ) : null}
          </Box>
        </Box>
        {keyWindow ? <KeyWindowBar keyWindow={keyWindow} now={now} /> : null}
        <ResolveActions refund={refund} notExecutedById={details?.notExecutedById ?? null} />
      </Card>
      <BothSides refund={refund} {...story} />
    </Box>
  );
};
