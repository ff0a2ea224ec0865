import CheckOutlined from '@mui/icons-material/Check';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import Chip from '@mui/material/Chip';
import FormControlLabel from '@mui/material/FormControlLabel';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { mayMove } from '../../../../server/domain/claim';
import { formatMoney } from '../../shared/format';
import { Kbd } from '../../shared/Kbd';
import { LocalDate } from '../../shared/LocalDateField';
import { Panel } from '../../shared/Panel';
import type { PaymentCandidate } from '../../shared/types';
import { useHotkeys } from '../../shared/useHotkeys';
import { DeclineNote } from './DeclineNote';
import { leftOn } from './decision';
import { useWorkspace } from './WorkspaceContext';

/** Payments that may be meant, each with the signs that agree. Ticked ones carry the refund. */
export const PaymentCard = () => {
  const { claim, mayWork, open, act, verbs, chosenPayments, busy } = useWorkspace();
  const editable = mayWork && mayMove(claim.state, 'propose');
  const [asked] = chosenPayments;
  useHotkeys(
    {
      KeyF: () => {
        if (asked) void act('lookup', () => verbs.lookUpPayment(asked), 'claim.payment.lookedUp');
      },
    },
    mayWork && busy === null,
  );
  const translate = useTranslate();
  const candidates = claim.paymentCandidates;
  if (!candidates) {
    return (
      <Panel title={translate('claim.payment.title')}>
        <Skeleton variant="text" width="45%" height={36} />
        <Skeleton variant="text" />
      </Panel>
    );
  }
  return (
    <Panel
      title={translate('claim.payment.title')}
      aside={
        editable ? (
          <Button
            size="small"
            onClick={() => {
              open('payment');
            }}
          >
            {translate('claim.payment.other')}
          </Button>
        ) : undefined
      }
    >
      {candidates.length === 0 ? (
        <>
          <Typography variant="body2">{translate('claim.payment.none')}</Typography>
          <Typography variant="caption" color="text.secondary">
            {translate('claim.payment.noneText')}
          </Typography>
        </>
      ) : (
        candidates.map((one) => <Candidate key={one.paymentId} payment={one} />)
      )}
    </Panel>
  );
};

const Candidate = ({ payment }: { payment: PaymentCandidate }) => {
  const { claim, verbs, act, busy, chosenPayments, choosePayments, mayWork } = useWorkspace();
  const translate = useTranslate();
  const chosen = chosenPayments.includes(payment.paymentId);
  const { currency, paymentId } = payment;
  const choose = (on: boolean) => {
    const others = chosenPayments.filter((id) => id !== paymentId);
    choosePayments(on ? [...others, paymentId] : others);
    // The first payment ticked also becomes the claim's own, which the checklist asks for.
    if (!on || claim.paymentId || !mayMove(claim.state, 'propose')) return;
    void act('payment', () =>
      verbs.update('claims', { id: claim.id, previousData: claim, data: { ...claim, paymentId } }),
    );
  };
  return (
    <Box sx={{ py: 1, '& + &': { borderTop: 1, borderColor: 'divider' } }}>
      <FormControlLabel
        sx={{ mr: 0, width: '100%' }}
        control={
          <Checkbox
            checked={chosen}
            // Nothing goes back of what did not go through.
            disabled={!mayWork || payment.declineCause != null}
            slotProps={{
              input: {
                'aria-label': `${translate('claim.payment.choose')}: ${String(payment.transactionId)}`,
              },
            }}
            onChange={(event) => {
              choose(event.target.checked);
            }}
          />
        }
        label={
          <Box component="span" sx={{ display: 'flex', alignItems: 'baseline', gap: 1, flexWrap: 'wrap' }}>
            <Typography
              component="span"
              variant={chosen ? 'h3' : 'subtitle1'}
              sx={{ fontVariantNumeric: 'tabular-nums' }}
            >
              {formatMoney(payment.amountMinor, currency)}
            </Typography>
            {payment.cardLastFour ? (
              <Typography component="span" color="text.secondary">
                {translate('claim.payment.card', { digits: payment.cardLastFour })}
              </Typography>
            ) : null}
          </Box>
        }
      />
      <Typography variant="caption" color="text.secondary" component="div">
        <LocalDate value={payment.createdAt} showTime /> ·{' '}
        {translate('claim.payment.number', { number: payment.transactionId })} ·{' '}
        {translate(`claim.payment.status.${payment.status}`, { _: payment.status })}
      </Typography>
      {payment.refundedMinor > 0 ? (
        <Typography variant="caption" component="div" sx={{ color: 'warning.main' }}>
          {translate('claim.payment.refunded', { sum: formatMoney(payment.refundedMinor, currency) })} ·{' '}
          {translate('claim.payment.left', {
            sum: formatMoney(leftOn(payment), currency),
          })}
        </Typography>
      ) : null}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75, mt: 0.75 }}>
        {payment.reasons.map((reason) => (
          <Chip
            key={reason}
            size="small"
            icon={<CheckOutlined aria-hidden />}
            label={translate(`claim.payment.reason.${reason}`, { _: reason })}
            sx={{ bgcolor: 'background.sunken' }}
          />
        ))}
        {mayWork ? (
          <Button
            size="small"
            loading={busy === `lookup.${paymentId}`}
            onClick={() =>
              void act(`lookup.${paymentId}`, () => verbs.lookUpPayment(paymentId), 'claim.payment.lookedUp')
            }
            sx={{ minHeight: 24, py: 0 }}
          >
            {translate('claim.payment.lookUp')}
            {chosen ? <Kbd>F</Kbd> : null}
          </Button>
        ) : null}
      </Box>
      {payment.declineCause ? <DeclineNote payment={payment} cause={payment.declineCause} /> : null}
    </Box>
  );
};
