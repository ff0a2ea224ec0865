import Alert from '@mui/material/Alert';
import Link from '@mui/material/Link';
import { LinkBase, useLocation, useTranslate } from 'react-admin';
import { usePayouts } from '../refunds/usePayouts';

/** Screens that tell it themselves. */
const TOLD_THERE = ['/payouts', '/refunds', '/unknown-payouts'];

/** Under the app bar while no money leaves: stopped by people, or the gateway away; leads to what waits. */
export const PayoutBanner = () => {
  const translate = useTranslate();
  const { pathname } = useLocation();
  const { data } = usePayouts();
  if (!data || TOLD_THERE.includes(pathname) || (!data.stopped && !data.gatewayAway)) return null;
  return (
    <Alert
      severity={data.stopped ? 'error' : 'warning'}
      data-testid="payout-banner"
      sx={{ borderRadius: 0 }}
      className="no-print"
    >
      {translate(data.stopped ? 'payout.bannerStopped' : 'payout.bannerAway')}{' '}
      <Link component={LinkBase} to="/payouts" color="inherit" sx={{ fontWeight: 600 }}>
        {translate('payout.seeWaiting')}
      </Link>
    </Alert>
  );
};
