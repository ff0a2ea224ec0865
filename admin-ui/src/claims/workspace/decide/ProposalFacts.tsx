import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { formatMoney } from '../../../shared/format';
import { useColleagues } from '../../../shared/Person';
import type { Claim, ClaimProposal, PaymentCandidate } from '../../../shared/types';
import { sumOf } from './sumOf';

/** The sum, the cards it goes to, who proposed it and why. */
export const ProposalFacts = ({ claim, proposal }: { claim: Claim; proposal: ClaimProposal }) => {
  const translate = useTranslate();
  const colleagues = useColleagues();
  const name = colleagues.find((one) => one.id === proposal.proposedById)?.name ?? '…';
  const rejects = proposal.outcome === 'reject';
  return (
    <Box>
      <Box sx={{ bgcolor: 'background.sunken', borderRadius: 1, p: 2, mb: 1.5 }}>
        <Typography variant="caption" color="text.secondary" component="div">
          {translate(rejects ? 'claim.approve.reject' : 'claim.approve.refund')}
        </Typography>
        {rejects ? null : (
          <Typography variant="figure" component="div">
            {formatMoney(sumOf(proposal), claim.currency)}
          </Typography>
        )}
        {proposal.refunds.map((refund) => (
          <Destination
            key={refund.paymentId}
            payment={claim.paymentCandidates?.find((one) => one.paymentId === refund.paymentId)}
            amountMinor={refund.amountMinor}
            several={proposal.refunds.length > 1}
          />
        ))}
      </Box>
      <Typography variant="body2" sx={{ fontWeight: 500 }}>
        {translate(`claim.reason.${proposal.reasonCode}`)}
      </Typography>
      {proposal.note ? (
        <Typography variant="body2" sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {proposal.note}
        </Typography>
      ) : null}
      <Typography variant="caption" color="text.secondary">
        {translate('claim.approve.by', { name })}
      </Typography>
    </Box>
  );
};

interface DestinationProps {
  payment: PaymentCandidate | undefined;
  amountMinor: number;
  several: boolean;
}

const Destination = ({ payment, amountMinor, several }: DestinationProps) => {
  const translate = useTranslate();
  if (!payment) return null;
  const { amountMinor: paid, refundedMinor, currency } = payment;
  const share = Math.min(100, ((refundedMinor + amountMinor) / Math.max(1, paid)) * 100);
  return (
    <Box sx={{ mt: 1 }}>
      <Typography variant="body2" color="text.secondary">
        {[
          several ? formatMoney(amountMinor, currency) : '',
          payment.cardLastFour ? translate('claim.payment.card', { digits: payment.cardLastFour }) : '',
          translate('claim.payment.number', { number: payment.transactionId }),
        ]
          .filter(Boolean)
          .join(', ')}
      </Typography>
      <Box aria-hidden sx={{ height: 5, borderRadius: 3, bgcolor: 'divider', my: 0.75 }}>
        <Box sx={{ height: 5, borderRadius: 3, bgcolor: 'primary.main', width: `${String(share)}%` }} />
      </Box>
      <Typography variant="caption" color="text.secondary">
        {translate('claim.approve.paidBar', {
          paid: formatMoney(paid, currency),
          before: formatMoney(refundedMinor, currency),
        })}
      </Typography>
    </Box>
  );
};
