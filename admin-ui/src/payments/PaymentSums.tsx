import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { formatMoney } from '../shared/format';
import { Money } from '../shared/MoneyField';
import { Panel } from '../shared/Panel';
import { partsOf } from './paymentParts';
import type { Payment } from './types';

const GROUND = {
  refunded: 'success.main',
  bound: 'warning.light',
  left: 'background.sunken',
} as const;

/** Where the money of a payment stands: back, bound by refunds under way, left. */
export const PaymentSums = ({ payment }: { payment: Payment }) => {
  const translate = useTranslate();
  const parts = partsOf(payment);
  const sentence = parts
    .map(({ name, minor }) => `${translate(`payment.part.${name}`)}: ${formatMoney(minor, payment.currency)}`)
    .join('; ');
  return (
    <Panel title={translate('payment.sums')}>
      <Typography variant="figure" component="p" sx={{ mb: 1.5 }}>
        {formatMoney(payment.amountMinor, payment.currency)}
      </Typography>
      <Box
        role="img"
        aria-label={sentence}
        sx={{
          display: 'flex',
          height: 12,
          borderRadius: '6px',
          overflow: 'hidden',
          border: 1,
          borderColor: 'divider',
        }}
      >
        {parts.map(({ name, share }) => (
          <Box key={name} sx={{ width: `${String(share)}%`, bgcolor: GROUND[name] }} />
        ))}
      </Box>
      <Box sx={{ mt: 1.5 }}>
        {parts.map(({ name, minor }) => (
          <Box key={name} sx={{ display: 'flex', alignItems: 'center', gap: 1, py: 0.25 }}>
            <Box
              aria-hidden
              sx={{
                width: 10,
                height: 10,
                borderRadius: '2px',
                border: 1,
                borderColor: 'divider',
                bgcolor: GROUND[name],
              }}
            />
            <Typography variant="body2" sx={{ flex: 1 }}>
              {translate(`payment.part.${name}`)}
            </Typography>
            <Money
              minor={minor}
              currency={payment.currency}
              sx={{ fontWeight: name === 'left' ? 600 : 400 }}
            />
          </Box>
        ))}
      </Box>
      {payment.status === 'Authorized' ? (
        <Typography variant="body2" color="text.secondary" sx={{ mt: 1 }}>
          {translate('payment.held')}
        </Typography>
      ) : null}
    </Panel>
  );
};
