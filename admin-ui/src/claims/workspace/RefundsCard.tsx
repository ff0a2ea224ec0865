import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { LinkBase, useTranslate } from 'react-admin';
import { formatMoney } from '../../shared/format';
import { Money } from '../../shared/MoneyField';
import { Panel } from '../../shared/Panel';
import { RefundStateWord } from '../../shared/StateField';
import { ConfirmDialog } from './dialogs/ConfirmDialog';
import { useFailure } from './useFailure';
import { useWorkspace } from './WorkspaceContext';

/** Money that went back for this claim, and a refused payout with the gateway's own words. */
export const RefundsCard = () => {
  const { claim } = useWorkspace();
  const translate = useTranslate();
  return (
    <Panel title={translate('claim.refunds.title')}>
      {claim.payoutFailure ? <Failure /> : null}
      {claim.refunds.length === 0 && !claim.payoutFailure ? (
        <Typography variant="body2" color="text.secondary">
          {translate('claim.refunds.none')}
        </Typography>
      ) : null}
      {claim.refunds.map((refund) => (
        <Box
          key={refund.id}
          sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', gap: 1.25, py: 0.75 }}
        >
          <Money minor={refund.amountMinor} currency={refund.currency} variant="subtitle1" />
          <RefundStateWord state={refund.state} />
          <Link component={LinkBase} to={`/refunds/${refund.id}/show`} variant="caption" underline="always">
            {translate('app.act.open')}
          </Link>
          <Typography variant="caption" color="text.secondary">
            {refund.gatewayRefundId
              ? translate('claim.payment.number', { number: refund.gatewayRefundId })
              : ''}
            {refund.source === 'external' ? ` · ${translate('claim.refunds.external')}` : ''}
          </Typography>
        </Box>
      ))}
    </Panel>
  );
};

const Failure = () => {
  const { claim, act, verbs, mayApprove, busy } = useWorkspace();
  const refused = useFailure('retry');
  const translate = useTranslate();
  const [asking, setAsking] = useState(false);
  const failure = claim.payoutFailure;
  if (!failure) return null;
  const sum = formatMoney(claim.approvedMinor ?? claim.requestedMinor ?? 0, claim.currency);
  return (
    <Alert severity="error" sx={{ mb: 1.5 }}>
      <strong>{translate('claim.view.payoutFailed')}</strong>
      <div>{translate('claim.view.gatewaySays', { text: failure.text })}</div>
      {mayApprove ? (
        <>
          <Typography variant="body2" sx={{ my: 1 }}>
            {translate('claim.retry.text')}
          </Typography>
          <Button
            variant="outlined"
            size="small"
            data-testid="retry-payout"
            onClick={() => {
              setAsking(true);
            }}
          >
            {translate('claim.retry.button')}
          </Button>
        </>
      ) : null}
      <ConfirmDialog
        open={asking}
        title={translate('claim.retry.confirm', { sum })}
        text={translate('claim.approve.confirmText')}
        confirm={translate('claim.retry.button')}
        busy={busy === 'retry'}
        failure={refused.words}
        onClose={() => {
          setAsking(false);
        }}
        onConfirm={async () => {
          if (await act('retry', (seen) => verbs.retryPayout(seen, failure.proposalHash), 'app.sent'))
            setAsking(false);
        }}
      />
    </Alert>
  );
};
