import Alert from '@mui/material/Alert';
import { useTranslate } from 'react-admin';
import { formatDay, formatMoney } from '../shared/format';
import { useLanguage } from '../shared/useLanguage';
import type { PayoutState } from './usePayouts';

/** That sums are capped, how, and until when. */
export const CapAlert = ({ cap }: { cap: NonNullable<PayoutState['cap']> }) => {
  const translate = useTranslate();
  const language = useLanguage();
  const limits = [
    ...(cap.perRefundMinor > 0
      ? [translate('payout.capRefund', { sum: formatMoney(cap.perRefundMinor) })]
      : []),
    ...(cap.perDayMinor > 0 ? [translate('payout.capDay', { sum: formatMoney(cap.perDayMinor) })] : []),
  ];
  return (
    <Alert severity="info" sx={{ flex: '1 1 320px' }}>
      {translate('payout.capped', { date: formatDay(cap.until, language) })} {limits.join('; ')}.
    </Alert>
  );
};
